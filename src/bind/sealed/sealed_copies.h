// 盖章件/ and 修改稿/: copies of our own documents, signed and sealed or edited, bound in place of the generated pages (design §2.1).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "evidence/evidence.h"

namespace lvce {

inline constexpr const char* kSealedFolder = "盖章件";

inline constexpr const char* kEditedFolder = "修改稿";

struct SealedCopy {
  std::string number;   ///< "01" … "04": two leading digits of the name
  EvidenceFile file;    ///< probed; a PDF with pages, or an office document made one. `path` is its name in the folder
  bool edited = false;  ///< of 修改稿; else of 盖章件

  const char* folder() const { return edited ? kEditedFolder : kSealedFolder; }
  Place place() const { return on_disk(std::string(folder()) + "/" + file.path); }
};

/// Lists UNIT/盖章件, probes and prepares its PDFs in worker processes (into a folder of their own below probe.work_folder). In order of
/// number. No folder: nothing. What cannot be used is a finding: sealed-copy-unreadable, sealed-copy-unused. Links are not followed.
std::vector<SealedCopy> read_sealed_copies(const std::filesystem::path& folder, const ProbeOptions& probe, Findings& findings);

/// Adds those of UNIT/修改稿: PDF, or what LibreOffice makes one of. A number that `copies` holds already stays as it is. The page numbers of a
/// Word file are left out, for the bound file has its own. Findings: edited-copy-unreadable, edited-copy-unused.
/// Without probe.work_folder an office document is not made a PDF: it is listed without pages, and nothing is said of what is in it.
void add_edited_copies(std::vector<SealedCopy>& copies, const std::filesystem::path& folder, const ProbeOptions& probe, Findings& findings);

}  // namespace lvce
