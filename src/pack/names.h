// Names inside a package that several files of pack/ share.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "bind/bind.h"
#include "bind/online.h"

namespace lvce {

inline constexpr const char* kResultName = "result.json";
inline constexpr const char* kSumsName = "SHA256SUMS";
inline constexpr const char* kZipName = "申报材料.zip";
inline constexpr const char* kZipSumName = "申报材料.zip.sha256";
inline constexpr const char* kPaperSumsName = "文稿校验.sha256";
inline constexpr const char* kBoundName = "申报材料全本.pdf";

inline constexpr const char* kPrintSumsName = "打印校验.sha256";

/// Holds sets that were printed before (printed_sets.h); no part of what is listed, digested or packed.
inline constexpr const char* kPrintedFolder = "已打印";

/// Holds what the office may edit.
inline constexpr const char* kEditableFolder = "可编辑";
/// Whether the path leads into it, or names a Word file elsewhere: what the office changed there is never written over.
bool is_editable_path(const std::string& name);

/// A plain name, or one in 线上填报/ or 可编辑/, the only folders that a package has: no other separator, no "..", at most 255 bytes a name, UTF-8.
bool is_package_path(const std::string& name);

/// The path when it is one of a package and names a regular file that no link leads to; empty otherwise.
std::filesystem::path package_file(const std::filesystem::path& folder, const std::string& name);

/// All files of a package folder by their paths in it, in natural order; litter is left out, and whatever is no regular file is named as it
/// lies there. "?" stands for what cannot be read.
std::vector<std::string> list_package(const std::filesystem::path& folder);

}  // namespace lvce
