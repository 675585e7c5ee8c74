#include "workbook/detect/multipliers.h"

#include <algorithm>
#include <array>

#include "support/text.h"

namespace lvce::formats {
namespace {

constexpr int kNear = 12;  ///< columns between a quantity and its readings

bool says_multiplier(const std::string& text) {
  static constexpr std::array kWords = {"倍率", "乘率", "变比", "倍数"};
  return std::any_of(kWords.begin(), kWords.end(), [&](const char* word) { return text.find(word) != std::string::npos; });
}

/// 倍率60, 倍率：×60 in a text above the table.
bool says_other_than_one(const std::string& text) {
  const std::size_t at = text.find_first_of("0123456789", text.find("倍"));
  const std::string digits = at == std::string::npos ? std::string() : text.substr(at, text.find_first_not_of("0123456789.", at) - at);
  return says_multiplier(text) && !digits.empty() && digits != "1";
}

/// 200/5: of a current transformer.
bool is_ratio_of_current(const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos || slash == 0 || slash + 1 == text.size()) return false;
  const auto is_figure = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
  return std::all_of(text.begin(), text.end(), [&](char c) { return is_figure(c) || c == '/'; });
}

/// 1#主表（×60）
bool heads_a_multiplier(const std::string& header) {
  const std::size_t times = header.find("×");
  return times != std::string::npos && times + 2 < header.size() && header[times + 2] >= '0' && header[times + 2] <= '9';
}

/// Beside or below the figures: 倍率40 as a remark, 须乘以倍率60 under the table.
bool is_noted(const BlockShape& shape) {
  for (int row = shape.axis.first; row <= shape.end; ++row)
    for (int column = 1; column <= shape.grid.columns(); ++column)
      if (says_other_than_one(fold_width(shape.grid.text(row, column)))) return true;
  return false;
}

bool has_multiplier(const BlockShape& shape) {
  for (int column = 1; column <= shape.grid.columns(); ++column) {
    for (int row = 1; row < shape.axis.first; ++row) {
      const std::string text = fold_width(shape.grid.text(row, column));
      if (!says_multiplier(text)) continue;
      const bool other = std::any_of(shape.rows.begin(), shape.rows.end(), [&](int at) {
        const auto figure = shape.grid.figure(at, column);
        return (figure && *figure != Decimal(1)) || is_ratio_of_current(fold_width(shape.grid.text(at, column)));
      });
      if (other || says_other_than_one(text)) return true;
    }
  }
  return false;
}

/// Nine of ten rows are the difference of these two columns.
bool is_difference(const BlockShape& shape, int column, int before, int after) {
  int rows = 0, same = 0;
  for (int row : shape.rows) {
    const auto value = shape.grid.figure(row, column), first = shape.grid.figure(row, before), last = shape.grid.figure(row, after);
    if (!value || !first || !last) continue;
    ++rows;
    same += (*last - *first).rounded(2) == value->rounded(2) && !value->is_zero() ? 1 : 0;
  }
  return rows >= 3 && same * 10 >= rows * 9;
}

}  // namespace

void doubt_unmultiplied(Candidate& found, const BlockShape& shape, int column) {
  if (heads_a_multiplier(found.header)) return found.doubts.push_back("列名写着倍率，所列的数乘过没有看不出来");
  const bool noted = is_noted(shape);
  if (!noted && !has_multiplier(shape)) return;
  const int first = std::max(shape.left, column - kNear), last = std::min(shape.right, column + kNear);
  for (int before = first; before <= last; ++before)
    for (int after = first; after <= last; ++after) {
      if (before == after || before == column || after == column || before == shape.axis.column || after == shape.axis.column) continue;
      if (!is_difference(shape, column, before, after)) continue;
      found.doubts.push_back("是两次读数之差，还没有乘倍率");
      return;
    }
  if (noted) found.doubts.push_back("表里写着倍率，所列的数乘过没有看不出来");
}

}  // namespace lvce::formats
