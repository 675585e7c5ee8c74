#include "workbook/detect/block_shape.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "office/values.h"
#include "support/text.h"
#include "workbook/detect/words.h"

namespace lvce::formats {
namespace {

constexpr std::size_t kMostKinds = 16;

bool same_rows(const Axis& a, const Axis& b) { return a.first <= b.last && b.first <= a.last; }

class ShapeFinder {
 public:
  explicit ShapeFinder(BlockShape& found) : shape(found) {}

  void find() {
    set_bounds();
    find_rows();
    find_years();
    find_kinds();
  }

 private:
  void set_bounds() {
    shape.left = 1;
    shape.right = shape.grid.columns();
    shape.top = 1;
    for (const Axis& other : shape.axes) {
      if (&other == &shape.axis) continue;
      if (same_rows(other, shape.axis) && other.column > shape.axis.column) shape.right = std::min(shape.right, other.column - 1);
      if (same_rows(other, shape.axis) && other.column < shape.axis.column) shape.left = std::max(shape.left, other.column + 1);
      if (other.last < shape.axis.first) shape.top = std::max(shape.top, other.last + 1);
    }
    if (shape.left > 1) shape.left = shape.axis.column;  // what stands there belongs to the block before
    shape.end = shape.grid.rows();
    for (const Axis& other : shape.axes)
      if (other.first > shape.axis.last) shape.end = std::min(shape.end, other.first - 1);
  }

  /// The rows of months, and those below a month that is written once for several.
  void find_rows() {
    std::size_t next = 0;
    for (int row = shape.axis.labels.front().first; row <= shape.axis.last + 40 && row <= shape.end; ++row) {
      if (next < shape.axis.labels.size() && shape.axis.labels[next].first == row) {
        ++next;
        if (!shape.is_total_row(row)) shape.rows.push_back(row);
        continue;
      }
      if (!shape.grid.text(row, shape.axis.column).empty() || shape.is_total_row(row)) {
        if (row > shape.axis.last) break;
        continue;
      }
      if (!has_key(row)) {
        if (row > shape.axis.last) break;
        continue;
      }
      shape.rows.push_back(row);
      shape.down = true;
    }
    shape.last = shape.rows.empty() ? shape.axis.last : std::max(shape.axis.last, shape.rows.back());
  }

  /// Words beside a blank month, and a figure: one more meter of that month.
  bool has_key(int row) const {
    bool word = false, figure = false;
    for (int column = shape.left; column <= shape.right; ++column) {
      if (shape.grid.text(row, column).empty()) continue;
      if (shape.grid.figure(row, column)) figure = true;
      else
        word = word || (column <= shape.axis.column + 3 && !is_day_of_filling(shape.grid.text(row, column)) &&
                        shape.grid.text(row, column).find("：") == std::string::npos);
    }
    return word && figure;
  }

  bool says_years(int column) const {
    int years = 0;
    for (int row : shape.rows) {
      const std::string& text = shape.grid.text(row, column);
      if (text.empty()) continue;
      if (!parse_typed_year(text)) return false;
      ++years;
    }
    return years > 0 && !shape.grid.text(shape.rows.front(), column).empty();
  }

  void find_years() {
    if (shape.rows.empty() || shape.axis.labels.front().second.year) return;
    for (int column = shape.axis.column - 1; column >= shape.left && shape.year_column == 0; --column)
      if (says_years(column)) shape.year_column = column;
    if (shape.year_column == 0 && shape.axis.column < shape.right && says_years(shape.axis.column + 1)) shape.year_column = shape.axis.column + 1;
  }

  bool is_repeated() const {
    std::set<std::tuple<int, int, int>> seen;
    int year = 0;
    for (int row : shape.rows) {
      const auto label = shape.label_at(row);
      if (!label) return true;
      if (const auto said = label->year ? label->year : shape.year_before(row)) year = *said;
      if (!seen.insert({label->year.value_or(year), label->first, label->last}).second) return true;
    }
    return false;
  }

  /// What a text in a column of kinds may be: a carrier, money, or just the quantity.
  static bool is_kind(const std::string& text) {
    return !carriers_in(text).empty() || is_other_carrier(text) || is_other_thing(text) || is_plain_quantity(text);
  }

  /// The column that says what each row is of (能源种类; 用量 and 费用 below one month).
  void find_kinds() {
    if (shape.axis.kind == PeriodKind::years || !is_repeated()) return;
    for (int column = shape.left; column <= shape.right && column <= shape.axis.column + 8; ++column) {
      if (column == shape.axis.column || column == shape.year_column) continue;
      std::set<std::string> texts;
      std::size_t kinds = 0, said = 0;
      for (int row : shape.rows) {
        const std::string& text = shape.grid.text(row, column);
        if (text.empty() || shape.grid.figure(row, column)) continue;
        ++said;
        kinds += is_kind(text) && !is_unit(text) ? 1 : 0;
        texts.insert(text);
      }
      if (said * 10 < shape.rows.size() * 9 || kinds * 10 < said * 8 || texts.size() > kMostKinds) continue;
      if (texts.size() == 1 && carriers_in(*texts.begin()).empty()) continue;
      shape.kind_column = column;
      shape.kinds.assign(texts.begin(), texts.end());
      return;
    }
  }

  BlockShape& shape;
};

}  // namespace

bool BlockShape::says_sum(int row, int column) const {
  const std::string& text = grid.text(row, column);
  if (text.empty() || !is_summary_label(text)) return false;
  if (column <= axis.column) return true;
  static constexpr std::array kRemarks = {"备注", "说明", "同比", "环比", "增减", "附注"};
  return text.find_first_of("0123456789") == std::string::npos && !holds_one(grid.text(axis.first - 1, column), kRemarks);  // 比上月下降12%
}

bool BlockShape::is_total_row(int row) const {
  for (int column = left; column <= axis.column + 2 && column <= right; ++column) {
    const std::string& text = grid.text(row, column);
    const bool group = column < axis.column && label_at(row) && period_label(text, PeriodKind::quarters);  // 一季度 beside its months
    const bool period = group || (column == axis.column ? label_at(row).has_value() : month_label(text).has_value());
    if (says_sum(row, column) && !period) return true;
  }
  return false;
}

std::optional<int> BlockShape::year_before(int row) const {
  if (year_column > 0) return parse_typed_year(grid.text(row, year_column));
  const auto label = label_at(row);
  const bool january = label && label->first == 1;
  for (int at = row - 1; at >= axis.first && grid.text(at, axis.column).find("月") == std::string::npos; --at) {
    if (label_at(at)) break;
    if (const auto year = parse_typed_year(grid.text(at, axis.column))) return year;
    if (const auto year = january ? year_in(grid.text(at, axis.column)) : std::nullopt) return year;
  }
  return std::nullopt;
}

bool BlockShape::has_figures(int column) const {
  return std::any_of(rows.begin(), rows.end(), [&](int row) { return grid.figure(row, column).has_value(); });
}

int BlockShape::count_figure_columns() const {
  int count = 0;
  for (int column = axis.column + 1; column <= right; ++column) count += has_figures(column) ? 1 : 0;
  return count;
}

int BlockShape::real_top() const {
  if (!grid.across()) return top;
  int first = 1;
  for (const Axis& other : axes)
    if (other.column < axis.column) first = std::max(first, last_value_column(other) + 1);
  return first;
}

int BlockShape::last_value_column(const Axis& other) const {
  int found = other.column;
  for (int column = other.column + 1; column < axis.column; ++column) {
    const bool figures = std::any_of(other.labels.begin(), other.labels.end(), [&](const auto& label) { return grid.figure(label.first, column).has_value(); });
    if (figures) found = column;
  }
  return found;
}

std::optional<int> BlockShape::year_at(int row) const {
  if (year_column > 0)
    if (const auto year = parse_typed_year(grid.text(row, year_column))) return year;
  const auto label = label_at(row);
  if (label) return label->year;
  return parse_typed_year(grid.text(row, axis.column));
}

bool BlockShape::says_year_total(int row) const {
  for (int column = left; column <= axis.column + 1; ++column) {
    const std::string text = without_space(grid.text(row, column));
    if (text.empty() || month_label(text) || (column == axis.column && label_at(row))) continue;
    const bool other = is_other_thing(text) || text.find("季") != std::string::npos || text.find("半年") != std::string::npos;
    if (!other && (is_total_label(text) || text == "全年" || text == "计" || text == "年计" || text == "全年用量")) return true;
  }
  return false;
}

BlockShape shape_of(const Grid& grid, const std::vector<Axis>& axes, const Axis& axis) {
  BlockShape shape{grid, axes, axis};
  ShapeFinder(shape).find();
  return shape;
}

}  // namespace lvce::formats
