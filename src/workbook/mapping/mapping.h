// A mapping file: where an office's own ledger keeps what the contract's sheets ask for (docs/mapping.md).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "support/finding.h"
#include "support/yaml/yaml_tree.h"
#include "workbook/book/book.h"

namespace lvce::formats {

/// "能耗台账/电": a column of a sheet of the contract. For the row's own 年度 and 月份 the sheet is empty.
struct Target {
  std::string sheet;
  std::string column;
};

/// What columns of tables and rows of forms share.
struct ValueRule {
  std::vector<std::string> names;  ///< header or row label, any of these
  std::string under;               ///< heading above the column, or the row that this one is a part of; empty: anywhere
  std::string unit;                ///< where the office's own sheet does not say
  Target to;
  bool add = false;       ///< added to the other values with the same target
  bool optional = false;  ///< its absence is not told
  bool down = false;      ///< a blank repeats the cell above (年度, 月份)
  int letter = 0;         ///< the column itself (C is 3), whatever its header says; 0: by its header
  int nth = 0;            ///< of several columns of that header the nth; 0: there must be one
  bool days = false;      ///< all columns headed 1 … 31 (日), added; blank days are none
  YamlPlace place;
};

/// Only rows whose cell in a column says one of these.
struct Where {
  std::vector<std::string> header;
  std::vector<std::string> is;
  bool asked() const { return !header.empty(); }
};

struct TableRule {
  std::vector<std::string> files;   ///< patterns of names without their ending; empty: any
  std::vector<std::string> sheets;  ///< patterns
  std::optional<int> year;
  std::optional<int> month;  ///< 0 = 全年
  bool optional = false;
  bool sum = false;                      ///< rows of one month are added: a row for each meter, building or card
  Where where;                           ///< which rows
  std::vector<std::string> unit_column;  ///< header of the column that holds each row's unit
  std::vector<std::string> ignore;       ///< patterns: rows whose first text is one are left out
  std::vector<ValueRule> columns;
  YamlPlace place;
};

/// Where a form, or a cell, says its month.
struct MonthSource {
  enum class Kind { anywhere, fixed, cell, sheet_name, file_name };
  Kind kind = Kind::anywhere;  ///< in the title, else in the sheet's name, else in the file's; nowhere: a whole year's
  int month = 0;               ///< fixed; 0 = 全年
  int row = 0;                 ///< cell
  int column = 0;
};

/// Labels down one column, values beside them.
struct FormRule {
  std::vector<std::string> files;
  std::vector<std::string> sheets;
  std::optional<int> year;
  bool optional = false;
  std::vector<std::string> label;    ///< header of the column of labels
  std::vector<std::string> unit;     ///< header of the column of units; may be absent
  std::vector<std::string> values;   ///< header of the values' column, a year beside it left out
  bool months = false;               ///< instead: one column a month
  std::vector<std::string> heading;  ///< header of a second column of labels, before the first: what they are part of
  MonthSource month;                 ///< of forms that are a month's
  std::vector<ValueRule> rows;
  std::vector<std::string> ignore;  ///< labels (patterns) that need no note, and are nobody's heading
  YamlPlace place;
};

/// Months in a column or a row, values beside or below them, cell by cell: what `lvce map` writes.
struct SeriesRule {
  std::vector<std::string> files;
  std::vector<std::string> sheets;
  std::optional<xlsx::Range> months;  ///< one column or one row; nothing: `month` says where
  MonthSource month;                  ///< `values` is one cell of each sheet, or several that are added
  std::vector<xlsx::Range> values;    ///< rows (or columns) of `months`; several cells of one month are added
  std::optional<xlsx::Range> years;   ///< cells of the year beside the months
  std::optional<xlsx::Range> where;   ///< cells that must say one of `is`
  std::vector<std::string> is;
  std::optional<int> year;
  std::string unit;
  Target to;
  bool sum = false;       ///< cells of one month, here and in other entries, are added
  bool days = false;      ///< blank cells among several are none
  bool down = false;      ///< a blank month repeats the one before
  bool readings = false;  ///< blank months belong to the next figure: the meter is read every few months
  YamlPlace place;
};

struct CellRule {
  std::vector<std::string> files;
  std::string sheet;
  int row = 0;
  int column = 0;
  Target to;
  std::optional<int> year;
  int month = 0;
  std::string unit;
  YamlPlace place;
};

struct Mapping {
  std::string shown;                                      ///< the mapping file's name, for findings
  std::vector<std::string> files;                         ///< patterns of further workbooks in the unit folder, and in 能耗/; empty: all of 能耗/
  std::vector<std::pair<std::string, std::string>> unit;  ///< items of 单位信息 where the workbook gives none
  std::vector<TableRule> tables;
  std::vector<FormRule> forms;
  std::vector<SeriesRule> series;
  std::vector<CellRule> cells;

  /// All patterns of files, of the mapping and of its rules.
  std::vector<std::string> all_files() const;
  /// True for sheets that some rule reads.
  bool reads(const std::string& sheet) const;
};

/// A file, or the name of one in <data>/templates/mappings without its ending. Errors name line and column.
inline constexpr const char* kOwnMapping = "映射.yaml";  ///< in the unit folder: taken without being asked for
std::optional<Mapping> load_mapping(const std::filesystem::path& choice, const std::filesystem::path& data, Findings& findings);
std::optional<Mapping> parse_mapping(std::string_view bytes, const std::string& shown, Findings& findings);

}  // namespace lvce::formats
