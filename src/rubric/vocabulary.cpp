#include "rubric/vocabulary.h"

#include <algorithm>
#include <map>

#include "rubric/model.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::size_t kMaxLevels = 8;

const std::vector<std::string> kMetrics = {kPerCapitaEnergy, kPerAreaEnergy, kPerAreaCarbon, kPerCapitaWater};
const std::vector<std::string> kGates = {"pass_mark", "yearly_target", "no_major_accident"};
const std::vector<std::string> kNarratives = {"单位基本情况", "创建工作开展情况", "特色做法", "存在问题", "下一步工作"};
const std::vector<std::string> kYesNo = {"是", "否"};
const std::map<std::string, std::vector<std::string>, std::less<>> kConditions = {{"单位层级", {"省级", "市级", "县级", "乡镇街道"}},
                                                                                  {"单位类别", {}},
                                                                                  {"物业管理", kYesNo},
                                                                                  {"机关食堂", kYesNo},
                                                                                  {"数据机房", kYesNo},
                                                                                  {"合署办公", kYesNo},
                                                                                  {"家属区同院", kYesNo},
                                                                                  {"供热计量", {"按热量", "按面积", "无"}},
                                                                                  {"近三年重大安全事故", {"有", "无"}}};

bool contains(const std::vector<std::string>& list, std::string_view value) { return std::find(list.begin(), list.end(), value) != list.end(); }

}  // namespace

bool is_known_metric(std::string_view name) { return contains(kMetrics, name); }
std::string known_metrics() { return join(kMetrics, "、"); }
bool is_narrative_item(std::string_view item) { return contains(kNarratives, item); }
std::string narrative_items() { return join(kNarratives, "、"); }
bool is_known_gate(std::string_view id) { return contains(kGates, id); }
std::string known_gates() { return join(kGates, "、"); }

const std::vector<std::string>* values_of_unit_item(std::string_view item) {
  const auto found = kConditions.find(item);
  return found == kConditions.end() ? nullptr : &found->second;
}

std::string conditional_unit_items() {
  std::vector<std::string> names;
  for (const auto& [name, values] : kConditions) names.push_back(name);
  return join(names, "、");
}

std::optional<std::vector<int>> parse_id(std::string_view id) {
  std::vector<int> levels;
  for (const std::string& level : split(id, '.')) {
    const bool digits = !level.empty() && std::all_of(level.begin(), level.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || level.size() > 3 || level.front() == '0') return std::nullopt;
    levels.push_back(std::stoi(level));
  }
  if (levels.size() > kMaxLevels) return std::nullopt;
  return levels;
}

}  // namespace lvce
