#include <algorithm>
#include <memory>

#include "compose/vocabulary.h"
#include "energy/energy.h"
#include "energy/month_list.h"
#include "support/text.h"

namespace lvce {
namespace {

void describe_rest(Scope& scope, const RestOfYear& rest) {
  scope.set("rest.metric", rest.metric);
  scope.set("rest.unit", rest.unit);
  scope.set("rest.year", std::to_string(rest.year));
  scope.set("rest.months", month_list(rest.months_left));
  scope.set("rest.allowed", rest.allowed, kCoalFormat);
  scope.set("rest.used", rest.used, kCoalFormat);
  scope.set("rest.left", rest.rest, kCoalFormat);
  scope.set("rest.base", rest.base_rest, kCoalFormat);
  scope.set_flag("rest.exceeded", rest.rest.is_negative());
  scope.set("rest.note",
            rest.bases_of_base_year ? std::to_string(rest.year) + "年人数或面积未填，" + rest.metric + "暂按" + std::to_string(rest.base) + "年的计算。" : "");
}

void describe_answer(Scope& scope, const Finding& finding) {
  scope.set("answer.where", finding.place.text());
  scope.set("answer.message", finding.message);
  scope.set("answer.text", finding.answer);
}

std::optional<Decimal> value_in(const std::map<int, YearFigures>& years, int year, const std::string& metric) {
  const auto found = years.find(year);
  return found == years.end() ? std::nullopt : metric_value(found->second, metric);
}

void describe_result(Scope& scope, const std::string& prefix, const std::map<int, YearFigures>& years, const Years& which, const std::string& metric) {
  const auto base = value_in(years, which.base, metric), actual = value_in(years, which.energy, metric);
  const auto share = base && actual ? (*actual - *base).divided_by(*base) : std::nullopt;
  scope.set(prefix + "base", base, kIntensityFormat);
  scope.set(prefix + "actual", actual, kIntensityFormat);
  scope.set(prefix + "change", share ? std::optional(*share * Decimal(100)) : std::nullopt, kPercentFormat);
}

std::vector<Scope> other_metrics(const Assessment& assessment, const Scope& at) {
  std::vector<Scope> scopes;
  const EnergyReport& energy = assessment.energy;
  for (const char* metric : {kPerCapitaEnergy, kPerAreaEnergy, kPerAreaCarbon}) {
    scopes.emplace_back(&at);
    scopes.back().set("other.metric", metric);
    scopes.back().set("other.unit", metric_unit(metric));
    describe_result(scopes.back(), "other.own_", energy.years, assessment.years, metric);
    describe_result(scopes.back(), "other.", energy.other->years, assessment.years, metric);
  }
  return scopes;
}

/// One scope for each of `list`, described and numbered.
template <typename List, typename Describe>
std::vector<Scope> scopes_of(const Scope& at, const List& list, const std::string& prefix, Describe describe) {
  std::vector<Scope> scopes;
  for (const auto& each : list) {
    scopes.emplace_back(&at);
    describe(scopes.back(), each);
    scopes.back().set_whole(prefix + ".number", static_cast<std::int64_t>(scopes.size()));
  }
  return scopes;
}

}  // namespace

void add_outlook_words(Vocabulary& words, const Assessment& assessment) {
  const EnergyReport& energy = assessment.energy;
  const auto answered = std::make_shared<Findings>();
  for (const Finding& finding : assessment.findings) {
    if (!finding.answer.empty()) answered->push_back(finding);
  }
  words.root.set_flag("rest_of_year.any", !energy.rest.empty());
  const bool area_heat = std::any_of(energy.years.begin(), energy.years.end(), [](const auto& year) { return year.second.area_heat_kgce.has_value(); });
  words.root.set_flag("rest_of_year.area_heat", area_heat);
  words.root.set_flag("answers.any", !answered->empty());
  words.root.set_flag("other.any", energy.other.has_value());
  words.root.set("other.title", energy.other ? energy.other->set_title : "");
  words.collections["rest_of_year"] = [&energy](const Scope& at) { return scopes_of(at, energy.rest, "rest", describe_rest); };
  words.collections["answers"] = [answered](const Scope& at) { return scopes_of(at, *answered, "answer", describe_answer); };
  words.collections["other_metrics"] = [&assessment](const Scope& at) {
    return assessment.energy.other ? other_metrics(assessment, at) : std::vector<Scope>();
  };
  words.collections["other_remarks"] = [&energy](const Scope& at) {
    const std::vector<std::string> remarks = energy.other ? energy.other->remarks : std::vector<std::string>();
    return scopes_of(at, remarks, "remark", [](Scope& scope, const std::string& text) { scope.set("remark.text", text); });
  };
}

}  // namespace lvce
