// One evidence PDF opened: its pages found and rid of what is not for paper. Private to bind/.
#pragma once

#include <deque>
#include <filesystem>
#include <future>
#include <memory>
#include <string>
#include <vector>

#include "bind/pdf/file_input.h"
#include "bind/pdf/objects.h"
#include "support/task_thread.h"

namespace lvce {

struct SourcePage {
  PdfObject holder;  ///< dictionary of /Contents (array of streams), /Resources, perhaps /Group; not initialised when `fault` is set
  ForeignPage shape;
  std::string fault;  ///< Chinese; empty: good
};

struct EvidenceSource {
  std::shared_ptr<FileInput> input;
  std::unique_ptr<QPDF> pdf;
  std::vector<SourcePage> pages;
  std::string fault;  ///< the file as a whole, or its end, cannot be read
};

struct WantedPages {
  std::filesystem::path file;
  int pages = 0;  ///< at most
};

/// Never throws: what fails is said in the result.
EvidenceSource open_source(const WantedPages& wanted, std::shared_ptr<OpenFiles> files);

/// Opens one file after the other in a thread of its own, always a few ahead of who takes them.
class SourcesAhead {
 public:
  explicit SourcesAhead(std::vector<WantedPages> wanted);
  /// The next one, in the order given; as often as there are any.
  EvidenceSource next();

 private:
  void begin_some();

  std::vector<WantedPages> wanted_;
  std::size_t begun_ = 0;
  std::shared_ptr<OpenFiles> files_ = std::make_shared<OpenFiles>();
  std::deque<std::shared_ptr<std::promise<EvidenceSource>>> ahead_;
  TaskThread thread_;  // last: it uses the others
};

}  // namespace lvce
