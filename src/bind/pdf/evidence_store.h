// Evidence PDFs read into one store, each page as a form XObject that any of our pages can draw.
#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "bind/pdf/evidence_source.h"
#include "bind/pdf/file_input.h"
#include "bind/pdf/layers.h"
#include "bind/pdf/objects.h"
#include "bind/pdf/share_values.h"

namespace lvce {

/// One page of an evidence file, or why there is none.
struct StoredPage {
  PdfObject form;  ///< in EvidenceStore::pdf(); not initialised when `fault` is set
  ForeignPage shape;
  std::string fault;  ///< Chinese; empty: good
};

struct StoredFile {
  std::vector<StoredPage> pages;
  std::string fault;  ///< the file as a whole cannot be read
};

/// Keeps page dictionaries only: stream data stay in their files until a volume is written. Few files are open at a time, so thousands
/// need no more descriptors. The files must not change or vanish before the volumes are written.
class EvidenceStore {
 public:
  EvidenceStore();
  /// Reads up to `pages` pages. Never throws: what fails is said in the result.
  StoredFile read(const std::filesystem::path& file, int pages);
  /// The same from a file that is opened already.
  StoredFile take(EvidenceSource source);
  /// The PDF that holds the forms; volumes that show them are written from it.
  QPDF& pdf() { return pdf_; }
  /// Layers that the files hide, for the volumes' catalogs.
  const Layers& layers() const { return layers_; }

 private:
  StoredPage take_page(const SourcePage& page);
  /// Not initialised when several content streams are packed in a way that cannot be joined.
  PdfObject form_of(PdfObject copy);

  std::shared_ptr<OpenFiles> files_ = std::make_shared<OpenFiles>();
  QPDF pdf_;
  std::set<QPDFObjGen> used_streams_;  ///< of the file at hand
  ValuePool values_;
  Layers layers_;
};

}  // namespace lvce
