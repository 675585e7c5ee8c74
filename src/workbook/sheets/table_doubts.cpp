// What a table shows otherwise than it is stored: hidden columns, fields that an unquoted comma cut, units inside number formats.
#include <algorithm>
#include <map>

#include "workbook/book/number_format.h"
#include "workbook/sheets/table.h"

namespace lvce {
namespace {

using xlsx::UnitWord;

bool same_base(std::string_view one, std::string_view other, bool water) {
  const auto is_volume = [](std::string_view base) { return base == "立方米" || base == "吨"; };  // a tonne of water is a cubic metre
  return one == other || (water && is_volume(one) && is_volume(other));
}

/// The figure as the format shows it is not the figure under this header.
bool contradicts(const xlsx::Shown& shown, const std::string& unit, bool water) {
  if (shown == xlsx::Shown{}) return false;
  if (shown.word == 0) return shown.shift != 0;
  const UnitWord header = xlsx::unit_word(unit);
  const UnitWord format = xlsx::unit_word_at(shown.word);
  if (header.base.empty()) return false;  // an unknown unit is reported for its own sake
  return (!format.base.empty() && !same_base(format.base, header.base, water)) || format.tens - shown.shift != header.tens;
}

/// The figure as the eye sees it: 5.1 with 万千瓦时.
std::string as_shown(const xlsx::Cell& cell) {
  std::optional<Decimal> figure = Decimal::from_cell(cell.number);
  if (!figure) return {};
  for (int i = 0; i < cell.shown.shift; ++i) *figure = *figure * *Decimal::parse("0.1");
  return "“" + figure->shortest() + xlsx::format_word(cell.shown.word) + "”";
}

}  // namespace

void SheetTable::note_hidden_columns() const {
  std::vector<std::pair<int, std::string>> hidden;
  for (const auto& [name, column] : columns_) {
    if (sheet_->hidden_columns.contains(column.index)) hidden.emplace_back(column.index, "「" + column.header + "」");
  }
  if (hidden.empty()) return;
  std::sort(hidden.begin(), hidden.end());
  std::string names;
  for (const auto& [index, name] : hidden) names += name;
  reporter_->at_sheet("columns-hidden", Severity::note, name_, names + "列被隐藏，其中的内容仍然计入", "不应计入的请删除该列");
}

/// Separated text: a row with more fields than the header has a comma that belongs to a figure. Rows that all end in the same empty fields are
/// sound.
void SheetTable::refuse_overlong_rows() {
  if (sheet_->fields.empty()) return;
  const int header = sheet_->fields.at(header_row_);
  std::map<int, int> widths;
  for (int row : rows_) ++widths[sheet_->fields.at(row)];
  const auto usual = std::max_element(widths.begin(), widths.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  for (int row : rows_) {
    const int fields = sheet_->fields.at(row);
    const bool filled = sheet_->rows.at(row).rbegin()->first > header;
    if (fields <= header || (!filled && usual->first == fields && usual->second > 1)) continue;
    refused_rows_.insert(row);
    reporter_->at_cell("csv-row-too-long", Severity::error, {name_, "第" + std::to_string(row) + "行"},
                       "这一行有 " + std::to_string(fields) + " 格，表头只有 " + std::to_string(header) + " 格，这一行的数没有采用",
                       "数字里带千分位逗号（如 1,205）的，请去掉逗号；文字里有逗号的，请给这一格加上双引号");
  }
}

void SheetTable::compare_formats(const TableSpec& spec) {
  for (const auto& [name, usual] : spec.units) {
    const auto found = columns_.find(name);
    if (found == columns_.end() || found->second.twice) continue;
    HeaderColumn& column = found->second;
    const std::string unit = column.unit.empty() ? usual : column.unit;
    const std::vector<int> rows = contradicting_rows(name, column, unit);
    if (rows.empty()) continue;
    const xlsx::Shown& shown = cell(rows.front(), name).shown;
    const bool alike = std::all_of(rows_.begin(), rows_.end(), [&, key = name](int row) {
      const xlsx::Cell& one = cell(row, key);
      return one.kind != xlsx::Cell::Kind::number || one.shown == shown;
    });
    if (column.unit.empty() && alike && shown.shift == 0 && !xlsx::unit_word_at(shown.word).base.empty()) {
      column.unit = xlsx::format_word(shown.word);
      column.unit_of_format = true;
      reporter_->at_cell("unit-of-format", Severity::note, header_place(name), "表头没有写计量单位，按数字格式显示的“" + column.unit + "”采用",
                         "请在表头写明单位");
    } else {
      report_contradiction(name, rows, column.unit.empty() ? "没有写单位（按" + unit + "）" : "的单位是“" + unit + "”");
    }
  }
}

std::vector<int> SheetTable::contradicting_rows(const std::string& name, const HeaderColumn& column, const std::string& unit) const {
  std::vector<int> out;
  for (int row : rows_) {
    const xlsx::Cell& one = sheet_->at(row, column.index);
    if (one.kind == xlsx::Cell::Kind::number && one.number != 0 && contradicts(one.shown, unit, name == "水")) out.push_back(row);
  }
  return out;
}

void SheetTable::report_contradiction(const std::string& name, const std::vector<int>& rows, const std::string& unit) {
  for (int row : rows) refused_cells_.emplace(row, name);
  reporter_->at_cell("unit-contradiction", Severity::error, place(rows.front(), name),
                     "数字格式把这一格显示为" + as_shown(cell(rows.front(), name)) + "，表头 " + header_place(name).cell + "「" + column(name)->header + "」" +
                         unit + "，两处不一致，" + (rows.size() == 1 ? "没有采用" : "这一列这样的 " + std::to_string(rows.size()) + " 格都没有采用"),
                     "请把表头的单位改成与显示的一致；或把单元格格式改为“常规”，按表头的单位填写");
}

}  // namespace lvce
