// Small readings that tables and forms of a mapping share: names, units, years and cells of the office's own sheets.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "office/dossier.h"
#include "workbook/book/book.h"
#include "workbook/sheets/table.h"
#include "workbook/units/ledger_unit.h"

namespace lvce::formats {

/// One of the office's own sheets. `shown` names it: "[年度表.xlsx]2022年" when it lies in a workbook of its own.
struct SourceSheet {
  const xlsx::Book* book = nullptr;
  const xlsx::Sheet* sheet = nullptr;
  std::string shown;
  std::string file = {};  ///< name of its file
  bool further = false;   ///< not of the unit's own workbook

  /// A cell of it, or what stands for one: 工作表名, （映射文件）.
  xlsx::Origin at(std::string cell) const { return {sheet->name, std::move(cell), further ? file : std::string(), {}}; }
  xlsx::Origin origin(int row, int column) const { return at(xlsx::cell_name(row, column)); }
  /// Text as shown: trimmed, dates as 2021-10-12, numbers in their shortest form; empty for blank and unusable cells.
  std::string text(int row, int column) const;
};

/// One cell on its way into a sheet of the contract.
struct Taken {
  xlsx::Cell cell;   ///< blank: only the place is known
  std::string text;  ///< of text and error cells
  xlsx::Origin at;
};

/// Text as shown; of a merged cell that of its first one.
std::string merged_text(const SourceSheet& source, int row, int column);

Taken take(const SourceSheet& source, int row, int column);
/// Sum of the parts, traced to all of them. A part that is blank while another is given, or is no number, is a finding and a refused cell.
Taken take_sum(const std::vector<Taken>& parts, Reporter& reporter);

/// Header or label against the names of a rule. A name with brackets must stand there as a whole; others match without what is in brackets.
bool is_named(const std::string& text, const std::vector<std::string>& names);
/// The unit in the text's brackets, unless a name of the rule takes the brackets in.
std::string unit_beside(const std::string& text, const std::vector<std::string>& names);

/// The only year 1990…2099 named in a text ("能耗统计表（2022年度）"); nothing for none or several.
std::optional<int> year_in(const std::string& text);
/// The day of filling in, or of printing, and numbers of documents: no title.
bool is_day_of_filling(const std::string& text);
/// The same where its words stand in the cell before it: 制表时间： | 2022年2月.
bool is_day_of_filling(const SourceSheet& source, int row, int column);
/// The text without its year: "2022年数量" → "数量".
std::string without_year(const std::string& text);
/// "2021年3月", "2021-03", "202103" or a date.
std::optional<std::pair<int, int>> year_and_month(const std::string& text);

/// The year that a table below `row` is about: named in the nearest text above it (up to `first_row`), else in the sheet's name. The day on
/// which a form was filled in and the numbers of documents do not count.
struct FoundYear {
  int year = 0;
  xlsx::Origin at;
};
std::optional<FoundYear> year_of_sheet(const SourceSheet& source, int first_row, int row);
/// The same of some columns only: where several years stand side by side above a table, that of these columns. Two years that may be meant are none.
std::optional<FoundYear> year_of_columns(const SourceSheet& source, int first_row, int row, const std::vector<int>& columns);

}  // namespace lvce::formats
