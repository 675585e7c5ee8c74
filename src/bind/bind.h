// Own pages + evidence → volumes (libqpdf): plan, stamps, labels, bookmarks, links.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "assess/assess.h"
#include "bind/sealed/sealed_copies.h"
#include "compose/compose.h"
#include "layout/page.h"
#include "type/faces.h"

namespace lvce {

struct BindOptions {
  bool duplex = true;   ///< dividers on odd pages, blanks between; false: single-sided
  bool screen = false;  ///< no blanks drawn, landscape pages turned for reading
  bool full_size = false;
  int volume_pages = 0;  ///< 05 is split into volumes of at most so many pages; 0: one file
  std::vector<SealedCopy> sealed = {};  ///< bound in place of generated documents
};

/// Where a file was bound.
struct BoundFile {
  std::size_t file = 0;  ///< index into EvidenceFolder::files
  int first_page = 0;    ///< printed number in the bound file
  int pages = 0;
};

struct OutputPdf {
  std::string kind;            ///< "bound", "report", …
  std::string name;            ///< file name
  std::filesystem::path path;  ///< written here, in the staging folder
  int pages = 0;
};

struct BoundPackage {
  std::vector<OutputPdf> files;
  std::vector<BoundFile> evidence;
  Findings findings;  ///< repairs, missing glyphs …
};

/// Lays out, renders and binds everything into `staging`. Evidence states may still change to rejected when a file cannot be bound.
BoundPackage bind_package(Assessment& assessment, Dossier& dossier, const Composed& composed, const Templates& templates,
                          const Faces& faces, const BindOptions& options, const std::filesystem::path& staging);

}  // namespace lvce
