// A sheet as a table: header row found, columns by name, cells read as text, number, percentage … Everything unreadable becomes a
// finding that names sheet and cell, and a broken value.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "office/dossier.h"
#include "support/finding.h"
#include "workbook/book/book.h"
#include "workbook/sheets/header_names.h"

namespace lvce {

CellPlace place_of(const xlsx::Origin& origin);

/// Writes findings about one workbook.
class Reporter {
 public:
  Reporter(std::string file, Findings& findings) : file_(std::move(file)), findings_(findings) {}
  const std::string& file() const { return file_; }
  Finding& at_cell(std::string code, Severity severity, const CellPlace& place, std::string message, std::string hint = {});
  void at_sheet(std::string code, Severity severity, const std::string& sheet, std::string message, std::string hint = {});
  void at_file(std::string code, Severity severity, std::string message, std::string hint = {});
  /// Findings about this sheet of the contract name the office's own sheets that a mapping file read it from.
  void stands_for(const std::string& sheet, const std::string& own) { own_names_[sheet] = own; }

 private:
  std::string file_;
  Findings& findings_;
  std::map<std::string, std::string> own_names_;
};

struct TableSpec {
  std::string sheet;                  ///< name of the sheet in the contract
  std::vector<std::string> required;  ///< the header row is the first that holds all of these
  std::vector<std::string> known;     ///< further columns
  std::vector<std::string> expected;  ///< known columns whose absence is told
  bool any_column = false;            ///< detail ledgers: every header is a column
  /// Of columns with figures: the unit that is meant when the header names none.
  std::map<std::string, std::string> units = {};
  /// What offices call these columns.
  HeaderNames names = {};
};

struct HeaderColumn {
  int index = 0;
  std::string header;           ///< as typed
  std::string unit;             ///< see header_unit
  bool twice = false;           ///< the same name stands in two columns: neither counts
  std::vector<int> also;        ///< the other columns of that name
  bool unclear = false;         ///< a name with several meanings: what stands below is given, and not read
  bool unit_of_format = false;  ///< the header names no unit; all number formats below it show this one
};

/// A unit that stands outside a column's header, and where.
struct UnitSaid {
  std::vector<std::string> units;  ///< several: either may be meant
  std::string text;                ///< as typed
  CellPlace place;
  bool of_column = false;  ///< it speaks of this column alone
};

class SheetTable {
 public:
  /// Nothing when no header row is found (a finding says so).
  static std::optional<SheetTable> find(const xlsx::Book& book, const xlsx::Sheet& sheet, const TableSpec& spec, Reporter& reporter);

  Reporter& reporter() const { return *reporter_; }
  /// The contract's name of the sheet, however it was typed.
  const std::string& sheet_name() const { return name_; }
  const std::map<std::string, HeaderColumn>& columns() const { return columns_; }
  const HeaderColumn* column(const std::string& name) const;
  /// Rows below the header that hold something in a known column.
  const std::vector<int>& rows() const { return rows_; }

  const xlsx::Cell& cell(int row, const std::string& column) const;
  CellPlace place(int row, const std::string& column) const;
  /// The same; nothing where a mapping file put the sheet together and the office has no such cell.
  CellPlace own_place(int row, const std::string& column) const;
  CellPlace header_place(const std::string& column) const;
  bool blank(int row, const std::string& column) const;
  /// Row of the top cell of a vertical merge that covers this cell (年度 written once for its months), else the row itself.
  int filled_down_row(int row, const std::string& column) const;
  /// Last row of the vertical merge that begins in this cell, or the row itself.
  int merged_to_row(int row, const std::string& column) const;

  /// Text as shown: numbers in their shortest form, 95%-cells as "95%", TRUE as 是, dates as 2021-10-12, trimmed, line breaks kept.
  Given<std::string> text(int row, const std::string& column) const;
  /// `text`, empty when blank or broken.
  std::string plain_text(int row, const std::string& column) const;
  /// Also with the column's unit behind it (942.5元).
  Given<Decimal> number(int row, const std::string& column) const;
  /// Whether the cell says that there is nothing: "/", "—", 无, 未用.
  bool says_nothing(int row, const std::string& column) const;
  /// A number that must not be negative.
  Given<Decimal> quantity(int row, const std::string& column) const;
  /// In percent: a %-formatted cell, "95%" or a number over 1; 0 is 0; a plain number in (0, 1] is an error that asks which.
  Given<Decimal> percentage(int row, const std::string& column) const;
  Given<int> year(int row, const std::string& column) const;
  Given<int> month(int row, const std::string& column) const;

  /// The column's unit: of its header, else the usual one; empty when none is known.
  std::string unit_of(const std::string& column) const;

  /// The shown text of a cell without any finding; empty for blank, error and uncomputed cells.
  std::string shown(const xlsx::Cell& cell) const;

 private:
  bool unusable(const xlsx::Cell& cell, const CellPlace& place) const;
  void find_rows();
  void note_hidden_rows() const;
  // table_units.cpp: units outside the headers.
  void find_unit_row(const TableSpec& spec);
  std::vector<UnitSaid> units_said(const std::string& name, const HeaderColumn& column) const;
  void settle_units(const TableSpec& spec);
  void compare_unit(const std::string& name, HeaderColumn& column, const UnitSaid& said);
  // table_doubts.cpp: what would be read wrongly is reported once and refused.
  void note_hidden_columns() const;
  void refuse_overlong_rows();
  void compare_formats(const TableSpec& spec);
  std::vector<int> contradicting_rows(const std::string& name, const HeaderColumn& column, const std::string& unit) const;
  void report_contradiction(const std::string& name, const std::vector<int>& rows, const std::string& unit);
  bool refused(int row, const std::string& column) const { return refused_rows_.contains(row) || refused_cells_.contains({row, column}); }

  const xlsx::Book* book_ = nullptr;
  const xlsx::Sheet* sheet_ = nullptr;
  std::string name_;
  std::map<std::string, std::string> usual_units_;  ///< of columns whose header names none
  Reporter* reporter_ = nullptr;
  int header_row_ = 0;
  int unit_row_ = 0;  ///< 0: none
  std::map<std::string, HeaderColumn> columns_;
  std::vector<int> rows_;
  std::set<int> refused_rows_;
  std::set<std::pair<int, std::string>> refused_cells_;
};

}  // namespace lvce
