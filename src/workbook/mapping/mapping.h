// A mapping file: where an office's own ledger keeps what the contract's sheets ask for (docs/mapping.md).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "support/yaml/yaml_tree.h"
#include "support/finding.h"
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
  YamlPlace place;
};

struct TableRule {
  std::vector<std::string> sheets;  ///< patterns
  std::optional<int> year;
  std::optional<int> month;  ///< 0 = 全年
  bool optional = false;
  std::vector<ValueRule> columns;
  YamlPlace place;
};

/// Labels down one column, values beside them.
struct FormRule {
  std::vector<std::string> sheets;
  std::optional<int> year;
  bool optional = false;
  std::vector<std::string> label;   ///< header of the column of labels
  std::vector<std::string> unit;    ///< header of the column of units; may be absent
  std::vector<std::string> values;  ///< header of the values' column, a year beside it left out
  bool months = false;              ///< instead: one column a month
  std::vector<ValueRule> rows;
  std::vector<std::string> ignore;  ///< labels (patterns) that need no note, and are nobody's heading
  YamlPlace place;
};

struct CellRule {
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
  std::string file;                                       ///< pattern of a further workbook in the unit folder; empty: none
  std::vector<std::pair<std::string, std::string>> unit;  ///< items of 单位信息 where the workbook gives none
  std::vector<TableRule> tables;
  std::vector<FormRule> forms;
  std::vector<CellRule> cells;

  /// True for sheets that some rule reads.
  bool reads(const std::string& sheet) const;
};

/// A file, or the name of one in <data>/templates/mappings without its ending. Errors name line and column.
std::optional<Mapping> load_mapping(const std::filesystem::path& choice, const std::filesystem::path& data, Findings& findings);
std::optional<Mapping> parse_mapping(std::string_view bytes, const std::string& shown, Findings& findings);

}  // namespace lvce::formats
