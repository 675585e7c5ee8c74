// 盖章件/: signed and sealed copies of our own documents, bound in place of the generated pages (design §2.1).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "evidence/evidence.h"

namespace lvce {

inline constexpr const char* kSealedFolder = "盖章件";

inline Place in_sealed(const std::string& name) { return on_disk(std::string(kSealedFolder) + "/" + name); }

struct SealedCopy {
  std::string number;  ///< "01" … "04": two leading digits of the name
  EvidenceFile file;   ///< probed; a PDF with pages. `path` is its name in 盖章件/
};

/// Lists UNIT/盖章件, probes and prepares its PDFs in worker processes (into a folder of their own below probe.work_folder). In order of
/// number. No folder: nothing. What cannot be used is a finding: sealed-copy-unreadable, sealed-copy-unused. Links are not followed.
std::vector<SealedCopy> read_sealed_copies(const std::filesystem::path& folder, const ProbeOptions& probe, Findings& findings);

}  // namespace lvce
