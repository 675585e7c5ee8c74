// Chinese figures of years. Pure.
#pragma once

#include <string>

namespace lvce {

/// 二〇二一 as 2021, also with ○, 零 or the letter O for 〇; other text as it is.
std::string with_plain_digits(const std::string& text);
/// A year in Chinese figures as one in Arabic ones, wherever it stands: 二〇二一年水电统计 → 2021年水电统计. Other text as it is.
std::string with_year_digits(const std::string& text);

}  // namespace lvce
