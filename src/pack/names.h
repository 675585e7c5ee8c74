// Names inside a package that several files of pack/ share.
#pragma once

#include <string>
#include <string_view>

namespace lvce {

inline constexpr const char* kResultName = "result.json";
inline constexpr const char* kSumsName = "SHA256SUMS";
inline constexpr const char* kZipName = "申报材料.zip";
inline constexpr const char* kZipSumName = "申报材料.zip.sha256";
inline constexpr const char* kBoundName = "申报材料全本.pdf";

/// Files that file managers and offices leave behind: neither ours nor anyone's.
inline bool is_litter(std::string_view name) {
  return name == ".DS_Store" || name == "Thumbs.db" || name == "desktop.ini" || name.starts_with("~$") || name.starts_with(".~lock.");
}

}  // namespace lvce
