#include "workbook/detect/candidate_parts.h"

#include <algorithm>
#include <array>
#include <set>

#include "office/values.h"
#include "support/text.h"
#include "workbook/detect/words.h"

namespace lvce::formats {

bool same_where_both(const Candidate& a, const Candidate& b) {
  std::size_t shared = 0;
  for (const auto& [month, value] : a.values) {
    const auto other = b.values.find(month);
    if (other == b.values.end()) continue;
    if (other->second != value) return false;
    ++shared;
  }
  return shared > 0;
}

bool contained(const Candidate& small, const Candidate& large) {
  return std::all_of(small.values.begin(), small.values.end(), [&](const auto& value) { return large.values.contains(value.first); });
}

bool is_never_more(const Candidate& small, const Candidate& large) {
  return contained(small, large) &&
         std::all_of(small.values.begin(), small.values.end(), [&](const auto& value) { return !(large.values.at(value.first) < value.second); });
}

bool is_sum(const Candidate& whole, const std::vector<const Candidate*>& parts) {
  if (parts.size() < 2 || whole.values.size() < 2) return false;
  for (const auto& [month, value] : whole.values) {
    Decimal sum;
    for (const Candidate* part : parts)
      if (const auto found = part->values.find(month); found != part->values.end()) sum += found->second;
    if (sum != value) return false;
  }
  return std::all_of(parts.begin(), parts.end(), [&](const Candidate* part) { return contained(*part, whole); });
}

std::string part_name(const Candidate& one) {
  if (!one.other.empty()) return one.other;
  return one.rule.is.empty() ? petrol_grade(one.header) : join(one.rule.is, "、");
}

std::string part_of(const Candidate& one) {
  const std::string sheet = what_else(one.sheet), file = what_else(one.file.substr(0, one.file.rfind('.')));
  return (names_a_part(sheet) ? sheet : "") + "/" + (names_a_part(file) ? file : "");
}

bool speaks_of_others(const std::string& text) {
  static constexpr std::array kOthers = {"家属", "住户", "居民", "住宅", "出租", "租户", "租赁", "承租",   "租给", "商户", "商铺", "外单位", "门面", "转供",
                                         "外包", "承包", "铁塔", "基站", "施工", "基建", "银行", "信用社", "农商", "代收", "回收", "扣减",   "扣除", "减:"};
  return holds_one(fold_width(text), kOthers);
}

bool speaks_of_shares(const std::string& text) {
  static constexpr std::array kOwn = {"含公摊", "分摊后", "分摊到", "公摊后"};  // the office's share already
  return text.find("摊") != std::string::npos && !holds_one(text, kOwn);
}

std::string count_word(const std::string& text) {
  static constexpr std::array kCounts = {"无功", "反向", "核定",   "核实",   "原上报", "自查", "复核", "应抄", "考核", "副表",     "备表", "指标",
                                         "自抄", "留存", "上报",   "发票",   "工况",   "标况", "表显", "结算", "开票", "购进",     "购入", "领用",
                                         "充值", "余量", "一次网", "二次网", "合同",   "实供", "单重", "总重", "账单", "内部抄表", "净用"};
  const auto found = std::find_if(kCounts.begin(), kCounts.end(), [&](const char* word) { return text.find(word) != std::string::npos; });
  return found == kCounts.end() ? std::string() : *found;
}

bool names_an_office(const std::string& text) {
  static constexpr std::array kOffices = {"局", "委", "委员会", "法院", "检察院", "政府", "人大", "政协", "妇联", "残联", "党校", "医院"};
  const std::string plain = without_space(text);
  return count_characters(plain) > 2 && !plain.ends_with("分局") &&
         std::any_of(kOffices.begin(), kOffices.end(), [&](const char* ending) { return plain.ends_with(ending); });
}

bool speaks_of_whole(const std::string& text) {
  static constexpr std::array kWholes = {"总表", "总)", "全单位", "全局", "全院", "全部", "大表", "进线", "高压", "关口", "母线", "主表", "总用"};
  const std::string plain = with_round_brackets(fold_width(text));
  const bool ends = plain == "总" || plain.ends_with("月总");
  return ends || holds_one(plain, kWholes);
}

bool says_it_holds(const Candidate& whole, const Candidate& part) {
  const std::size_t holding = whole.header.find("含");
  const std::string name = part_name(part);
  return holding != std::string::npos && !name.empty() && whole.header.find(name, holding) != std::string::npos;
}

bool is_hidden(const Candidate& one) {
  const std::set<int>& columns = one.source->sheet->hidden_columns;
  return std::all_of(one.rule.values.begin(), one.rule.values.end(),
                     [&](const xlsx::Range& range) { return range.first_column == range.last_column && columns.contains(range.first_column); });
}

bool is_tariff(const std::string& text) {
  static constexpr std::array kTariffs = {"尖", "峰", "平", "谷"};
  return holds_one(text, kTariffs);
}

bool nearly_same(const std::map<MonthKey, Decimal>& a, const std::map<MonthKey, Decimal>& b) {
  constexpr int kMonthsNeeded = 3;
  int shared = 0;
  for (const auto& [month, value] : a) {
    const auto other = b.find(month);
    if (other == b.end() || (value.is_zero() && other->second.is_zero())) continue;
    const Decimal& large = value < other->second ? other->second : value;
    const Decimal& small = value < other->second ? value : other->second;
    if ((large - small) * Decimal(50) > large) return false;
    ++shared;
  }
  return shared >= kMonthsNeeded;
}

void doubt_file_years(std::vector<Candidate>& all) {
  for (Candidate& one : all) {
    if (!one.file_year || one.values.empty()) continue;
    const bool has_both = std::any_of(all.begin(), all.end(), [&](const Candidate& other) {
      return other.file == one.file &&
             std::any_of(other.values.begin(), other.values.end(), [&](const auto& value) { return std::get<0>(value.first) == *one.file_year; });
    });
    const int titled = std::get<0>(one.values.begin()->first);
    if (!has_both) one.doubts.push_back("标题写 " + std::to_string(titled) + " 年，文件名写 " + std::to_string(*one.file_year) + " 年");
  }
}

}  // namespace lvce::formats
