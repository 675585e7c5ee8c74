#include "render/xlsx_rows.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "document/cell_text.h"
#include "render/xlsx_text.h"

namespace lvce {
namespace {

constexpr double kPointsPerMillimetre = 72.0 / 25.4;
constexpr double kBreakFrom = 0.5;  ///< of a page: from here on a break between two items is taken

int last_row_of(const Table& table, const TablePlace& at) { return std::min(static_cast<int>(table.rows.size()), at.row + std::max(1, at.cell->row_span)) - 1; }

int last_column_of(const Table& table, const TablePlace& at) {
  return std::min(at.column + std::max(1, at.cell->column_span), static_cast<int>(table.columns.size())) - 1;
}

double needed_points(const Table& table, const TablePlace& at, const std::vector<double>& column_mm) {
  double width = 0;
  for (int column = at.column; column <= last_column_of(table, at); ++column) width += column_mm[static_cast<std::size_t>(column)];
  const double text = wrapped_lines(cell_text(at.cell->value), width, table.font_size) * table.font_size * 1.35 + 4;
  return std::max(text, at.cell->min_height_mm * kPointsPerMillimetre);
}

double sum_of(const std::vector<double>& heights, int first, int last) { return std::accumulate(heights.begin() + first, heights.begin() + last + 1, 0.0); }

/// For each row: something that is not repeated goes on there from the row above.
std::vector<bool> rows_within_items(const Table& table, const std::vector<TablePlace>& places) {
  std::vector<bool> within(table.rows.size() + 1, false);
  for (const TablePlace& at : places) {
    if (at.cell->joined) within[static_cast<std::size_t>(at.row)] = true;
    if (at.cell->repeat_text) continue;
    for (int row = at.row + 1; row <= last_row_of(table, at); ++row) within[static_cast<std::size_t>(row)] = true;
  }
  return within;
}

/// Cells of one column that are joined, from the top downwards.
using JoinedCells = std::vector<TablePlace>;

std::vector<JoinedCells> group_joined(const Table& table, const std::vector<TablePlace>& places) {
  std::vector<JoinedCells> groups;
  std::map<int, std::size_t> last_of_column;
  for (const TablePlace& at : places) {
    const auto above = last_of_column.find(at.column);
    const bool goes_on = at.cell->joined && above != last_of_column.end() && last_row_of(table, groups[above->second].back()) + 1 == at.row;
    if (!goes_on) groups.emplace_back();
    const std::size_t group = goes_on ? above->second : groups.size() - 1;
    groups[group].push_back(at);
    last_of_column[at.column] = group;
  }
  return groups;
}

bool holds_number(const TablePlace& at) { return std::holds_alternative<Decimal>(at.cell->value.value); }

class FieldMaker {
 public:
  FieldMaker(const Table& table, const std::vector<double>& heights, const std::vector<int>& page_starts)
      : table_(table), heights_(heights), starts_(page_starts) {}

  std::vector<SheetField> make(const std::vector<JoinedCells>& groups) {
    for (const JoinedCells& group : groups) {
      if (group.size() == 1) {
        add_cell(group.front());
      } else if (std::any_of(group.begin(), group.end(), holds_number)) {
        add_open_cells(group);
      } else {
        add_joined(group);
      }
    }
    return std::move(fields_);
  }

 private:
  SheetField field_of(const TablePlace& at) const {
    return {at.row, at.column, last_row_of(table_, at), last_column_of(table_, at), at.cell, {}, false, false, false};
  }

  /// Pieces of a merged cell, one a page. What is not repeated stands in the tallest.
  void add_cell(const TablePlace& at) {
    std::vector<SheetField> pieces = {field_of(at)};
    for (const int start : starts_) {
      if (start <= pieces.back().row || start > pieces.back().last_row) continue;
      SheetField rest = pieces.back();
      pieces.back().last_row = start - 1;
      rest.row = start;
      pieces.push_back(rest);
    }
    const auto height = [&](const SheetField& field) { return sum_of(heights_, field.row, field.last_row); };
    const auto tallest = std::max_element(pieces.begin(), pieces.end(), [&](const auto& a, const auto& b) { return height(a) < height(b); });
    for (auto piece = pieces.begin(); piece != pieces.end(); ++piece) {
      piece->repeated = at.cell->repeat_text ? piece != pieces.begin() : piece != tallest;
      if (piece->repeated && !at.cell->repeat_text) piece->words = "";
    }
    fields_.insert(fields_.end(), pieces.begin(), pieces.end());
  }

  void add_open_cells(const JoinedCells& group) {
    for (std::size_t i = 0; i < group.size(); ++i) {
      fields_.push_back(field_of(group[i]));
      fields_.back().open_above = i > 0 && !begins_page(group[i]);
      fields_.back().open_below = i + 1 < group.size() && !begins_page(group[i + 1]);
    }
  }

  bool begins_page(const TablePlace& at) const { return std::find(starts_.begin(), starts_.end(), at.row) != starts_.end(); }

  void add_joined(const JoinedCells& group) {
    bool open = false;
    for (const TablePlace& at : group) {
      const std::string text = cell_text(at.cell->value);
      if (open && !begins_page(at)) {
        fields_.back().last_row = last_row_of(table_, at);
        *fields_.back().words += "\n" + text;
        continue;
      }
      fields_.push_back(field_of(at));
      fields_.back().words = text;
      open = true;
    }
  }

  const Table& table_;
  const std::vector<double>& heights_;
  const std::vector<int>& starts_;
  std::vector<SheetField> fields_;
};

}  // namespace

std::vector<double> sheet_row_heights(const Table& table, const std::vector<TablePlace>& places, const std::vector<double>& column_mm) {
  std::vector<double> heights(table.rows.size(), table.font_size * 1.35 + 6);
  std::vector<TablePlace> by_span = places;
  std::stable_sort(by_span.begin(), by_span.end(),
                   [&](const TablePlace& a, const TablePlace& b) { return last_row_of(table, a) - a.row < last_row_of(table, b) - b.row; });
  for (const TablePlace& at : by_span) {
    const int last = last_row_of(table, at);
    const double lacking = needed_points(table, at, column_mm) - sum_of(heights, at.row, last);
    for (int row = at.row; row <= last && lacking > 0; ++row) heights[static_cast<std::size_t>(row)] += lacking / (last - at.row + 1);
  }
  return heights;
}

std::vector<int> sheet_page_starts(const Table& table, const std::vector<TablePlace>& places, const std::vector<double>& heights, SheetPage page) {
  const auto repeats = [](const TablePlace& at) { return at.cell->repeat_text && at.cell->row_span > 1; };
  if (std::none_of(places.begin(), places.end(), repeats)) return {};
  const std::vector<bool> within = rows_within_items(table, places);
  const int head = std::clamp(table.head_rows, 0, static_cast<int>(heights.size()));
  const double head_height = head > 0 ? sum_of(heights, 0, head - 1) : 0;
  std::vector<int> starts;
  double used = page.used + head_height;
  int clean = 0;             // the last row of this page at which a new one may well begin
  double used_to_clean = 0;  // height above it
  for (int row = head; row < static_cast<int>(heights.size()); ++row) {
    const double height = heights[static_cast<std::size_t>(row)];
    if (row > head && used + height > page.room) {
      const bool last = row + 1 == static_cast<int>(heights.size());  // the sum takes the item before it along
      const bool back = (last || within[static_cast<std::size_t>(row)]) && clean > 0 && used_to_clean > kBreakFrom * page.room;
      const bool alone = last && row - 1 > (starts.empty() ? head : starts.back());
      starts.push_back(back ? clean : alone ? row - 1 : row);
      used = head_height + sum_of(heights, starts.back(), row - 1);
      clean = 0;
    }
    if (row > head && !within[static_cast<std::size_t>(row)]) {
      clean = row;
      used_to_clean = used;
    }
    used += height;
  }
  return starts;
}

std::vector<SheetField> sheet_fields(const Table& table, const std::vector<TablePlace>& places, const std::vector<double>& heights,
                                     const std::vector<int>& page_starts) {
  return FieldMaker(table, heights, page_starts).make(group_joined(table, places));
}

}  // namespace lvce
