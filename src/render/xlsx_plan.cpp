#include "render/xlsx_plan.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "compose/cell_text.h"
#include "compose/table_grid.h"
#include "render/xlsx_style.h"
#include "render/xlsx_text.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr double kPointsPerMillimetre = 72.0 / 25.4;
constexpr double kDefaultRowMm = 5.29;  // 15 pt

double usable_mm(const Section& section) {
  if (section.orientation == Orientation::landscape) return section.narrow_frame ? 257 : 225;
  return section.narrow_frame ? 170 : 156;
}

std::vector<double> widths_of(const Table& table, double usable) {
  double fixed = 0, shares = 0;
  for (const TableColumn& column : table.columns) {
    fixed += column.width;
    if (column.width <= 0) shares += column.share;
  }
  const double left = std::max(usable - fixed, 20.0);
  std::vector<double> widths;
  for (const TableColumn& column : table.columns) widths.push_back(column.width > 0 ? column.width : left * column.share / shares);
  return widths;
}

std::string text_of_runs(const std::vector<Run>& runs) {
  std::string text;
  for (const Run& run : runs) text += run.text;
  return text;
}

class SheetPlanner {
 public:
  explicit SheetPlanner(const Section& section) : section_(section) {
    sheet_.section = &section;
    choose_columns();
  }

  PlannedSheet plan() {
    for (const Block& block : section_.blocks) std::visit([this](const auto& each) { place(each); }, block);
    return std::move(sheet_);
  }

 private:
  /// The sheet's columns are those of its widest table; every table starts in column A.
  void choose_columns() {
    const double usable = usable_mm(section_);
    for (const Block& block : section_.blocks) {
      const auto* table = std::get_if<Table>(&block);
      if (table != nullptr && table->columns.size() > sheet_.column_mm.size()) sheet_.column_mm = widths_of(*table, usable);
    }
    if (sheet_.column_mm.empty()) sheet_.column_mm = {usable};
  }

  int last_column() const { return static_cast<int>(sheet_.column_mm.size()) - 1; }

  double width_mm(int from, int to) const {
    double width = 0;
    for (int column = from; column <= std::min(to, last_column()); ++column) width += sheet_.column_mm[static_cast<std::size_t>(column)];
    return width;
  }

  // ---- paragraphs ----
  void place_text(const std::string& text, ParagraphStyle style, int from, int to) {
    const double size = cell_style_of(style).size;
    const double height = wrapped_lines(text, width_mm(from, to), size) * size * 1.35 + 6;
    sheet_.texts.push_back({{row_, from, row_, to}, text, style});
    double& row = sheet_.row_points[row_];
    row = std::min(std::max(row, height), kTallestRow);
  }

  void place(const Paragraph& paragraph) {
    place_text(text_of_runs(paragraph.runs), paragraph.style, 0, last_column());
    ++row_;
  }

  void place(const Space& space) { row_ += std::max(1, static_cast<int>(std::lround(space.lines))); }

  void place(const PageBreak&) {
    if (row_ > 0) sheet_.breaks.push_back(row_);
  }

  void place(const Signature& signature) {
    row_ += 2;  // room for the seal
    for (const std::string& line : {signature.name, signature.date}) {
      place_text(line, ParagraphStyle::right_line, 0, last_column());
      ++row_;
    }
  }

  void place(const Chart& chart) {
    ++row_;
    sheet_.charts.push_back({row_, width_mm(0, last_column()), &chart});
    row_ += static_cast<int>(std::ceil(chart.height_mm / kDefaultRowMm)) + 1;
  }

  void place(const PhotoPages&) {}

  void place(const Contents& contents) {
    for (const ContentsEntry& entry : contents.entries) {
      place_text(entry.text, ParagraphStyle::body_flush, 0, last_column());
      ++row_;
    }
  }

  // ---- tables ----
  void place(const Table& table) {
    const int last = static_cast<int>(table.columns.size()) - 1;
    if (!table.title.empty()) {
      place_text(table.title, ParagraphStyle::table_title, 0, last);
      ++row_;
    }
    place_unit_line(table, last);
    place_rows(table);
  }

  void place_unit_line(const Table& table, int last) {
    if (table.unit_line.empty() && table.unit_line_right.empty()) return;
    const bool both = !table.unit_line.empty() && !table.unit_line_right.empty() && last > 0;
    const int middle = both ? split_column(last) : last;
    if (!table.unit_line.empty()) place_text(table.unit_line, ParagraphStyle::body_flush, 0, middle);
    if (!table.unit_line_right.empty()) place_text(table.unit_line_right, ParagraphStyle::right_line, both ? middle + 1 : 0, last);
    ++row_;
  }

  /// Last column of the left half by width.
  int split_column(int last) const {
    int column = 0;
    while (column + 1 < last && width_mm(0, column) < width_mm(0, last) / 2) ++column;
    return column;
  }

  double needed_points(const Table& table, const GridPlace& at) const {
    const std::string text = cell_text(at.cell->value);
    const double width = width_mm(at.column, at.column + at.cell->column_span - 1);
    const double size = table.font_size;
    return std::max(wrapped_lines(text, width, size) * size * 1.35 + 4, at.cell->min_height_mm * kPointsPerMillimetre);
  }

  std::vector<double> row_heights(const Table& table, const std::vector<GridPlace>& cells) const {
    std::vector<double> heights(table.rows.size(), table.font_size * 1.35 + 6);
    for (const bool spanned : {false, true}) {
      for (const GridPlace& at : cells) {
        if ((at.cell->row_span > 1) != spanned) continue;
        const std::size_t first = static_cast<std::size_t>(at.row);
        const std::size_t last = std::min(heights.size(), first + static_cast<std::size_t>(at.cell->row_span)) - 1;
        double have = 0;
        for (std::size_t row = first; row <= last; ++row) have += heights[row];
        heights[last] += std::max(0.0, needed_points(table, at) - have);
      }
    }
    return heights;
  }

  void place_rows(const Table& table) {
    const std::vector<GridPlace> cells = grid_places(table);
    const std::vector<double> heights = row_heights(table, cells);
    std::vector<int> first_row, row_count;
    int next = row_;
    for (const double height : heights) {
      const int count = std::max(1, static_cast<int>(std::ceil(height / kTallestRow)));
      first_row.push_back(next);
      row_count.push_back(count);
      for (int i = 0; i < count; ++i) sheet_.row_points[next + i] = height / count;
      next += count;
    }
    for (const GridPlace& at : cells) {
      const std::size_t first = static_cast<std::size_t>(at.row);
      const std::size_t last = std::min(heights.size(), first + static_cast<std::size_t>(std::max(1, at.cell->row_span))) - 1;
      const int last_column = std::min(at.column + std::max(1, at.cell->column_span), static_cast<int>(table.columns.size())) - 1;
      sheet_.cells.push_back({{first_row[first], at.column, first_row[last] + row_count[last] - 1, last_column}, at.cell, table.font_size, table.borders});
      widen_for_number(sheet_.cells.back());
    }
    const std::size_t heads = std::min(static_cast<std::size_t>(std::max(0, table.head_rows)), heights.size());
    if (!sheet_.repeated_rows && heads > 0 && heads < heights.size()) sheet_.repeated_rows = {row_, first_row[heads] - 1};
    row_ = next;
  }

  /// A number that does not fit shows as #####.
  void widen_for_number(const PlannedCell& planned) {
    const auto* number = std::get_if<Decimal>(&planned.cell->value.value);
    if (number == nullptr || planned.area.column != planned.area.last_column) return;
    const double digits = static_cast<double>(number_text(*number, planned.cell->value.format).size());
    double& width = sheet_.column_mm[static_cast<std::size_t>(planned.area.column)];
    width = std::max(width, column_mm((digits + 1) * planned.font_size / 11));
  }

  const Section& section_;
  PlannedSheet sheet_;
  int row_ = 0;
};

std::string unique_name(const std::string& wanted, std::set<std::string>& used) {
  std::string name = clean_sheet_name(wanted);
  for (int number = 2; !used.insert(name).second; ++number) name = clean_sheet_name(std::to_string(number) + name);
  return name;
}

std::string quoted(const std::string& sheet) { return "'" + replace_all(sheet, "'", "''") + "'!"; }

/// $A$1
std::string fixed_reference(const CellPlaceInBook& place) {
  const std::string plain = cell_reference(place.row, place.column);
  const auto digits = plain.find_first_of("0123456789");
  return "$" + plain.substr(0, digits) + "$" + plain.substr(digits);
}

}  // namespace

std::vector<PlannedSheet> plan_sheets(const Document& document) {
  std::vector<PlannedSheet> sheets;
  std::set<std::string> used;
  for (const Section& section : document.sections) {
    if (section.sheet.empty()) continue;
    sheets.push_back(SheetPlanner(section).plan());
    sheets.back().name = unique_name(section.sheet, used);
  }
  return sheets;
}

CellNames collect_names(const std::vector<PlannedSheet>& sheets) {
  CellNames names;
  for (std::size_t sheet = 0; sheet < sheets.size(); ++sheet) {
    for (const PlannedCell& cell : sheets[sheet].cells) {
      if (!cell.cell->name.empty()) names.emplace(cell.cell->name, CellPlaceInBook{sheet, cell.area.row, cell.area.column});
    }
  }
  return names;
}

std::optional<std::string> resolve_formula(const std::string& formula, std::size_t sheet, const CellNames& names,
                                           const std::vector<PlannedSheet>& sheets) {
  std::string out;
  std::size_t at = 0;
  for (auto open = formula.find('{'); open != std::string::npos; open = formula.find('{', at)) {
    const auto close = formula.find('}', open);
    if (close == std::string::npos) return std::nullopt;
    const auto found = names.find(formula.substr(open + 1, close - open - 1));
    if (found == names.end()) return std::nullopt;
    out += formula.substr(at, open - at);
    const bool ends_range = !out.empty() && out.back() == ':';  // 'sheet'!A1:B2 names the sheet once
    if (found->second.sheet != sheet && !ends_range) out += quoted(sheets[found->second.sheet].name);
    out += cell_reference(found->second.row, found->second.column);
    at = close + 1;
  }
  return out + formula.substr(at);
}

std::string chart_range(const std::string& first, const std::string& last, const CellNames& names, const std::vector<PlannedSheet>& sheets) {
  const auto from = names.find(first), to = names.find(last);
  if (from == names.end() || to == names.end() || from->second.sheet != to->second.sheet) return {};
  return "=" + quoted(sheets[from->second.sheet].name) + fixed_reference(from->second) + ":" + fixed_reference(to->second);
}

}  // namespace lvce
