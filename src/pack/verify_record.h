// What result.json says of a package's files and of the pages of evidence. Private to pack/.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "pack/sums.h"
#include "support/finding.h"

namespace lvce {

/// A file of the package as it is recorded.
struct RecordedFile {
  long pages = 0;                         ///< 0: not paged
  std::optional<std::string> check_code;  ///< 校验 of its pages, "": none; nothing: written by a version that did not record it
};

/// Where evidence begins in the bound file.
struct RecordedEvidence {
  std::string path;
  std::string first_label;
};

struct Record {
  std::map<std::string, RecordedFile> files;
  std::vector<RecordedEvidence> evidence;
  std::optional<std::set<std::string>> check_codes() const;  ///< of all files; nothing: not recorded
};

/// result.json against the sums and itself: each file stands in both, once, with one digest; evidence has one digest wherever it is named. Fills in
/// `record`.
Findings verify_record(const std::filesystem::path& folder, const Sums& sums, Record& record);

}  // namespace lvce
