#include "workbook/sheets/header_names.h"

#include <algorithm>
#include <array>

#include "office/carriers.h"

namespace lvce {
namespace {

struct Stem {
  const char* word;                   ///< 电 in 用电量
  std::vector<const char*> carriers;  ///< what it may mean
};

/// Said with 用…量, …量, …用量, …消耗量, …消费量, 耗…量, 用….
const std::vector<Stem>& stems() {
  static const std::vector<Stem> all = {{"电", {"电"}},
                                        {"电力", {"电"}},
                                        {"市电", {"电"}},
                                        {"外购电", {"电"}},
                                        {"外购电力", {"电"}},
                                        {"水", {"水"}},
                                        {"自来水", {"水"}},
                                        {"气", {"天然气", "液化石油气"}},
                                        {"燃气", {"天然气", "液化石油气"}},
                                        {"天然气", {"天然气"}},
                                        {"液化气", {"液化石油气"}},
                                        {"液化石油气", {"液化石油气"}},
                                        {"油", {"汽油", "柴油"}},
                                        {"燃油", {"汽油", "柴油"}},
                                        {"汽油", {"汽油"}},
                                        {"柴油", {"柴油"}},
                                        {"煤", {"原煤"}},
                                        {"煤炭", {"原煤"}},
                                        {"原煤", {"原煤"}},
                                        {"热", {"热力"}},
                                        {"热力", {"热力"}},
                                        {"供热", {"热力"}},
                                        {"外购热力", {"热力"}},
                                        {"光伏发电", {"自发自用光伏"}}};
  return all;
}

/// Not quantities of the month: money, readings, comparisons, sums of other periods, parts of a building.
constexpr std::array kOtherThings = {"费",   "元",   "价",   "额",   "读数", "表号", "表底", "同比", "环比", "上年", "去年", "累计", "占比", "%",   "备注",
                                     "说明", "定额", "人均", "单位", "面积", "户号", "倍率", "起",   "止",   "编号", "名称", "电话", "电梯", "电动"};

void add_spellings(const Stem& stem, std::map<std::string, std::vector<std::string>>& to) {
  const std::string word = stem.word;
  const std::vector<std::string> meant(stem.carriers.begin(), stem.carriers.end());
  for (const std::string& name : {word, "用" + word + "量", word + "量", word + "用量", word + "消耗量", word + "消费量", "耗" + word + "量", "用" + word,
                                  word + "消耗", word + "使用量"})
    to.try_emplace(name, meant);
}

/// 电费, 用电金额 …: money of what the stem means. Heat is left out: it may be paid by floor area (供热计量).
void add_money(const Stem& stem, std::map<std::string, NearName>& to) {
  const std::string word = stem.word;
  const std::vector<std::string> meant(stem.carriers.begin(), stem.carriers.end());
  if (meant.front() == "热力" || meant.front() == "自发自用光伏") return;
  const std::string paid = word + "费";
  for (const std::string& name :
       {paid,          paid + "用", paid + "金额", paid + "支出", paid + "合计", paid + "总额", "用" + paid,   "用" + paid + "用", "用" + word + "金额",
        word + "金额", word + "款", "缴纳" + paid, "应缴" + paid, "实缴" + paid, "应交" + paid, "实交" + paid, "本月" + paid,      "当月" + paid,
        "支付" + paid, "加" + paid})
    to.try_emplace(name, NearName{meant, "是金额，不是用量"});
}

}  // namespace

std::string usual_key(const std::string& name) {
  static const std::map<std::string, std::string> same = {{"年份", "年度"}, {"年", "年度"}, {"统计年度", "年度"}, {"月", "月份"}, {"统计月份", "月份"}};
  const auto found = same.find(name);
  return found == same.end() ? name : found->second;
}

HeaderNames ledger_header_names() {
  HeaderNames names;
  for (const Stem& stem : stems()) {
    add_spellings(stem, names.meanings);
    add_money(stem, names.near);
  }
  for (const CarrierFacts& facts : kCarriers) {
    names.meanings.erase(std::string(facts.name));  // the contract's own
    for (const UnitName& unit : facts.units) names.units[std::string(facts.name)].insert(std::string(unit.text));
  }
  names.marks = {{"电", {"电"}},
                 {"水", {"水"}},
                 {"天然气", {"天然气", "燃气", "煤气"}},
                 {"液化石油气", {"液化"}},
                 {"汽油", {"汽油"}},
                 {"柴油", {"柴油"}},
                 {"原煤", {"原煤", "用煤"}},
                 {"热力", {"热力", "供热", "采暖", "供暖", "取暖", "暖气"}}};
  for (const char* fuel : {"煤气", "沼气", "生物质", "木柴", "薪柴", "柴火", "甲醇", "乙醇", "醇基", "氢气"}) names.strange[fuel] = "其他能源";
  names.meanings["油耗"] = names.meanings["燃油消耗"] = {"汽油", "柴油"};
  return names;
}

HeaderNames base_header_names() {
  HeaderNames names;
  names.meanings = {{"建筑总面积", {"建筑面积"}},       {"总建筑面积", {"建筑面积"}},       {"房屋建筑面积", {"建筑面积"}},
                    {"办公建筑面积", {"建筑面积"}},     {"面积", {"建筑面积", "供热面积"}}, {"采暖面积", {"供热面积"}},
                    {"供暖面积", {"供热面积"}},         {"取暖面积", {"供热面积"}},         {"在编人数", {"用能人数"}},
                    {"在职人数", {"用能人数"}},         {"职工人数", {"用能人数"}},         {"干部职工人数", {"用能人数"}},
                    {"用能人口", {"用能人数"}},         {"用能总人数", {"用能人数"}},       {"用水总人数", {"用水人数"}},
                    {"人数", {"用能人数", "用水人数"}}, {"用水人口", {"用水人数"}},         {"车辆", {"车辆数量", "公务用车数量"}},
                    {"车辆数", {"车辆数量"}},           {"车辆总数", {"车辆数量"}},         {"机动车数量", {"车辆数量"}},
                    {"公务用车", {"公务用车数量"}},     {"公务车数量", {"公务用车数量"}},   {"公务用车数", {"公务用车数量"}},
                    {"公务车辆数量", {"公务用车数量"}}};
  for (const char* name : {"公车", "公车数", "公车数量", "公务车", "公务车数", "公务车辆", "公务车辆数", "公务用车辆数", "公务用车辆数量"})
    names.meanings[name] = {"公务用车数量"};
  for (const char* name : {"机动车数", "机动车辆数", "机动车辆数量", "汽车数量", "车辆总数量", "车辆台数"}) names.meanings[name] = {"车辆数量"};
  for (const char* name : {"在岗人数", "在职职工人数", "在岗职工人数", "在编在岗人数", "职工总数", "职工总人数", "干部职工总数", "实有人数", "工作人员数"})
    names.meanings[name] = {"用能人数"};
  for (const char* name : {"使用面积", "使用总面积", "总使用面积", "办公使用面积", "办公面积", "办公用房面积", "用房面积", "占地面积"})
    names.near[name] = {{"建筑面积"}, "不一定等于建筑面积"};
  for (const char* name : {"编制人数", "编制数", "人员编制", "编制总数", "核定编制", "核定编制数", "核定人数", "编内人数"})
    names.near[name] = {{"用能人数"}, "不一定等于用能人数"};
  return names;
}

std::vector<std::string> meant_columns(const HeaderNames& names, const std::string& name, const std::string& unit) {
  const auto found = names.meanings.find(name);
  if (found == names.meanings.end()) return {};
  std::vector<std::string> meant = found->second;
  if (meant.size() < 2 || unit.empty()) return meant;
  std::erase_if(meant, [&](const std::string& column) {
    const auto units = names.units.find(column);
    return units != names.units.end() && !units->second.contains(unit);
  });
  return meant.empty() ? found->second : meant;
}

std::string strange_column(const HeaderNames& names, const std::string& name) {
  const auto holds = [&](const char* word) { return name.find(word) != std::string::npos; };
  if (std::any_of(kOtherThings.begin(), kOtherThings.end(), holds)) return "";
  const auto found = std::find_if(names.strange.begin(), names.strange.end(), [&](const auto& one) { return holds(one.first.c_str()); });
  return found == names.strange.end() ? "" : found->second;
}

std::vector<std::string> marked_columns(const HeaderNames& names, const std::string& name) {
  const auto holds = [&](const char* word) { return name.find(word) != std::string::npos; };
  if (std::any_of(kOtherThings.begin(), kOtherThings.end(), holds)) return {};
  std::vector<std::string> marked;
  for (const auto& [column, words] : names.marks)
    if (std::any_of(words.begin(), words.end(), [&](const std::string& word) { return holds(word.c_str()); })) marked.push_back(column);
  return marked;
}

}  // namespace lvce
