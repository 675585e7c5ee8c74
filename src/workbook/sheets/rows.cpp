#include "workbook/sheets/rows.h"

#include <algorithm>
#include <set>

#include "office/values.h"
#include "support/text.h"

namespace lvce {
namespace {

/// A line of words under the table ("注：…"): text in the first column and nothing in any other.
bool is_remark(const SheetTable& table, int row, const std::string& first) {
  if (table.cell(row, first).kind != xlsx::Cell::Kind::text) return false;
  return std::all_of(table.columns().begin(), table.columns().end(),
                     [&](const auto& column) { return column.first == first || table.blank(row, column.first); });
}

/// A month that waits to be filled in: nothing but 月份, as in a new workbook whose year is not known.
bool holds_nothing_but_month(const SheetTable& table, int row) {
  return std::all_of(table.columns().begin(), table.columns().end(),
                     [&](const auto& column) { return column.first == "月份" || table.blank(row, column.first); });
}

void say_total_row(const SheetTable& table, int row, const std::string& column) {
  table.reporter().at_cell("total-row-skipped", Severity::note, table.place(row, column), "合计行不读取，合计由本程序计算", {});
}

bool says_summary(const SheetTable& table, int row, const std::string& column) {
  const std::string text = table.shown(table.cell(row, column));
  const bool plain = parse_typed_year(text).has_value() || parse_typed_month(text).has_value();
  return table.cell(row, column).kind == xlsx::Cell::Kind::text && is_summary_label(text) && !plain;
}

/// The column that says that the row is worked out from months; empty: none does. 上年 alone is a year that is not said, to be asked for.
std::string summary_column(const SheetTable& table, int row) {
  static const std::set<std::string> kYearsInWords = {"本年", "上年", "去年", "本年度", "上年度"};
  if (says_summary(table, row, "月份")) return "月份";
  const bool year_in_words = kYearsInWords.contains(without_space(table.shown(table.cell(row, "年度"))));
  return says_summary(table, row, "年度") && !year_in_words ? "年度" : "";
}

}  // namespace

bool skip_total_row(const SheetTable& table, int row, const std::vector<std::string>& columns) {
  const auto total = std::find_if(columns.begin(), columns.end(), [&](const std::string& column) {
    const xlsx::Cell& cell = table.cell(row, column);
    return cell.kind == xlsx::Cell::Kind::text && is_total_label(table.shown(cell));
  });
  if (total == columns.end()) return false;
  say_total_row(table, row, *total);
  return true;
}

bool is_summary_row(const SheetTable& table, int row) { return !summary_column(table, row).empty(); }

bool skip_remark_row(const SheetTable& table, int row, const std::string& first) {
  if (!is_remark(table, row, first)) return false;
  table.reporter().at_cell("remark-row-skipped", Severity::note, table.place(row, first), "说明文字，不作为数据读取", {});
  return true;
}

std::optional<int> shown_row_year(const SheetTable& table, int row) {
  const auto month_in = [&](int at) { return parse_typed_month(table.shown(table.cell(at, "月份"))); };
  const auto year_in = [&](int at) { return parse_typed_year(table.shown(table.cell(table.filled_down_row(at, "年度"), "年度"))); };
  const auto& rows = table.rows();
  auto at = std::find(rows.begin(), rows.end(), row);
  if (const auto own = year_in(row); own || at == rows.end() || !table.blank(row, "年度")) return own;
  for (auto month = month_in(row); month && *month > 0 && at != rows.begin();) {
    const auto before = month_in(*--at);
    if (!before || *before == 0 || *before >= *month) break;
    if (const auto year = year_in(*at)) return year;
    if (!table.blank(*at, "年度")) break;
    month = before;
  }
  return std::nullopt;
}

std::optional<int> read_row_year(const SheetTable& table, int row) {
  if (const std::string summary = summary_column(table, row); !summary.empty()) {
    say_total_row(table, row, summary);
    return std::nullopt;
  }
  const bool is_year = parse_typed_year(table.shown(table.cell(row, "年度"))).has_value();
  if (!is_year && skip_remark_row(table, row, "年度")) return std::nullopt;
  const Given<int> year = table.year(row, "年度");
  const auto above = year.blank() && !holds_nothing_but_month(table, row) ? shown_row_year(table, row) : std::nullopt;
  if (above) {
    table.reporter().at_cell("year-from-above", Severity::note, table.place(row, "年度"), "年度空着，按上面各月的年度读取", "不是同一年的，请填写年度");
    return above;
  }
  if (year.blank() && !holds_nothing_but_month(table, row)) {
    table.reporter().at_cell("row-without-year", Severity::error, table.place(row, "年度"), "这一行没有年度，没有采用", "请填写年度");
  }
  return year.value;
}

void report_unknown_unit(const SheetTable& table, const std::string& column, const std::string& usual) {
  table.reporter().at_cell("unit-unknown", Severity::error, table.header_place(column),
                           "“" + column + "”的计量单位「" + table.column(column)->unit + "」无法识别，该列没有采用",
                           "请改为规定的单位，例如“" + column + "（" + usual + "）”");
}

void report_assumed_units(const SheetTable& table, const std::vector<std::string>& assumed) {
  if (assumed.empty()) return;
  table.reporter().at_sheet("unit-assumed", Severity::note, table.sheet_name(), "表头没有写计量单位：" + join(assumed, "，") + "读取",
                            "请在列名后用括号写明单位");
}

}  // namespace lvce
