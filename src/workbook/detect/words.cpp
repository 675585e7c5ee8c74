#include "workbook/detect/words.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "office/carriers.h"
#include "office/values.h"
#include "support/text.h"
#include "workbook/book/number_format.h"
#include "workbook/mapping/mapped_series.h"
#include "workbook/mapping/mapped_values.h"

namespace lvce::formats {
namespace {

struct Word {
  const char* text;
  std::vector<Carrier> means;  ///< none: it only looks like a carrier
  bool other = false;          ///< it is something of its own, whatever stands above it
};

/// Offices, places and rooms that bear a carrier's name: 县水利局 is no water.
constexpr std::array kNames = {"水利",     "水务",   "水政",     "水厂",     "水泵",     "水产",   "水库",       "农水",   "水塔",   "电视",   "电教",
                               "气象",     "油田",   "电力公司", "电力局",   "供电公司", "供电局", "供电所",     "加油站", "油库",   "水电局", "自来水公司",
                               "自来水厂", "水保站", "水保科",   "水保局",   "水文站",   "水文局", "开水房",     "开水间", "开水器", "水房",   "消防水",
                               "水系统",   "水罐车", "洒水车",   "水车",     "热水锅炉", "热水器", "燃气调压站", "供热办", "供水办", "供气办", "热力公司",
                               "燃气公司", "热水房", "采暖锅炉", "供暖锅炉", "供热锅炉", "供热站", "燃气办",     "燃气站", "调压站"};

/// A word before those that it holds, else as written: what is known is taken out before the shorter words are looked for.
std::vector<Word> longer_first(const std::vector<Word>& written) {
  std::vector<Word> out;
  for (const Word& word : written) {
    const auto inside = std::find_if(out.begin(), out.end(),
                                     [&](const Word& other) { return std::string_view(word.text).find(other.text) != std::string_view::npos; });
    out.insert(inside, word);
  }
  return out;
}

const std::vector<Word>& carrier_words() {
  using C = Carrier;
  static const std::vector<Word> words = longer_first({{"液化石油气", {C::lpg}},
                                                       {"液化气", {C::lpg}},
                                                       {"lpg", {C::lpg}},
                                                       {"天然气", {C::natural_gas}},
                                                       {"管道气", {C::natural_gas}},
                                                       {"煤气", {C::natural_gas}},
                                                       {"燃气", {C::natural_gas}},
                                                       {"用气", {C::natural_gas}},
                                                       {"气量", {C::natural_gas}},
                                                       {"电采暖", {C::electricity}},
                                                       {"采暖用电", {C::electricity}},
                                                       {"采暖用煤", {C::heating_coal}},
                                                       {"采暖煤", {C::heating_coal}},
                                                       {"转供电", {C::resold_electricity}},
                                                       {"转供", {C::resold_electricity}},
                                                       {"自发自用", {C::own_solar}},
                                                       {"光伏自用电", {C::own_solar}},
                                                       {"自用光伏电", {C::own_solar}},
                                                       {"光伏发电", {C::own_solar}},
                                                       {"太阳能发电", {C::own_solar}},
                                                       {"自发自用电", {C::own_solar}},
                                                       {"光伏", {C::own_solar}},
                                                       {"太阳能", {C::own_solar}},
                                                       {"绿色电力", {C::green_electricity}},
                                                       {"绿电", {C::green_electricity}},
                                                       {"汽油", {C::petrol}},
                                                       {"92#", {C::petrol}},
                                                       {"95#", {C::petrol}},
                                                       {"98#", {C::petrol}},
                                                       {"92号", {C::petrol}},
                                                       {"95号", {C::petrol}},
                                                       {"98号", {C::petrol}},
                                                       {"柴油", {C::diesel}},
                                                       {"煤油", {C::kerosene}},
                                                       {"燃料油", {C::fuel_oil}},
                                                       {"重油", {C::fuel_oil}},
                                                       {"机油", {}, true},
                                                       {"氢气", {}, true},
                                                       {"氧气", {}, true},
                                                       {"氮气", {}, true},
                                                       {"氩气", {}, true},
                                                       {"压缩空气", {}, true},
                                                       {"焦炭", {C::coke}},
                                                       {"蒸汽", {}, true},
                                                       {"沼气", {}, true},
                                                       {"醇基", {}, true},
                                                       {"甲醇", {}, true},
                                                       {"生物质", {}, true},
                                                       {"木柴", {}, true},
                                                       {"液化天然气", {}, true},
                                                       {"lng", {}, true},
                                                       {"压缩天然气", {}, true},
                                                       {"cng", {}, true},
                                                       {"标准煤", {}},
                                                       {"标煤", {}},
                                                       {"煤", {C::raw_coal}},
                                                       {"热水", {}, true},
                                                       {"污水", {}, true},
                                                       {"循环水", {}, true},
                                                       {"冷量", {}, true},
                                                       {"供冷", {}, true},
                                                       {"中水", {}, true},
                                                       {"再生水", {}, true},
                                                       {"雨水", {}, true},
                                                       {"桶装水", {}, true},
                                                       {"纯净水", {}, true},
                                                       {"排水", {}, true},
                                                       {"排污", {}, true},
                                                       {"水平", {}},
                                                       {"热力", {C::heat}},
                                                       {"供热", {C::heat}},
                                                       {"供暖", {C::heat}},
                                                       {"采暖", {C::heat}},
                                                       {"暖气", {C::heat}},
                                                       {"热量", {C::heat}},
                                                       {"用热", {C::heat}},
                                                       {"发电", {}},
                                                       {"电压", {}},
                                                       {"电流", {}},
                                                       {"电话", {}},
                                                       {"电脑", {}},
                                                       {"电子", {}},
                                                       {"机电", {}},
                                                       {"气温", {}},
                                                       {"气压", {}},
                                                       {"天气", {}},
                                                       {"气", {C::natural_gas}},
                                                       {"油", {C::petrol, C::diesel}},
                                                       {"水", {C::water}},
                                                       {"电", {C::electricity}},
                                                       {"其他能源", {C::other}}});
  return words;
}

std::string plain_text(const std::string& text) {
  std::string clean = without_space(fold_width(text));
  for (char& c : clean) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return with_round_brackets(std::move(clean));
}

/// Without what stands in brackets or behind a slash, where that is a unit.
std::string without_unit(const std::string& text) {
  const std::size_t open = text.find('('), close = text.find(')', open);
  if (open == std::string::npos || close == std::string::npos) {
    const std::size_t slash = text.rfind('/');
    return slash != std::string::npos && !header_unit(text).empty() ? text.substr(0, slash) : text;
  }
  const std::string inside = text.substr(open + 1, close - open - 1);
  const bool unit = !xlsx::unit_word(inside).base.empty() || inside.find("元") != std::string::npos || inside.starts_with("单位");
  return unit ? text.substr(0, open) + text.substr(close + 1) : text;
}

/// 沁水县, 清水镇, 电力路, 水泥厂: without the word that is none. 用水市政管网 keeps it.
std::string without_places(std::string text) {
  static constexpr std::array kInside = {"水", "电力", "电", "气", "油", "煤"};
  static constexpr std::array kBehind = {"县", "市", "镇", "乡", "村", "路", "街", "州", "城", "泥", "质"};
  static constexpr std::array kUse = {"用", "来", "耗", "购", "节", "供", "发"};
  for (const std::string inside : kInside)
    for (const char* behind : kBehind) {
      const std::size_t at = text.find(inside + behind);
      if (at == std::string::npos) continue;
      const std::string before = text.substr(0, at);
      const bool use = std::any_of(kUse.begin(), kUse.end(), [&](const char* word) { return before.ends_with(word); });
      if (!use) text.replace(at, inside.size(), "·");
    }
  return text;
}

}  // namespace

bool is_name(const std::string& text) {
  static constexpr std::array kEnds = {"站", "局", "所", "科", "室", "庭", "区", "院", "处", "中心", "车", "楼", "厂", "队",   "村",
                                       "路", "镇", "县", "馆", "房", "塔", "办", "厅", "堂", "园",   "组", "班", "部", "学校", "公司"};
  const std::string clean = without_unit(plain_text(text));
  if (clean.starts_with("每") || clean.starts_with("单")) return false;
  return std::any_of(kEnds.begin(), kEnds.end(), [&](const char* end) { return clean.ends_with(end); });
}

std::set<Carrier> carriers_in(const std::string& text) {
  std::string clean = without_places(without_unit(plain_text(text)));
  clean = replace_all(clean, "水电气", "水、电、天然气");
  clean = replace_all(clean, "水利用", "水、利用");
  for (const char* name : kNames) clean = replace_all(clean, name, "·");
  std::set<Carrier> found;
  for (const Word& word : carrier_words()) {
    if (clean.find(word.text) == std::string::npos) continue;
    clean = replace_all(clean, word.text, "·");
    const bool known = word.means.size() > 1 && std::any_of(word.means.begin(), word.means.end(), [&](Carrier one) { return found.contains(one); });
    if (!known) found.insert(word.means.begin(), word.means.end());  // 油 of 汽油加油量 is said already
  }
  const bool heating = text.find("采暖") != std::string::npos || text.find("供暖") != std::string::npos || text.find("供热") != std::string::npos;
  if (heating && found.size() > 1 && text.find("热力") == std::string::npos) found.erase(Carrier::heat);  // what it is heated with
  return found;
}

bool is_other_carrier(const std::string& text) {
  if (is_name(text) || !carriers_in(text).empty()) return false;
  std::string clean = without_unit(plain_text(text));
  for (const char* name : kNames) clean = replace_all(clean, name, "·");
  const auto& words = carrier_words();
  return std::any_of(words.begin(), words.end(), [&](const Word& word) { return word.other && clean.find(word.text) != std::string::npos; });
}

std::string energy_without_column(const std::string& text) {
  static constexpr std::array kEnergies = {"蒸汽", "沼气", "醇基", "甲醇", "生物质", "木柴", "液化天然气", "lng", "压缩天然气", "cng"};
  const std::string clean = plain_text(text);
  const auto found = std::find_if(kEnergies.begin(), kEnergies.end(), [&](const char* word) { return clean.find(word) != std::string::npos; });
  return found == kEnergies.end() || is_other_thing(text) ? std::string() : *found;
}

bool is_other_thing(const std::string& text) {
  static constexpr std::array kWords = {
      "费",   "金额", "价",   "上期", "上月", "期初",   "期末",   "累计",   "同比",   "环比",   "增减",   "增长", "降幅", "下降",     "上年",     "去年",
      "同期", "占比", "比例", "%",    "率",   "人均",   "单耗",   "定额",   "计划",   "预算",   "目标",   "预计", "预测", "控制数",   "控制指标", "折标",
      "标煤", "碳",   "排放", "人数", "面积", "标准煤", "平均",   "均值",   "需量",   "功率",   "系数",   "序号", "编号", "户号",     "表号",     "卡号",
      "车牌", "里程", "公里", "次数", "天数", "余额",   "税",     "发票",   "电话",   "备注",   "说明",   "户数", "台数", "温度",     "气温",     "小时",
      "时长", "压力", "水质", "油卡", "型号", "规格",   "口径",   "库存",   "结余",   "损耗",   "月份",   "日期", "年度", "时间",     "上网",     "上次",
      "水平", "限额", "超额", "节约", "日均", "最大日", "最高日", "节电量", "节水量", "节气量", "节能量", "超用", "漏损", "合同容量", "前年",     "每瓶",
      "每桶", "每车", "每罐", "折合", "节超", "供出",   "外供",   "产热",   "产出",   "总额"};
  if (is_name(text)) return false;
  std::string clean = plain_text(text);
  static const std::set<std::string> kEnds = {"起", "止", "始", "末", "起始", "终止", "结束", "年", "月"};
  if (kEnds.contains(clean) || clean == "元" || clean == "万元" || clean == "年" || clean == "月" || clean.find("(元") != std::string::npos ||
      clean.find("(万元") != std::string::npos || clean.ends_with("/元"))
    return true;
  clean = without_unit(clean);
  for (const char* harmless : {"消费", "计费", "免费",   "收费",     "发票电量", "发票水量", "发票气量", "发票用", "办税",     "税务",    "国税",
                               "地税", "物价", "价格局", "价格认证", "价格监",   "费控",     "水质检",   "水质监", "水质自动", "水质化验"})
    clean = replace_all(clean, harmless, "");
  return holds_one(clean, kWords) || speaks_of_readings(clean);
}

bool counts_things(const std::string& text) {
  static constexpr std::array kCounted = {"瓶数", "桶数", "车数", "袋数", "罐数", "趟数", "车次"};
  return holds_one(plain_text(text), kCounted);
}

bool speaks_of_readings(const std::string& text) {
  static constexpr std::array kReadings = {"读数", "示数", "表底", "底数", "表数", "表码", "起码", "止码", "起度", "止度", "起数", "止数"};
  return holds_one(plain_text(text), kReadings);
}

bool is_running_total(const std::string& text) {
  static constexpr std::array kOthers = {"费", "金额", "元", "里程", "公里", "节", "减"};
  return text.find("累计") != std::string::npos && !holds_one(text, kOthers);
}

bool speaks_of_plans(const std::string& text) {
  static constexpr std::array kPlans = {"计划", "预算", "控制数", "控制指标", "下达", "预测", "预计", "分解"};
  return holds_one(plain_text(text), kPlans) && text.find("完成") == std::string::npos && text.find("执行") == std::string::npos;
}

bool speaks_of_money(const std::string& text) {
  static constexpr std::array kMoney = {"费", "支出", "金额", "单位:元", "单位:万元", "(元", "(万元", "缴", "付款", "开支", "结算", "账单", "发票", "成本"};
  return holds_one(replace_all(plain_text(text), "消费", ""), kMoney);
}

bool says_quantity(const std::string& text) {
  static constexpr std::array kQuantity = {"量", "消耗", "用电", "用水", "用气", "用油", "用热", "耗"};
  return holds_one(plain_text(text), kQuantity) || is_unit(header_unit(text)) || is_unit(text);
}

bool says_total(const std::string& text) {
  const std::string clean = plain_text(text);
  static constexpr std::array kWords = {"合计", "总计", "小计", "总量", "总用", "总电", "总水", "全局", "全院", "全部", "汇总", "总数", "总耗", "总和"};
  return holds_one(clean, kWords) || clean == "计" || clean == "总";
}

bool is_plain_quantity(const std::string& text) { return !text.empty() && carriers_in(text).empty() && what_else(text).empty() && !is_other_thing(text); }

std::string what_else(const std::string& text) {
  std::string clean = without_unit(plain_text(text));
  if (!xlsx::unit_word(clean).base.empty()) return {};
  const bool heat = carriers_in(text).contains(Carrier::heat);
  for (const Word& word : carrier_words()) {
    const bool use = !heat && word.means == std::vector<Carrier>{Carrier::heat};  // 采暖 of 采暖用天然气
    if (!use) clean = replace_all(clean, word.text, "");
  }
  clean = without_year(clean);
  for (const char* word : {"实用", "实抄", "净用", "消耗量", "消费量", "使用量", "用量", "数量", "耗用量", "实物量", "用",   "量",   "力", "自来",
                           "消耗", "消费", "使用", "耗",     "本月",   "当月",   "月度", "每月", "本期",   "合计",   "总计", "小计", "总", "计",
                           "能源", "能耗", "实际", "数",     "值",     "年",     "月",   "(",    ")",      ":",      "/",    "·",    "、", "单位",
                           "原",   "抄见", "购",   "加",     "升",     "情况",   "统计", "表",   "台账",   "明细",   "登记", "汇",   "各"})
    clean = replace_all(clean, word, "");
  return clean;
}

std::string petrol_grade(const std::string& text) {
  const std::string clean = plain_text(text);
  for (const char* grade : {"89", "92", "95", "98"})
    for (const char* mark : {"#", "号"})
      if (clean.find(std::string(grade) + mark) != std::string::npos) return grade;
  return {};
}

bool names_a_part(const std::string& text) {
  static constexpr std::array kWords = {"楼",   "院", "区", "食堂", "餐厅", "宿舍", "车",   "号",   "表",   "栋",   "户",   "科",   "所",   "馆",   "中心",
                                        "机房", "部", "处", "站",   "厅",   "层",   "库",   "路",   "点",   "室",   "卡",   "局",   "队",   "校",   "配电",
                                        "卫",   "房", "池", "泵",   "间",   "桩",   "箱",   "柜",   "机关", "法庭", "门诊", "其他", "其它", "公寓", "堂",
                                        "园",   "厕", "灶", "锅炉", "办公", "本部", "大厅", "空调", "照明", "动力", "电梯", "景观", "绿化", "消防", "生活"};
  return holds_one(text, kWords);
}

bool is_unit(const std::string& text) {
  const std::string clean = plain_text(text);
  const xlsx::UnitWord word = xlsx::unit_word(header_unit("(" + clean + ")"));
  return !clean.empty() && !word.base.empty();
}

std::string odd_unit(const std::string& text, Carrier carrier) {
  static constexpr std::array kPowers = {"十", "百", "千", "万", "亿", "兆"};
  std::vector<std::string> pieces{header_unit(text)};
  std::string pieces_of_text = plain_text(text);
  for (const char* mark : {"单位", "为", ":", "(", ")", "/", "、", "，"}) pieces_of_text = replace_all(pieces_of_text, mark, ",");
  for (const std::string& piece : split(pieces_of_text, ',')) pieces.push_back(piece);
  for (const std::string& piece : pieces) {
    std::string rest = piece;
    for (bool taken = true; taken && (rest == piece || !is_unit(rest));) {
      taken = false;
      for (const std::string power : kPowers) {
        if (taken || !rest.starts_with(power)) continue;
        rest.erase(0, power.size());
        taken = true;
      }
    }
    const bool known = ledger_unit(std::string(carrier_name(carrier)), piece).has_value() || !xlsx::unit_word(piece).base.empty();
    if (rest != piece && !rest.empty() && !known && is_unit(rest)) return piece;
  }
  return {};
}

std::optional<Carrier> carrier_of_unit(const std::string& text) {
  const std::string inside = header_unit(text);
  for (const std::string& unit : {plain_text(text), inside}) {
    const std::string_view base = xlsx::unit_word(unit).base;
    if (base == "千瓦时") return Carrier::electricity;
    if (base == "吉焦") return Carrier::heat;
  }
  return std::nullopt;
}

}  // namespace lvce::formats
