#include "review/score/results.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "support/text.h"

namespace lvce {
namespace {

std::vector<PartPoints> parts_of(const ReviewedUnit& unit) {
  std::vector<PartPoints> parts;
  const auto total_of = [&](const std::string& level) -> std::optional<Points> {
    for (const LevelReview& review : unit.levels)
      if (review.level == level) return review.total;
    return std::nullopt;
  };
  const Review& review = unit.rubric->review;
  if (review.weights.empty()) return {{"", Decimal(100), total_of("")}};
  const ReviewWeights* weights = weights_for(review, unit.package->about.level);
  if (weights == nullptr) return {};
  for (const ReviewPart& part : weights->parts) parts.push_back({part.by, part.percent, part.by == kOwnPart ? unit.facts.claimed : total_of(part.by)});
  return parts;
}

/// All conditions but the pass mark.
std::optional<bool> gates_of(const ReviewedUnit& unit) {
  bool unknown = false;
  for (const Gate& gate : unit.rubric->gates) {
    if (gate.id == "pass_mark") continue;
    const auto fact = std::find_if(unit.facts.gates.begin(), unit.facts.gates.end(), [&](const GateFacts& one) { return one.id == gate.id; });
    const std::optional<bool> met = fact == unit.facts.gates.end() ? std::nullopt : fact->met;
    if (met == false) return false;
    unknown |= !met;
  }
  return unknown ? std::nullopt : std::optional(true);
}

std::string level_words(const LevelReview& level) {
  const std::string name = level.level.empty() ? "核查" : level.level + "级核查";
  if (!level.returned) return name + "还没有填";
  return level.missing() > 0 ? name + "还有 " + std::to_string(level.missing()) + " 项没有得分" : name + "有项目超过满分";
}

std::string why_open(const UnitResult& unit, const std::optional<bool>& gates) {
  std::vector<std::string> words;
  if (unit.parts.empty()) words.push_back("单位层级没有填或没有规定权重");
  for (const LevelReview& level : unit.reviewed.levels)
    if (!level.total) words.push_back(level_words(level));
  for (const PartPoints& part : unit.parts)
    if (part.by == kOwnPart && !part.points) words.push_back("没有自评得分");
  if (!words.empty()) return join(words, "；");
  if (gates == false) return "必备条件没有达到";
  return gates ? "" : "有必备条件还不能判定";
}

StandingRules standing_rules(const Rubric& rubric, Rounding rounding) {
  return {rubric.pass, rubric.review.eliminate_pct, parse_rounding(rubric.review.rounding).value_or(rounding)};
}

void judge_rubric(RubricResults& results, Rounding asked) {
  const StandingRules rules = standing_rules(*results.rubric, asked);
  results.rounding = rules.rounding;
  results.rounded = !results.rubric->review.weights.empty() || results.rubric->review.eliminate_pct.has_value();
  std::vector<RankedUnit> candidates;
  for (UnitResult& unit : results.units) {
    unit.parts = parts_of(unit.reviewed);
    const auto gates = gates_of(unit.reviewed);
    unit.why = why_open(unit, gates);
    candidates.push_back({unit.reviewed.package->about.name, unit.reviewed.package->about.named_year.has_value(), unit.parts, gates});
  }
  std::vector<Standing> standings = judge_standings(candidates, rules);
  for (std::size_t i = 0; i < standings.size(); ++i) results.units[i].standing = std::move(standings[i]);
  std::stable_sort(results.units.begin(), results.units.end(), [](const UnitResult& left, const UnitResult& right) {
    constexpr int kLast = 1 << 30;
    return left.standing.rank.value_or(kLast) < right.standing.rank.value_or(kLast);
  });
}

using ResultJson = nlohmann::ordered_json;

ResultJson points_json(const std::optional<Points>& points) {
  if (!points) return nullptr;
  return points->hundredths() % 100 == 0 ? ResultJson(points->hundredths() / 100) : ResultJson(points->to_double());
}

template <typename Value>
ResultJson value_or_null(const std::optional<Value>& value) {
  return value ? ResultJson(*value) : ResultJson(nullptr);
}

ResultJson unit_json(const UnitResult& unit, const std::string& rubric) {
  ResultJson parts = ResultJson::array();
  for (const PartPoints& part : unit.parts)
    parts.push_back(
        {{"by", part.by.empty() ? "核查" : part.by},
         {"percent", part.percent.is_whole() ? ResultJson(static_cast<std::int64_t>(part.percent.to_double())) : ResultJson(part.percent.to_double())},
         {"points", points_json(part.points)}});
  const Standing& standing = unit.standing;
  return {{"unit", unit.reviewed.package->about.name},
          {"rubric", rubric},
          {"final", points_json(standing.final_points)},
          {"rank", value_or_null(standing.rank)},
          {"passed", value_or_null(standing.passed)},
          {"eliminated", value_or_null(standing.eliminated)},
          {"tied", standing.tied_at_cut},
          {"parts", std::move(parts)},
          {"why", unit.why.empty() ? ResultJson(nullptr) : ResultJson(unit.why)}};
}

}  // namespace

bool needs_rounding(const Rubric& rubric) {
  const Review& review = rubric.review;
  return review.rounding.empty() && (!review.weights.empty() || review.eliminate_pct);
}

ReviewResults score_units(std::vector<ReviewedUnit> units, Rounding rounding) {
  ReviewResults out;
  std::map<std::string, RubricResults> by_rubric;
  for (ReviewedUnit& unit : units) {
    const Rubric* rubric = unit.rubric;
    UnitResult result{std::move(unit), {}, {}, ""};
    if (rubric == nullptr) {
      result.why = "材料或评价标准不能用";
      out.unusable.push_back(std::move(result));
      continue;
    }
    RubricResults& group = by_rubric[rubric->id];
    group.rubric = rubric;
    group.units.push_back(std::move(result));
  }
  for (auto& [id, group] : by_rubric) {
    judge_rubric(group, rounding);
    out.rubrics.push_back(std::move(group));
  }
  return out;
}

std::string results_to_json(const ReviewResults& results, const Register& received) {
  ResultJson ranking = ResultJson::array(), not_scored = ResultJson::array();
  for (const RubricResults& group : results.rubrics)
    for (const UnitResult& unit : group.units) ranking.push_back(unit_json(unit, group.rubric->id));
  for (const UnitResult& unit : results.unusable) ranking.push_back(unit_json(unit, unit.reviewed.package->rubric));
  for (const ReceivedPackage& package : received.received)
    if (package.state != "ok" && package.state != "late") not_scored.push_back({{"unit", package.about.name}, {"state", package.state}});
  for (const std::string& unit : received.missing) not_scored.push_back({{"unit", unit}, {"state", "missing"}});
  return ResultJson{{"ranking", std::move(ranking)}, {"not_scored", std::move(not_scored)}}.dump(2) + "\n";
}

}  // namespace lvce
