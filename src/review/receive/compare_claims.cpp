#include "review/receive/compare_claims.h"

#include "pack/result_parts.h"
#include "support/number_format.h"

namespace lvce {
namespace {

constexpr std::size_t kEnergyNamed = 40;  ///< of energy figures; more say nothing more
const char* const kNone = "—";

std::string points_or_none(const std::optional<Points>& points) { return points ? points->text() : kNone; }

std::string shown(const nlohmann::json& value) {
  if (value.is_null()) return kNone;
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? "是" : "否";
  return value.dump();
}

/// What the fields of energy are called.
std::string word_for(const std::string& field) {
  static const std::map<std::string, std::string> kWords = {{"total_kgce", "综合能耗（千克标准煤）"},
                                                            {"building_kgce", "建筑能耗（千克标准煤）"},
                                                            {"carbon_t", "碳排放（吨）"},
                                                            {"building_carbon_t", "建筑碳排放（吨）"},
                                                            {"water_m3", "用水量（立方米）"},
                                                            {"area_m2", "建筑面积（平方米）"},
                                                            {"people", "用能人数"},
                                                            {"per_capita_kgce", "人均综合能耗"},
                                                            {"per_area_kgce", "单位建筑面积能耗"},
                                                            {"per_capita_water_m3", "人均用水量"},
                                                            {"per_area_carbon_kg", "单位建筑面积碳排放"},
                                                            {"factor_set", "折算系数表"},
                                                            {"carriers", "分品种"},
                                                            {"qty", "数量"},
                                                            {"kgce", "折标准煤（千克）"},
                                                            {"targets", "目标"},
                                                            {"years", ""},
                                                            {"change_pct", "变化率"},
                                                            {"actual", "实际值"},
                                                            {"met", "是否完成"},
                                                            {"rest_of_year", "本年剩余"},
                                                            {"other", "对照系数集"}};
  const auto found = kWords.find(field);
  return found == kWords.end() ? field : found->second;
}

std::string joined_words(const std::string& above, const std::string& more) { return above.empty() ? more : more.empty() ? above : above + " " + more; }

class Comparison {
 public:
  Comparison(const Claims& claims, const Assessment& again) : claims_(claims), again_(again) {}

  std::vector<Difference> run() {
    compare_points("自评得分合计", claims_.totals.claimed, again_.claimed);
    compare_points("材料支持得分合计", claims_.totals.supported, again_.supported);
    compare_text("认定结论", claims_.totals.verdict, verdict_word(again_.verdict));
    compare_text("单位名称", claims_.unit, again_.dossier->workbook.unit.text("单位名称"));
    compare_text("评价标准", claims_.rubric, again_.rubric->id);
    compare_indicators();
    compare_energy(claims_.energy, nlohmann::json(energy_to_json(again_.energy)), "");
    compare_evidence();
    return std::move(out_);
  }

 private:
  void differ(const std::string& what, const std::string& claimed, const std::string& recomputed) { out_.push_back({what, claimed, recomputed}); }

  void compare_text(const std::string& what, const std::string& claimed, const std::string& recomputed) {
    if (claimed != recomputed) differ(what, claimed.empty() ? kNone : claimed, recomputed.empty() ? kNone : recomputed);
  }

  void compare_points(const std::string& what, const std::optional<Points>& claimed, const Points& recomputed) {
    if (claimed != recomputed) differ(what, points_or_none(claimed), recomputed.text());
  }

  void compare_indicators() {
    std::set<std::string> known;
    for (const IndicatorResult& result : again_.indicators) {
      const std::string& id = result.indicator->id;
      known.insert(id);
      const auto stated = claims_.indicators.find(id);
      if (stated == claims_.indicators.end()) {
        differ("指标 " + id, kNone, "自评 " + result.claimed.text() + "，材料支持 " + result.supported.text());
        continue;
      }
      compare_points("指标 " + id + " 自评得分", stated->second.first, result.claimed);
      compare_points("指标 " + id + " 材料支持得分", stated->second.second, result.supported);
    }
    for (const auto& [id, stated] : claims_.indicators)
      if (!known.contains(id)) differ("指标 " + id, "自评 " + points_or_none(stated.first) + "，材料支持 " + points_or_none(stated.second), "标准没有这一指标");
  }

  void compare_energy(const nlohmann::json& claimed, const nlohmann::json& recomputed, const std::string& above) {
    if (claimed == recomputed || out_.size() > kEnergyNamed) return;
    if (claimed.is_object() && recomputed.is_object()) {
      for (const auto& [key, value] : recomputed.items())
        compare_energy(claimed.contains(key) ? claimed.at(key) : nlohmann::json(), value, joined_words(above, is_year(key) ? key + "年" : word_for(key)));
      for (const auto& [key, value] : claimed.items())
        if (!recomputed.contains(key)) differ(joined_words(above, word_for(key)), value.is_structured() ? "有" : shown(value), kNone);
      return;
    }
    if (claimed.is_array() && recomputed.is_array() && claimed.size() == recomputed.size()) {
      for (std::size_t i = 0; i < claimed.size(); ++i) {
        const bool named = recomputed[i].is_object() && recomputed[i].contains("metric");
        compare_energy(claimed[i], recomputed[i], joined_words(above, named ? shown(recomputed[i].at("metric")) : std::to_string(i + 1)));
      }
      return;
    }
    differ(above, claimed.is_structured() ? "有" : shown(claimed), recomputed.is_structured() ? "有" : shown(recomputed));
  }

  static bool is_year(const std::string& key) { return key.size() == 4 && key.find_first_not_of("0123456789") == std::string::npos; }

  void compare_evidence() {
    std::set<std::tuple<std::string, std::string, std::string>> ours;
    for (const IndicatorResult& result : again_.indicators)
      for (const std::size_t file : result.evidence) {
        const EvidenceFile& one = again_.dossier->evidence.files.at(file);
        ours.emplace(result.indicator->id, one.title, one.sha256);
      }
    for (const auto& row : claims_.evidence)
      if (!ours.contains(row)) differ("佐证材料 " + std::get<0>(row) + "“" + std::get<1>(row) + "”", "result.json 有", "数据.json 没有");
    for (const auto& row : ours)
      if (!claims_.evidence.contains(row)) differ("佐证材料 " + std::get<0>(row) + "“" + std::get<1>(row) + "”", "result.json 没有", "数据.json 有");
  }

  const Claims& claims_;
  const Assessment& again_;
  std::vector<Difference> out_;
};

}  // namespace

std::string verdict_word(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass: return "pass";
    case Verdict::fail: return "fail";
    case Verdict::undetermined: return "undetermined";
    case Verdict::none: return "";
  }
  return "";
}

std::vector<Difference> compare_claims(const Claims& claims, const Assessment& again) { return Comparison(claims, again).run(); }

}  // namespace lvce
