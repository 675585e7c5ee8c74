// 年度基数: areas, people and vehicles of each year, in base units.
#include <algorithm>
#include <map>
#include <set>

#include "support/text.h"
#include "workbook/sheets/rows.h"
#include "workbook/sheets/sheets.h"

namespace lvce {
namespace {

struct BaseColumn {
  const char* name;
  Given<Decimal> YearBase::*member;
  std::map<std::string, int> units;  ///< unit → how many base units
  const char* base_unit;
};

const std::vector<BaseColumn>& base_columns() {
  static const std::map<std::string, int> area = {{"平方米", 1}, {"m2", 1}, {"万平方米", 10000}, {"万m2", 10000}};
  static const std::map<std::string, int> people = {{"人", 1}, {"人数", 1}};
  static const std::map<std::string, int> vehicles = {{"辆", 1}, {"台", 1}};
  static const std::vector<BaseColumn> columns = {
      {"建筑面积", &YearBase::area_m2, area, "平方米"},    {"供热面积", &YearBase::heated_area_m2, area, "平方米"},
      {"用能人数", &YearBase::energy_users, people, "人"}, {"用水人数", &YearBase::water_users, people, "人"},
      {"车辆数量", &YearBase::vehicles, vehicles, "辆"},   {"公务用车数量", &YearBase::official_vehicles, vehicles, "辆"},
  };
  return columns;
}

/// Factor of each column by its header's unit; 0 where the unit is unknown (a finding has been made).
std::map<std::string, int> column_factors(const SheetTable& table) {
  std::map<std::string, int> factors;
  std::vector<std::string> assumed;
  for (const BaseColumn& column : base_columns()) {
    const HeaderColumn* header = table.column(column.name);
    if (header == nullptr || header->unclear) continue;  // nothing, or asked about already
    if (header->unit.empty()) {
      factors[column.name] = 1;
      assumed.push_back(std::string(column.name) + "按" + column.base_unit);
      continue;
    }
    const auto found = column.units.find(header->unit);
    factors[column.name] = found == column.units.end() ? 0 : found->second;
    if (found == column.units.end()) report_unknown_unit(table, column.name, column.base_unit);
  }
  report_assumed_units(table, assumed);
  return factors;
}

Given<Decimal> scaled(Given<Decimal> given, int factor) {
  if (factor == 0 && given.value) {
    given.value.reset();
    given.broken = true;
  }
  if (given.value) given.value = *given.value * Decimal(factor);
  return given;
}

/// Whether a column holds nothing but dashes, 无 and blanks: there is no such thing, as if left blank.
bool is_unused(const SheetTable& table, const std::string& name) {
  const std::vector<int>& rows = table.rows();
  return table.column(name) != nullptr &&
         std::all_of(rows.begin(), rows.end(), [&](int row) { return table.blank(row, name) || table.says_nothing(row, name); });
}

void break_all(YearBase& base, const YearBase& other) {
  for (const BaseColumn& column : base_columns()) {
    Given<Decimal>& mine = base.*column.member;
    if (mine.blank() && (other.*column.member).blank()) continue;
    mine.value.reset();
    mine.broken = true;
  }
}

}  // namespace

TableSpec year_base_spec() {
  TableSpec spec{"年度基数", {"年度"}, {"备注", "说明"}, {"建筑面积", "用能人数"}, false};
  for (const BaseColumn& column : base_columns()) {
    spec.known.push_back(column.name);
    spec.units.emplace(column.name, column.base_unit);
  }
  spec.names = base_header_names();
  return spec;
}

std::vector<YearBase> read_year_bases(const SheetTable& table) {
  const std::map<std::string, int> factors = column_factors(table);
  std::set<std::string> unused;
  for (const BaseColumn& column : base_columns())
    if (is_unused(table, column.name)) unused.insert(column.name);
  std::vector<YearBase> bases;
  for (int row : table.rows()) {
    const std::optional<int> year = read_row_year(table, row);
    if (!year) continue;
    YearBase base;
    base.year = *year;
    base.year_place = table.place(row, "年度");
    for (const BaseColumn& column : base_columns()) {
      if (unused.contains(column.name)) {
        base.*column.member = {std::nullopt, false, table.own_place(row, column.name)};
        continue;
      }
      const auto factor = factors.find(column.name);
      Given<Decimal> given = scaled(table.quantity(row, column.name), factor == factors.end() ? 1 : factor->second);
      if (given.blank()) given.place = table.own_place(row, column.name);
      base.*column.member = std::move(given);
    }
    const auto same = std::find_if(bases.begin(), bases.end(), [&](const YearBase& other) { return other.year == base.year; });
    if (same == bases.end()) {
      bases.push_back(std::move(base));
      continue;
    }
    table.reporter().at_cell("duplicate-year", Severity::error, table.place(row, "年度"), std::to_string(base.year) + " 年填写了两行，都不采用",
                             "请只保留一行");
    break_all(*same, base);
  }
  return bases;
}

}  // namespace lvce
