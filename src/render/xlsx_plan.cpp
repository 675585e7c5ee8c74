#include "render/xlsx_plan.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "document/cell_text.h"
#include "render/xlsx_style.h"
#include "render/xlsx_text.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr double kDefaultRowPoints = 15;
constexpr double kDefaultRowMm = 5.29;
constexpr double kLineHeight = 1.35;  ///< of the letters' size
constexpr double kRowRoom = 6;        ///< pt above and below the lines of a row
// A4 within the margins that xlsx.cpp sets: 0.8 and 0.6 inch at the sides, 0.75 inch above and below.
constexpr double kPortraitWidth = 210 - 1.4 * 25.4, kPortraitHeight = 841.9 - 108;  // mm, pt
constexpr double kLandscapeWidth = 297 - 1.4 * 25.4, kLandscapeHeight = 595.3 - 108;
constexpr double kSafely = 0.96;  ///< programs round the heights of rows in their own ways

double usable_mm(const Section& section) {
  if (section.orientation == Orientation::landscape) return section.narrow_area ? 257 : 225;
  return section.narrow_area ? 170 : 156;
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

/// The usual rows that a seal in the middle of name and date covers whole.
int rows_above_signature() {
  const double line = (cell_style_of(ParagraphStyle::right_line).size * kLineHeight + kRowRoom) * 25.4 / 72;
  return static_cast<int>((kSealMm - 2 * line) / 2 / kDefaultRowMm);
}

class SheetPlanner {
 public:
  explicit SheetPlanner(const Section& section) : section_(section) {
    sheet_.section = &section;
    choose_columns();
  }

  PlannedSheet plan() {
    for (const Block& block : section_.blocks) {
      if (sheet_.repeated_rows && !spans_pages_ && !is_remark(block)) only_table_ = false;
      std::visit([this](const auto& each) { place(each); }, block);
    }
    if (!only_table_) sheet_.repeated_rows.reset();
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

  /// What may stand below a table without being more than the table: notes, a place to sign.
  static bool is_remark(const Block& block) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      return paragraph->style == ParagraphStyle::note || paragraph->style == ParagraphStyle::small || paragraph->style == ParagraphStyle::body_flush ||
             paragraph->style == ParagraphStyle::right_line;
    }
    return std::holds_alternative<Space>(block) || std::holds_alternative<Signature>(block);
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
    const double height = wrapped_lines(text, width_mm(from, to), size) * size * kLineHeight + kRowRoom;
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
    row_ += rows_above_signature();
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
    const bool right = !table.unit_line_right.empty() || !cell_text(table.unit_line_value.value).empty();
    if (table.unit_line.empty() && !right) return;
    const bool both = !table.unit_line.empty() && right && last > 0;
    const int middle = both ? split_column(last) : last;
    if (!table.unit_line.empty()) place_text(table.unit_line, ParagraphStyle::body_flush, 0, middle);
    if (right) place_right_of_unit_line(table, both ? middle + 1 : 0, last);
    ++row_;
  }

  /// A number stays one, its words in its format, so that a formula can keep it right.
  void place_right_of_unit_line(const Table& table, int from, int last) {
    const TableCell& value = table.unit_line_value;
    if (!std::holds_alternative<Decimal>(value.value.value)) {
      place_text(table.unit_line_right + cell_text(value.value), ParagraphStyle::right_line, from, last);
      return;
    }
    SheetField field;
    field.cell = &value;
    PlannedCell planned{{row_, from, row_, last}, field, cell_style_of(ParagraphStyle::right_line).size, false, table.unit_line_right};
    sheet_.cells.push_back(planned);
  }

  /// Last column of the left half by width.
  int split_column(int last) const {
    int column = 0;
    while (column + 1 < last && width_mm(0, column) < width_mm(0, last) / 2) ++column;
    return column;
  }

  /// Height above the table on its printed page.
  double used_above() const {
    double used = 0;
    for (int row = sheet_.breaks.empty() ? 0 : sheet_.breaks.back(); row < row_; ++row) {
      const auto set = sheet_.row_points.find(row);
      used += set == sheet_.row_points.end() ? kDefaultRowPoints : set->second;
    }
    return used;
  }

  /// A printed page holds this many points of row height; a wide sheet is printed smaller and holds more.
  double page_room() const {
    const bool landscape = section_.orientation == Orientation::landscape;
    const double smaller = std::max(1.0, width_mm(0, last_column()) / (landscape ? kLandscapeWidth : kPortraitWidth));
    return (landscape ? kLandscapeHeight : kPortraitHeight) * kSafely * smaller;
  }

  void place_rows(const Table& table) {
    const std::vector<TablePlace> cells = table_places(table);
    for (const TablePlace& at : cells) widen_for_number(at, table.font_size);
    const std::vector<double> heights = sheet_row_heights(table, cells, sheet_.column_mm);
    const std::vector<int> starts = sheet_page_starts(table, cells, heights, {page_room(), used_above()});
    std::vector<int> first_row;
    int next = row_;
    for (const double height : heights) {
      const int count = std::max(1, static_cast<int>(std::ceil(height / kTallestRow)));
      first_row.push_back(next);
      for (int i = 0; i < count; ++i) sheet_.row_points[next + i] = height / count;
      next += count;
    }
    first_row.push_back(next);
    const auto row_at = [&](int row) { return first_row[static_cast<std::size_t>(row)]; };
    for (SheetField& field : sheet_fields(table, cells, heights, starts)) {
      const CellArea area{row_at(field.row), field.column, row_at(field.last_row + 1) - 1, field.last_column};
      sheet_.cells.push_back({area, std::move(field), table.font_size, table.borders, ""});
    }
    for (const int start : starts) sheet_.breaks.push_back(row_at(start));
    const int heads = std::clamp(table.head_rows, 0, static_cast<int>(heights.size()));
    if (!sheet_.repeated_rows && heads > 0 && heads < static_cast<int>(heights.size())) {
      sheet_.repeated_rows = {row_, row_at(heads) - 1};
      spans_pages_ = used_above() + std::accumulate(heights.begin(), heights.end(), 0.0) > page_room();
    }
    row_ = next;
  }

  /// A number that does not fit shows as #####.
  void widen_for_number(const TablePlace& at, double font_size) {
    const auto* number = std::get_if<Decimal>(&at.cell->value.value);
    if (number == nullptr || at.cell->column_span > 1) return;
    const double digits = static_cast<double>(number_text(*number, at.cell->value.format).size());
    double& width = sheet_.column_mm[static_cast<std::size_t>(at.column)];
    width = std::max(width, column_mm((digits + 1) * font_size / 11));
  }

  const Section& section_;
  PlannedSheet sheet_;
  int row_ = 0;
  bool spans_pages_ = false;  ///< the table whose head is repeated
  bool only_table_ = true;    ///< else its head would stand above other things on later pages
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
      if (!cell.field.cell->name.empty() && !cell.field.repeated) names.emplace(cell.field.cell->name, CellPlaceInBook{sheet, cell.area.row, cell.area.column});
    }
  }
  return names;
}

namespace {

/// The formula with each {name} replaced by what `reference` makes of its place and of the text before it; nothing where that gives nothing.
template <typename Reference>
std::optional<std::string> replace_names(const std::string& formula, const CellNames& names, Reference reference) {
  std::string out;
  std::size_t at = 0;
  for (auto open = formula.find('{'); open != std::string::npos; open = formula.find('{', at)) {
    const auto close = formula.find('}', open);
    if (close == std::string::npos) return std::nullopt;
    const auto found = names.find(formula.substr(open + 1, close - open - 1));
    if (found == names.end()) return std::nullopt;
    out += formula.substr(at, open - at);
    const std::optional<std::string> cell = reference(found->second, out);
    if (!cell) return std::nullopt;
    out += *cell;
    at = close + 1;
  }
  return out + formula.substr(at);
}

}  // namespace

std::optional<std::string> resolve_formula(const std::string& formula, std::size_t sheet, const CellNames& names, const std::vector<PlannedSheet>& sheets) {
  return replace_names(formula, names, [&](const CellPlaceInBook& place, const std::string& before) -> std::optional<std::string> {
    const bool ends_range = !before.empty() && before.back() == ':';  // 'sheet'!A1:B2 names the sheet once
    const bool elsewhere = place.sheet != sheet && !ends_range;
    return (elsewhere ? quoted(sheets[place.sheet].name) : std::string()) + cell_reference(place.row, place.column);
  });
}

std::optional<std::string> resolve_condition(const std::string& condition, std::size_t sheet, const CellNames& names) {
  return replace_names(condition, names, [&](const CellPlaceInBook& place, const std::string&) {
    return place.sheet == sheet ? std::optional(fixed_reference(place)) : std::nullopt;
  });
}

std::string chart_range(const std::string& first, const std::string& last, const CellNames& names, const std::vector<PlannedSheet>& sheets) {
  const auto from = names.find(first), to = names.find(last);
  if (from == names.end() || to == names.end() || from->second.sheet != to->second.sheet) return {};
  return "=" + quoted(sheets[from->second.sheet].name) + fixed_reference(from->second) + ":" + fixed_reference(to->second);
}

}  // namespace lvce
