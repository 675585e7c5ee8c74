// 名单: which units a bureau deals with, one a row, as it keeps the list itself (.xlsx, .xls, .et, .ods or .csv). For batch, review and draw.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "office/dossier.h"
#include "support/finding.h"

namespace lvce {

/// A row. Texts are trimmed and otherwise as typed; empty: not given.
struct RosterUnit {
  std::string name;               ///< 单位名称, never empty
  std::string folder;             ///< 文件夹: relative to the roster's own folder; see folder_of()
  std::string number;             ///< 单位编号
  std::string level;              ///< 单位层级
  std::string category;           ///< 单位类别
  std::string department;         ///< 归口部门
  std::string rubric;             ///< 评价标准: id or file
  std::string shared;             ///< 共用材料: a folder, or a unit of the roster, whose evidence counts for this one too
  std::string data_from;          ///< 数据来源单位: the unit of the roster (or a folder) whose ledger counts
  std::string received;           ///< 收件日期, 2021-10-12
  std::optional<int> named_year;  ///< 已命名年度: named already, so this year is a re-verification
  /// Columns that only this bureau has, by their header as name_key() gives it, for strata and lists.
  std::map<std::string, std::string> others;
  CellPlace place;  ///< its 单位名称 cell
  int row = 0;

  /// What stands in a column of the roster, by its header (归口部门, 片区 …): empty when blank or when there is no such column.
  std::string column(const std::string& header) const;
};

struct Roster {
  std::string file;                           ///< as findings name it: "名单.xlsx"
  std::filesystem::path folder;               ///< the roster's own
  std::vector<RosterUnit> units;              ///< in the order of the sheet; each name once
  std::vector<RosterUnit> doubtful;           ///< rows of a name that stands twice: none of them counts (an error each)
  std::vector<CellPlace> unnamed;             ///< rows that hold something, but no 单位名称 (an error each)
  std::vector<std::string> headers;           ///< all columns, by the contract's names where they are its own
  std::map<std::string, std::size_t> by_key;  ///< unit_key() → index in `units`

  /// By name, as unit_key() compares them; nothing when the roster has no such unit.
  const RosterUnit* find(const std::string& name) const;
  Place place_of(const RosterUnit& unit) const { return unit.place.in(file); }
  /// Where the unit's folder is: 文件夹, else a folder of the unit's name beside the roster.
  std::filesystem::path folder_of(const RosterUnit& unit) const;
};

struct ReadRoster {
  std::optional<Roster> roster;  ///< nothing: cannot be used at all (exit code 3); the findings say why
  Findings findings;             ///< errors at their cells, notes
};

/// At most 20,000 rows of a workbook, 200,000 of a CSV; a longer one is refused, never cut.
ReadRoster read_roster(const std::filesystem::path& file);

/// What tells units apart: widths folded, without white space and invisible marks. Brackets count.
std::string unit_key(const std::string& name);

}  // namespace lvce
