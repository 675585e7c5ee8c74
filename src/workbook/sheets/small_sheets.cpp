// 目标任务, 折算系数, 核对说明 and the optional ledgers.
#include <algorithm>
#include <map>
#include <set>

#include "office/carriers.h"
#include "office/values.h"
#include "rubric/model.h"
#include "support/text.h"
#include "workbook/sheets/figure_with_unit.h"
#include "workbook/sheets/sheets.h"

namespace lvce {
namespace {

bool is_metric(const std::string& name) {
  const std::vector<std::string> metrics = {kPerCapitaEnergy, kPerAreaEnergy, kPerAreaCarbon, kPerCapitaWater};
  return std::find(metrics.begin(), metrics.end(), name) != metrics.end();
}

/// A metric by the names that standards and offices give it.
std::string metric_called(const std::string& name) {
  static const std::map<std::string, std::string> kCalled = {
      {"人均能耗", kPerCapitaEnergy},        {"人均能源消耗", kPerCapitaEnergy},       {"人均能源资源消耗", kPerCapitaEnergy},
      {"单位面积能耗", kPerAreaEnergy},      {"单位建筑面积能源消耗", kPerAreaEnergy}, {"单位建筑面积综合能耗", kPerAreaEnergy},
      {"单位面积碳排放", kPerAreaCarbon},    {"单位建筑面积碳排放量", kPerAreaCarbon}, {"人均水耗", kPerCapitaWater},
      {"人均用水", kPerCapitaWater},         {"人均水资源消耗", kPerCapitaWater},      {"人均水资源消耗量", kPerCapitaWater},
      {"人均水资源消费量", kPerCapitaWater}, {"人均水消耗量", kPerCapitaWater}};
  const auto found = kCalled.find(name);
  return found == kCalled.end() ? name : found->second;
}

void mark_broken(Given<Decimal>& given, const Given<Decimal>& other) {
  if (given.blank() && other.blank()) return;
  given.value.reset();
  given.broken = true;
}

/// A fall by more than a fifth in a year is not assigned: 1.5 in a cell that shows percent has become 150 %.
Given<Decimal> read_required(const SheetTable& table, int row) {
  static const Decimal kMost(20);
  const std::string plain = without_space(fold_width(table.plain_text(row, "下降率要求")));
  Given<Decimal> blank;
  blank.place = table.place(row, "下降率要求");
  if (is_dash(plain) || plain == "无" || plain == "未下达") return blank;
  Given<Decimal> required = table.percentage(row, "下降率要求");
  if (required.value && required.value->is_zero())
    table.reporter().at_cell("target-zero", Severity::warning, required.place, "下降率要求是 0，只要不上升就算完成",
                             "下达的确实是零增长的不用改；没有下达的请留空");
  if (!required.value || *required.value <= kMost) return required;
  const std::string typed = required.value->shortest();
  table.reporter().at_cell("target-unlikely", Severity::error, required.place, "下降率要求 " + typed + "% 高得不合理，没有采用",
                           "是不是 " + (*required.value * *Decimal::parse("0.01")).shortest() + "%？请改为带百分号的数，例如 1.5%");
  required.value.reset();
  required.broken = true;
  return required;
}

}  // namespace

TableSpec target_spec() {
  HeaderNames names;
  names.meanings = {{"下降率", {"下降率要求"}}, {"下降目标", {"下降率要求"}}, {"下降率目标", {"下降率要求"}}, {"定额", {"定额值"}}};
  return {"目标任务", {"指标"}, {"下降率要求", "定额值", "说明", "备注"}, {"下降率要求"}, false, {}, names};
}

std::vector<AssignedTarget> read_targets(const SheetTable& table) {
  std::vector<AssignedTarget> targets;
  for (int row : table.rows()) {
    AssignedTarget target{metric_called(name_key(table.plain_text(row, "指标"))), read_required(table, row), table.quantity(row, "定额值")};
    const bool says_nothing = target.required_pct.blank() && target.quota.blank();
    if (target.metric.empty() || (says_nothing && !is_metric(target.metric))) continue;
    if (!is_metric(target.metric)) {
      table.reporter().at_cell("target-unknown", Severity::warning, table.place(row, "指标"), "「" + target.metric + "」不是规定的指标，没有采用",
                               "规定的指标：人均综合能耗、单位建筑面积能耗、单位建筑面积碳排放、人均用水量");
      continue;
    }
    const auto same = std::find_if(targets.begin(), targets.end(), [&](const AssignedTarget& other) { return other.metric == target.metric; });
    if (same == targets.end()) {
      targets.push_back(std::move(target));
      continue;
    }
    const bool same_says_nothing = same->required_pct.blank() && same->quota.blank();
    if (!says_nothing || !same_says_nothing)
      table.reporter().at_cell("duplicate-target", Severity::error, table.place(row, "指标"), "“" + target.metric + "”填写了两行，都不采用", "请只保留一行");
    const bool no_fall = same->required_pct.blank() && target.required_pct.blank();  // then the standard's own fall stands
    mark_broken(same->required_pct, target.required_pct);
    if (no_fall) same->quota = {};
    else mark_broken(same->quota, target.quota);
  }
  targets.erase(std::remove_if(targets.begin(), targets.end(), [](const AssignedTarget& row) { return row.required_pct.blank() && row.quota.blank(); }),
                targets.end());
  return targets;
}

TableSpec override_spec() { return {"折算系数", {"项目", "数值"}, {"单位", "年份", "来源", "备注", "说明"}, {}, false}; }

std::vector<FactorOverride> read_overrides(const SheetTable& table) {
  std::vector<FactorOverride> overrides;
  for (int row : table.rows()) {
    FactorOverride out{table.plain_text(row, "项目"), table.quantity(row, "数值"), table.plain_text(row, "单位"), table.plain_text(row, "年份"),
                       table.plain_text(row, "来源")};
    if (out.item.empty()) continue;
    if (out.value.blank()) {
      table.reporter().at_cell("override-blank", Severity::note, table.place(row, "数值"), "“" + out.item + "”没有填数值，仍用系数表的数", {});
      continue;
    }
    overrides.push_back(std::move(out));
  }
  return overrides;
}

TableSpec answer_spec() { return {"核对说明", {"代码", "说明"}, {"位置", "备注"}, {}, false}; }

std::vector<LedgerAnswer> read_answers(const SheetTable& table) {
  std::vector<LedgerAnswer> answers;
  for (int row : table.rows()) {
    LedgerAnswer answer{table.plain_text(row, "代码"), table.plain_text(row, "位置"), table.plain_text(row, "说明")};
    if (!answer.text.empty()) answers.push_back(std::move(answer));
  }
  return answers;
}

namespace {

/// Of waste: its unit is not known before, and is printed.
bool is_weight(const std::string& name) { return name == "数量" || name == "清运量" || name == "重量"; }

/// The unit that the cells of a column of weights write behind their figures (35公斤); empty: none, or several. Where some write it and some do not,
/// that is said.
std::string unit_in_cells(const SheetTable& table, const std::string& name) {
  if (!is_weight(name)) return "";
  std::set<std::string> units;
  for (int row : table.rows()) {
    const std::string typed = without_space(fold_width(table.plain_text(row, name)));
    if (typed.empty()) continue;
    const std::size_t end = typed.find_first_not_of("0123456789.,");
    if (end == 0) continue;  // words: told where the ledger is checked
    units.insert(end == std::string::npos ? "" : typed.substr(end));
  }
  const bool some_bare = units.erase("") > 0;
  if (units.size() != 1) return "";
  if (some_bare) {
    table.reporter().at_sheet("unit-assumed", Severity::note, table.sheet_name(),
                              "“" + name + "”一列有的写明" + *units.begin() + "、有的没有写，都按" + *units.begin() + "读取", "请把单位写在表头，格里只填数字");
  }
  return *units.begin();
}

/// Of the columns of 公务用车台账 whose header names none.
std::string usual_unit(const std::string& name) {
  static const std::string kFuel(kUsualFuelUnit);
  static const std::map<std::string, std::string> kUnits = {{"加油量", kFuel}, {"加油数量", kFuel}, {"百公里油耗", kFuel}, {"行驶里程", "公里"},
                                                            {"里程", "公里"},  {"金额", "元"},      {"加油金额", "元"}};
  const auto found = kUnits.find(name);
  return found == kUnits.end() ? "" : found->second;
}

std::string unit_of_detail(const SheetTable& table, const std::string& name) {
  const std::string unit = table.unit_of(name);
  return unit.empty() ? unit_in_cells(table, name) : unit;
}

}  // namespace

const std::vector<std::string>& detail_sheet_names() {
  static const std::vector<std::string> names = {"能耗明细台账", "计量器具台账", "公务用车台账", "垃圾清运台账"};
  return names;
}

TableSpec detail_spec(const std::string& sheet) { return {sheet, {}, {}, {}, true}; }

DetailLedger read_detail(const SheetTable& table) {
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [name, column] : table.columns()) order.emplace_back(column.index, name);
  std::sort(order.begin(), order.end());
  DetailLedger ledger;
  ledger.sheet = table.sheet_name();
  std::map<std::string, std::string> units;
  std::set<std::string> assumed;  ///< nobody says the unit: it is that of the row's fuel
  for (const auto& [index, name] : order) {
    const std::string unit = unit_of_detail(table, name);
    units[name] = unit.empty() ? usual_unit(name) : unit;
    if (units[name] == kUsualFuelUnit && unit.empty()) assumed.insert(name);
    ledger.headers.push_back(is_weight(name) && !unit.empty() ? name + "(" + unit + ")" : name);
  }
  for (int row : table.rows()) {
    DetailRow out;
    out.row = row;
    const auto fuel = vehicle_fuel_in(trim(table.plain_text(row, "燃料")));
    for (const auto& [index, name] : order) {
      const Given<std::string> typed = table.text(row, name);
      if (!typed.value) continue;
      std::optional<Decimal> number = parse_typed_number(*typed.value);
      if (!number) number = parse_figure_with_unit(*typed.value, fuel && assumed.contains(name) ? std::string(facts_of(fuel->fuel).unit) : units[name]);
      out.cells[name] = {*typed.value, number, typed.place};
    }
    if (!out.cells.empty()) ledger.rows.push_back(std::move(out));
  }
  return ledger;
}

}  // namespace lvce
