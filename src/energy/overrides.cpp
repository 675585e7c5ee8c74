#include "energy/overrides.h"

#include <functional>
#include <map>
#include <set>

#include "energy/carriers.h"
#include "office/carriers.h"
#include "support/text.h"

namespace lvce {
namespace {

/// Accepted writings of a unit and what one of it is in the set's own unit.
using UnitTable = std::map<std::string, Decimal>;

struct Overridable {
  std::string unit;  ///< the set's own unit, as shown
  UnitTable units;
  /// The office's figure in place of the set's; nothing: neither is used.
  std::function<void(FactorSet&, const std::optional<Factor>&)> put;
};

using TargetTable = std::map<std::string, Overridable>;

Decimal thousandth() { return *Decimal::parse("0.001"); }

/// How a base unit is written in units of factors.
struct FactorUnits {
  std::vector<std::string> names;  ///< behind "tCO2/"
  std::string carbon;              ///< as shown behind it
  std::string coal;                ///< unit of the coal equivalent, as shown
  UnitTable coal_units;
};

FactorUnits factor_units(BaseUnit base) {
  const UnitTable by_mass = {{"kgce/kg", 1}, {"千克标准煤/千克", 1}, {"kgce/千克", 1}, {"tce/t", 1}, {"吨标准煤/吨", 1}};
  switch (base) {
    case BaseUnit::kwh: return {{"kwh", "千瓦时"}, "kWh", "kgce/kWh", {{"kgce/kwh", 1}, {"千克标准煤/千瓦时", 1}, {"kgce/千瓦时", 1}, {"千克标准煤/度", 1}}};
    case BaseUnit::m3: return {{"m3", "立方米"}, "m³", "kgce/m³", {{"kgce/m3", 1}, {"千克标准煤/立方米", 1}, {"kgce/立方米", 1}}};
    case BaseUnit::gigajoule: return {{"gj", "吉焦"}, "GJ", "kgce/GJ", {{"kgce/gj", 1}, {"千克标准煤/吉焦", 1}, {"kgce/吉焦", 1}, {"千克标准煤/百万千焦", 1}}};
    case BaseUnit::tce: return {{"tce", "吨标准煤"}, "tce", "", {}};
    case BaseUnit::litre: return {{"l", "升"}, "L", "kgce/kg", by_mass};
    case BaseUnit::tonne: return {{"t", "吨"}, "t", "kgce/kg", by_mass};
  }
  return {};
}

UnitTable carbon_units(Carrier carrier) {
  UnitTable out;
  for (const std::string& base : factor_units(facts_of(carrier).base).names) {
    for (const char* tonne : {"tco2/", "吨二氧化碳/", "tco2e/"}) out[tonne + base] = 1;
    for (const char* kilogram : {"kgco2/", "千克二氧化碳/", "kgco2e/"}) out[kilogram + base] = thousandth();
  }
  if (facts_of(carrier).base == BaseUnit::kwh) out["tco2/mwh"] = out["吨二氧化碳/兆瓦时"] = thousandth();
  if (facts_of(carrier).base == BaseUnit::tonne) out["tco2/kg"] = 1000, out["kgco2/kg"] = 1;
  return out;
}

/// Puts a figure for the carrier and for the rows that share its factor.
void put_for_family(std::map<Carrier, Factor>& into, Carrier carrier, const std::optional<Factor>& factor, bool carbon = false) {
  for (const CarrierFacts& other : kCarriers) {
    if (other.factors_of != carrier || (carbon && other.carbon_free)) continue;
    if (factor) into[other.carrier] = *factor;
    else into.erase(other.carrier);
  }
}

void add_coal(TargetTable& table, Carrier carrier) {
  const FactorUnits units = factor_units(facts_of(carrier).base);
  table[std::string(carrier_name(carrier)) + "折标系数"] = {units.coal, units.coal_units, [carrier](FactorSet& set, const std::optional<Factor>& factor) {
                                                              put_for_family(set.coal, carrier, factor);
                                                              if (factor && facts_of(carrier).base == BaseUnit::tonne) set.multiplier[carrier] = 1000;
                                                            }};
}

void add_density(TargetTable& table, Carrier carrier) {
  table[std::string(carrier_name(carrier)) + "密度"] = {"kg/L",
                                                        {{"kg/l", 1}, {"千克/升", 1}, {"kg/升", 1}, {"t/m3", 1}, {"吨/立方米", 1}, {"g/cm3", 1}},
                                                        [carrier](FactorSet& set, const std::optional<Factor>& factor) {
                                                          put_for_family(set.density, carrier, factor);
                                                          if (!factor) put_for_family(set.coal, carrier, factor);  // litres become coal by the density
                                                          for (auto& [known, density] : set.density) {
                                                            if (known == carrier || parent_of(known) == carrier) set.multiplier[known] = density.value;
                                                          }
                                                        }};
}

void add_carbon(TargetTable& table, Carrier carrier) {
  table[carbon_factor_name(carrier)] = {"tCO2/" + factor_units(facts_of(carrier).base).carbon, carbon_units(carrier),
                                        [carrier](FactorSet& set, const std::optional<Factor>& factor) { put_for_family(set.carbon, carrier, factor, true); }};
}

TargetTable accepted_items() {
  TargetTable table;
  for (const CarrierFacts& facts : kCarriers) {
    if (!has_own_factors(facts)) continue;
    if (facts.base != BaseUnit::tce) add_coal(table, facts.carrier);
    if (facts.base == BaseUnit::litre) add_density(table, facts.carrier);
    add_carbon(table, facts.carrier);
  }
  table["供热面积折标系数"] = {
      "kgce/m²", {{"kgce/m2", 1}, {"千克标准煤/平方米", 1}}, [](FactorSet& set, const std::optional<Factor>& factor) { set.area_heat = factor; }};
  table["供热面积附加系数"] = {"", {{"", 1}, {"无", 1}, {"1", 1}}, [](FactorSet& set, const std::optional<Factor>& factor) {
                                 set.area_heat_extra = factor;
                                 if (!factor) set.area_heat.reset();
                               }};
  return table;
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

std::string plain_unit(const std::string& typed) {
  std::string out = lower(without_space(fold_width(typed)));
  for (const auto& [from, to] : std::map<std::string, std::string>{{"³", "3"}, {"²", "2"}, {"₂", "2"}, {"㎡", "m2"}, {"㎥", "m3"}, {"公斤", "千克"}}) {
    out = replace_all(out, from, to);
  }
  return out;
}

std::string accepted_names(const TargetTable& table) {
  std::vector<std::string> names;
  for (const auto& [name, target] : table) names.push_back(name);
  return join(names, "、");
}

struct Reader {
  const Workbook& workbook;
  TargetTable table = accepted_items();
  Findings& findings;

  void say(Severity severity, const char* code, const FactorOverride& row, std::string message, std::string hint) {
    const Place place = row.value.place.cell.empty() ? in_sheet(workbook.file, "折算系数", row.item) : row.value.place.in(workbook.file);
    findings.push_back(Finding::of(severity, code, place, std::move(message), std::move(hint)));
  }

  /// The figure in the set's own unit, or nothing with a finding.
  std::optional<Factor> usable(const FactorOverride& row, const std::string& name, const Overridable& target) {
    if (row.value.broken) return std::nullopt;  // already reported by the reader
    if (!row.value.value || *row.value.value <= Decimal(0)) {
      say(Severity::error, "override-value", row, name + " 的数值未填或不是正数", "填写大于 0 的数值，或删除该行");
      return std::nullopt;
    }
    const auto unit = target.units.find(plain_unit(row.unit));
    if (unit == target.units.end()) {
      say(Severity::error, "override-unit", row, name + " 的单位“" + row.unit + "”与系数不符", "单位应为 " + (target.unit.empty() ? "空" : target.unit));
      return std::nullopt;
    }
    if (trim(row.source).empty()) {
      say(Severity::error, "override-source", row, name + " 未注明来源，未采用", "在“来源”列写明文件名称、文号或检测报告");
      return std::nullopt;
    }
    return Factor{name, *row.value.value * unit->second, target.unit, row.year, row.source, "", "单位自报，替代系数表数值", true};
  }
};

}  // namespace

/// An override that cannot be used takes the set's own figure with it: the office says that it does not hold.
void apply_overrides(const Workbook& workbook, FactorSet& factors, Findings& findings) {
  Reader reader{workbook, accepted_items(), findings};
  std::map<std::string, int> times;
  std::map<std::string, std::set<std::string>> years;
  for (const FactorOverride& row : workbook.overrides) {
    ++times[without_space(fold_width(row.item))];
    years[without_space(fold_width(row.item))].insert(without_space(fold_width(row.year)));
  }
  for (const FactorOverride& row : workbook.overrides) {
    const std::string name = without_space(fold_width(row.item));
    const auto target = reader.table.find(name);
    if (target == reader.table.end()) {
      reader.say(Severity::warning, "override-unknown", row, "“" + row.item + "”不是可替代的系数，未采用", "可用的项目：" + accepted_names(reader.table));
    } else if (times[name] > 1 && years[name].size() > 1) {
      reader.say(Severity::error, "factor-set-changed", row, name + " 各年份数值不同：同一比较的两个年度必须采用同一套系数，各行均未采用",
                 "只保留一个年份的数值；要并列两套系数的结果，在单位信息“对照系数集”中填写另一套的代号");
    } else if (times[name] > 1) {
      reader.say(Severity::error, "override-twice", row, name + " 填了 " + std::to_string(times[name]) + " 次，均未采用", "只保留一行");
    }
    if (target == reader.table.end()) continue;
    const bool once = times[name] == 1;
    const std::optional<Factor> factor = once ? reader.usable(row, name, target->second) : std::nullopt;
    target->second.put(factors, factor);
    if (!factor) factors.refused.insert(name);
  }
}

}  // namespace lvce
