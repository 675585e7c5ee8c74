#include <algorithm>
#include <memory>

#include "compose/carriers_shown.h"
#include "compose/vocabulary.h"

namespace lvce {
namespace {

/// One row of the factor table; `key` names its cell: "f.coal.电".
struct FactorRow {
  std::string key;
  std::string use;
  const Factor* factor;
};

/// Heat billed by floor area becomes carbon by way of the heat's own factors.
bool counts(const EnergyReport& report, const std::vector<int>& years, Carrier carrier) {
  return is_used_in_any(report, years, carrier) || (carrier == Carrier::heat && has_area_heat_in_any(report, years));
}

/// A gap is also printed as electricity.
bool is_converted_to_electricity(const EnergyReport& report) {
  return std::any_of(report.targets.begin(), report.targets.end(), [](const TargetResult& target) { return target.gap_kwh.has_value(); });
}

/// The factors that the figures of the compared years come from.
std::vector<FactorRow> factor_rows(const EnergyReport& report, const Years& years) {
  std::vector<FactorRow> rows;
  const FactorSet& set = report.factors;
  const std::vector<int> compared = years_to_compare(years);
  const auto add = [&](const std::map<Carrier, Factor>& factors, const std::string& kind, const std::string& use) {
    for (const auto& [carrier, factor] : factors) {
      const bool converts = &factors == &set.coal && carrier == Carrier::electricity && is_converted_to_electricity(report);
      if ((counts(report, compared, carrier) || converts) && !is_part_row(carrier))
        rows.push_back({kind + "." + std::string(carrier_name(carrier)), use, &factor});
    }
  };
  add(set.coal, "coal", "折标准煤系数");
  const bool area_heat = has_area_heat_in_any(report, compared);
  if (area_heat && set.area_heat) rows.push_back({"coal.供热面积", "折标准煤系数", &*set.area_heat});
  if (area_heat && set.area_heat_extra) rows.push_back({"multiplier.供热面积", "附加系数", &*set.area_heat_extra});
  add(set.density, "density", "密度（附加系数）");
  add(set.carbon, "carbon", "碳排放因子");
  return rows;
}

std::string sureness_label(const Factor& factor) {
  if (factor.overridden) return "本单位填写";
  if (factor.sureness == "C") return "有出处";
  if (factor.sureness == "D") return "推算";
  if (factor.sureness == "I") return "推定";
  return "未经确认";
}

bool is_unconfirmed(const Factor& factor) { return !factor.overridden && factor.sureness == "N"; }

std::vector<Scope> factors(const Scope& at, const EnergyReport& report, const Years& years) {
  std::vector<Scope> scopes;
  for (const FactorRow& row : factor_rows(report, years)) {
    scopes.emplace_back(&at);
    Scope& scope = scopes.back();
    scope.set("factor.key", row.key);
    scope.set("factor.use", row.use);
    scope.set("factor.name", row.factor->name);
    scope.set("factor.value", row.factor->value, kFactorFormat);
    scope.set("factor.unit", row.factor->unit);
    scope.set("factor.year", row.factor->year);
    scope.set("factor.source", row.factor->source);
    scope.set("factor.sureness", sureness_label(*row.factor));
    scope.set("factor.note", row.factor->note);
    scope.set_flag("factor.unconfirmed", is_unconfirmed(*row.factor));
  }
  return scopes;
}

std::vector<Scope> remarks(const Scope& at, const FactorSet& set) {
  std::vector<Scope> scopes;
  for (const std::string& remark : set.remarks) {
    scopes.emplace_back(&at);
    scopes.back().set("remark.text", remark);
    scopes.back().set_whole("remark.number", static_cast<std::int64_t>(scopes.size()));
  }
  return scopes;
}

std::optional<Decimal> value_of(const std::optional<Factor>& factor) { return factor ? std::optional(factor->value) : std::nullopt; }

}  // namespace

void add_factor_words(Vocabulary& words, const Assessment& assessment) {
  const EnergyReport& report = assessment.energy;
  const Years years = assessment.years;
  const FactorSet& set = report.factors;
  const auto rows = factor_rows(report, years);
  words.root.set("factors.area_heat", value_of(set.area_heat), kFactorFormat);
  words.root.set("factors.area_heat_extra", value_of(set.area_heat_extra), kFactorFormat);
  words.root.set("factors.title", set.title);
  words.root.set("factors.carbon_title", set.carbon_title);
  words.root.set_flag("factors.any", !rows.empty());
  words.root.set_flag("factors.carbon_later", years.work > 0 && set.carbon_year > years.work);
  words.root.set_flag("factors.any_remark", !set.remarks.empty());
  words.root.set_flag("factors.any_unconfirmed", std::any_of(rows.begin(), rows.end(), [](const FactorRow& row) { return is_unconfirmed(*row.factor); }));
  words.collections["factors"] = [&report, years](const Scope& at) { return factors(at, report, years); };
  words.collections["remarks"] = [&set](const Scope& at) { return remarks(at, set); };
}

}  // namespace lvce
