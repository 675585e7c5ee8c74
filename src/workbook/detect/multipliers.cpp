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

bool has_multiplier(const BlockShape& shape) {
  for (int column = 1; column <= shape.grid.columns(); ++column) {
    for (int row = 1; row < shape.axis.first; ++row) {
      const std::string text = fold_width(shape.grid.text(row, column));
      if (!says_multiplier(text)) continue;
      const bool other = std::any_of(shape.rows.begin(), shape.rows.end(), [&](int at) {
        const auto figure = shape.grid.figure(at, column);
        return figure && *figure != Decimal(1);
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
  if (!has_multiplier(shape)) return;
  const int first = std::max(shape.left, column - kNear), last = std::min(shape.right, column + kNear);
  for (int before = first; before <= last; ++before)
    for (int after = first; after <= last; ++after) {
      if (before == after || before == column || after == column || before == shape.axis.column || after == shape.axis.column) continue;
      if (!is_difference(shape, column, before, after)) continue;
      found.doubts.push_back("是两次读数之差，还没有乘倍率");
      return;
    }
}

}  // namespace lvce::formats
