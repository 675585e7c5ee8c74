// Own pages + evidence → volumes (libqpdf): plan, stamps, labels, bookmarks, links.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "assess/assess.h"
#include "bind/append/print_record.h"
#include "bind/sealed/sealed_copies.h"
#include "compose/compose.h"
#include "faces/faces.h"
#include "layout/page.h"

namespace lvce {

struct OutputPdf {
  OutputKind kind = OutputKind::none;
  std::string name;            ///< file name
  std::filesystem::path path;  ///< written here, in the staging folder
  int pages = 0;
  std::string sha256 = {};
  std::string check_code = {};  ///< printed as 校验 on its pages; empty: none
  int sheets = 0;               ///< of paper when it is printed; 0: made for the screen
};

struct BindOptions {
  bool duplex = true;   ///< dividers on odd pages, blanks between; false: single-sided
  bool screen = false;  ///< for reading: landscape pages turned, empty pages left out; numbers stay those of the print
  bool full_size = false;
  int volume_pages = 0;                                ///< 05 is split into volumes of at most so many pages; 0: one file
  std::vector<SealedCopy> sealed = {};                 ///< bound in place of generated documents
  bool repeat_pages = false;                           ///< a file of several indicators is bound at each
  bool economy = false;                                ///< no sheets for dividers
  std::optional<PrintRecord> printed = std::nullopt;   ///< what is printed already: only supplements are added to it
  std::function<void(const OutputPdf&)> written = {};  ///< told of each file as soon as it stands
};

/// Where a file was bound.
struct BoundFile {
  std::size_t file = 0;   ///< index into EvidenceFolder::files
  std::string indicator;  ///< at which it is bound
  PageLabel first_page;   ///< printed number in the bound file
  int pages = 0;
};

struct BoundPackage {
  std::vector<OutputPdf> files;
  std::vector<BoundFile> evidence;
  EvidenceFolder folder;  ///< the evidence as it was bound: rejected, or with a warning, where pages could not be
  Document missing;       ///< 06, with what was found here
  PrintRecord record;
  bool refused = false;  ///< printed pages would change: nothing was written, findings say why
  Findings findings;     ///< repairs, missing glyphs …, in the order in which they were found
};

/// Lays out, renders and binds everything into `staging`. Changes nothing that it is given: what became of the evidence, and what must be
/// said, is in the result.
BoundPackage bind_package(const Assessment& assessment, const Composed& composed, const Templates& templates, const Faces& faces, const BindOptions& options,
                          const std::filesystem::path& staging);

}  // namespace lvce
