// Endings of files as offices keep them, in small letters with the dot.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace lvce {

/// That a unit's workbook may have.
inline constexpr std::array<std::string_view, 4> kWorkbookEndings = {".xlsx", ".xls", ".et", ".ods"};
/// Of documents that an office writes in Word or a program like it.
inline constexpr std::array<std::string_view, 5> kWordEndings = {".docx", ".doc", ".wps", ".odt", ".rtf"};

/// ".pdf" of a file's name, in small letters; empty: no ending.
std::string small_ending(const std::string& name);

template <typename Endings>
constexpr bool is_one_of(const Endings& endings, std::string_view ending) {
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

}  // namespace lvce
