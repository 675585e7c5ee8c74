// 单位信息: items by name, with years, dates and choices brought to one form.
#include <algorithm>
#include <array>
#include <map>

#include "office/values.h"
#include "support/text.h"
#include "support/yes_no.h"
#include "workbook/sheets/contact_forms.h"
#include "workbook/sheets/sheets.h"

namespace lvce {
namespace {

enum class ItemKind { text, may_be_none, year, date, yes_no, choice };

struct ItemRule {
  const char* name;
  ItemKind kind = ItemKind::text;
  std::vector<std::string> choices = {};
};

const std::vector<ItemRule>& item_rules() {
  static const std::vector<ItemRule> rules = {
      {"单位名称"},
      {"单位类别"},
      {"单位层级", ItemKind::choice, {"省级", "市级", "县级", "乡镇街道"}},
      {"统一社会信用代码", ItemKind::may_be_none},
      {"单位地址", ItemKind::may_be_none},
      {"省份"},
      {"创建联系人", ItemKind::may_be_none},
      {"联系人职务", ItemKind::may_be_none},
      {"办公电话", ItemKind::may_be_none},
      {"移动电话", ItemKind::may_be_none},
      {"电子邮箱", ItemKind::may_be_none},
      {"评价标准"},
      {"评价年度", ItemKind::year},
      {"能耗年度", ItemKind::year},
      {"对比基期", ItemKind::year},
      {"备案表年度", ItemKind::year},
      {"填报日期", ItemKind::date},
      {"物业管理", ItemKind::yes_no},
      {"机关食堂", ItemKind::yes_no},
      {"数据机房", ItemKind::yes_no},
      {"合署办公", ItemKind::yes_no},
      {"家属区同院", ItemKind::yes_no},
      {"供热计量", ItemKind::choice, {"按热量", "按面积", "无"}},
      {"煤种", ItemKind::may_be_none},
      {"电网因子口径", ItemKind::may_be_none},
      {"对照系数集", ItemKind::may_be_none},
      {"近三年重大安全事故", ItemKind::choice, {"有", "无"}},
      {"数据来源单位", ItemKind::may_be_none},
      {"单位基本情况"},
      {"创建工作开展情况"},
      {"特色做法"},
      {"存在问题"},
      {"下一步工作"},
      {"主送机关", ItemKind::may_be_none},
      {"抄送", ItemKind::may_be_none},
  };
  return rules;
}

const ItemRule* rule_of(const std::string& item) {
  const auto& rules = item_rules();
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const ItemRule& rule) { return item == rule.name; });
  return found == rules.end() ? nullptr : &*found;
}

/// 单位层级 as people write it; empty: none of these.
std::string level_called(const std::string& typed) {
  static const std::map<std::string, std::string> kCalled = {{"省", "省级"},
                                                             {"省直", "省级"},
                                                             {"自治区级", "省级"},
                                                             {"市", "市级"},
                                                             {"市直", "市级"},
                                                             {"地市级", "市级"},
                                                             {"地级市", "市级"},
                                                             {"设区市级", "市级"},
                                                             {"地级", "市级"},
                                                             {"县", "县级"},
                                                             {"区", "县级"},
                                                             {"区级", "县级"},
                                                             {"区直", "县级"},
                                                             {"县直机关", "县级"},
                                                             {"区直机关", "县级"},
                                                             {"市直机关", "市级"},
                                                             {"省直机关", "省级"},
                                                             {"乡", "乡镇街道"},
                                                             {"镇", "乡镇街道"},
                                                             {"县直", "县级"},
                                                             {"区县级", "县级"},
                                                             {"县区级", "县级"},
                                                             {"区县", "县级"},
                                                             {"县市区级", "县级"},
                                                             {"乡镇", "乡镇街道"},
                                                             {"街道", "乡镇街道"},
                                                             {"乡级", "乡镇街道"},
                                                             {"乡镇级", "乡镇街道"},
                                                             {"镇级", "乡镇街道"},
                                                             {"街道办", "乡镇街道"},
                                                             {"乡镇街道级", "乡镇街道"}};
  const auto found = kCalled.find(typed);
  return found == kCalled.end() ? "" : found->second;
}

std::optional<std::string> choice_of_yes(std::optional<bool> yes) {
  if (!yes) return std::nullopt;
  return *yes ? "有" : "无";
}

/// 0起, 近三年未发生: of accidents.
bool says_never(std::string text) {
  for (const char* around : {"。", "近三年内", "近三年", "三年内", "本单位", "我单位", "重大安全事故", "安全事故", "事故"})
    text = replace_all(text, around, "");
  return text == "0" || text == "0起" || text == "零" || text == "零起" || text == "未发生" || text == "没有发生" || text == "未发生过" || text == "无发生";
}

std::optional<std::string> choice_of(const ItemRule& rule, const std::string& typed) {
  const std::string whole = with_round_brackets(without_space(fold_width(typed)));
  const std::string plain = replace_all(name_key(typed), "/", "");
  const std::string remark = whole.find('(') == std::string::npos ? std::string() : whole.substr(whole.find('('));
  const auto holds = [&](const char* value) { return std::find(rule.choices.begin(), rule.choices.end(), value) != rule.choices.end(); };
  if (holds("有") && says_never(whole)) return "无";
  if (holds("有") && !remark.empty()) {  // 无（0起）; 无（2020年发生1起）
    const bool never = plain == "无" && says_never(remark.substr(1, remark.size() - 2));
    return never ? std::optional<std::string>("无") : choice_of_yes(parse_yes_no(typed));
  }
  const bool other = std::any_of(rule.choices.begin(), rule.choices.end(),
                                 [&](const std::string& choice) { return choice != plain && choice != "无" && remark.find(choice) != std::string::npos; });
  if (other || remark.find("部分") != std::string::npos) return std::nullopt;
  if (holds(plain.c_str())) return plain;
  if (const std::string level = level_called(plain); !level.empty() && holds(level.c_str())) return level;
  return holds("有") ? choice_of_yes(parse_yes_no(typed)) : std::nullopt;
}

std::optional<std::string> normalised(const ItemRule& rule, const std::string& typed) {
  switch (rule.kind) {
    case ItemKind::text:
    case ItemKind::may_be_none: return typed;
    case ItemKind::date: return parse_typed_date(typed);
    case ItemKind::choice: return choice_of(rule, typed);
    case ItemKind::yes_no: {
      const std::string plain = without_space(fold_width(typed));
      if (plain == "不涉及" || plain == "不适用") return "否";  // there is none
      const std::optional<bool> yes = parse_yes_no(typed);
      if (!yes) return std::nullopt;
      return *yes ? "是" : "否";
    }
    case ItemKind::year: {
      const std::optional<int> year = parse_typed_year(typed);
      if (!year) return std::nullopt;
      return std::to_string(*year);
    }
  }
  return std::nullopt;
}

std::string how_to_fill(const ItemRule& rule) {
  switch (rule.kind) {
    case ItemKind::year: return "请填四位数年份，例如 2021";
    case ItemKind::date: return "请填完整日期，例如 2021年10月12日";
    case ItemKind::yes_no: return "请填“是”或“否”";
    default: return "请填“" + join(rule.choices, "”“") + "”之一";
  }
}

/// Long numbers lose digits when a spreadsheet keeps them as numbers.
bool lost_digits(const xlsx::Cell& cell) { return cell.kind == xlsx::Cell::Kind::number && cell.number >= 1e15; }

class UnitInfoReader {
 public:
  explicit UnitInfoReader(const SheetTable& table) : table_(table) {}

  UnitInfo read() {
    for (int row : table_.rows()) read_row(row);
    for (const std::string& item : twice_) {
      info_.items.erase(item);
      info_.broken.insert(item);
    }
    if (info_.text("单位名称").empty()) {
      table_.reporter().at_sheet("unit-name-missing", Severity::missing, table_.sheet_name(), "没有填写单位名称", "请在“单位名称”一行填写全称");
    }
    return std::move(info_);
  }

 private:
  void read_row(int row) {
    const std::string item = name_key(table_.plain_text(row, "项目"));
    if (item.empty()) return;
    const Given<std::string> typed = table_.text(row, "内容");
    if (typed.blank()) {
      info_.places.try_emplace(item, typed.place);
      return;
    }
    if (!given_.insert(item).second) return report_twice(item, typed);
    info_.places[item] = typed.place;
    if (says_none(rule_of(item), typed) || is_placeholder(typed)) return;
    if (typed.broken) {
      info_.broken.insert(item);
      return;
    }
    keep(row, item, typed);
  }

  /// "/" or 无 where nothing may be meant: as a blank.
  static bool says_none(const ItemRule* rule, const Given<std::string>& typed) {
    if (rule == nullptr || !typed.value) return false;
    const std::string plain = without_space(fold_width(*typed.value));
    if (rule->kind == ItemKind::choice) return is_dash(plain);
    if (rule->kind != ItemKind::may_be_none) return false;
    return plain == "无" || plain == "没有" || plain == "暂无" || plain == "暂缺" || is_dash(plain);
  }

  /// 【请填写】, XXX, "/": a place that is still to be filled in.
  static bool is_placeholder(const Given<std::string>& typed) {
    if (!typed.value) return false;
    const std::string plain = without_space(fold_width(*typed.value));
    const bool crosses = !plain.empty() && plain.find_first_not_of("xX*?") == std::string::npos && plain.size() > 1;
    return is_dash(plain) || plain.starts_with("【请填写") || crosses;
  }

  void report_twice(const std::string& item, const Given<std::string>& typed) {
    table_.reporter().at_cell("unit-item-twice", Severity::error, typed.place, "“" + item + "”填写了两次（另见 " + info_.places[item].cell + "），都不采用",
                              "请只保留一行");
    twice_.insert(item);
  }

  void keep(int row, const std::string& item, const Given<std::string>& typed) {
    const ItemRule* rule = rule_of(item);
    if (rule == nullptr) {
      table_.reporter().at_cell("unit-item-unknown", Severity::note, table_.place(row, "项目"), "“" + item + "”不是规定的项目，保留原文，不参与计算", {});
      info_.items[item] = *typed.value;
      return;
    }
    if ((rule->kind == ItemKind::text || rule->kind == ItemKind::may_be_none) && lost_digits(table_.cell(row, "内容"))) {
      table_.reporter().at_cell("number-lost-digits", Severity::warning, typed.place, "“" + item + "”按数字保存，超过 15 位的部分已丢失",
                                "请把单元格设为文本格式后重新输入");
    } else if (const auto fault = form_fault(item, *typed.value)) {
      table_.reporter().at_cell("unit-item-form", Severity::warning, typed.place, "“" + item + "”" + fault->what, fault->hint);
    }
    const std::optional<std::string> value = normalised(*rule, *typed.value);
    if (value) {
      info_.items[item] = *value;
      return;
    }
    info_.broken.insert(item);
    table_.reporter().at_cell("unit-item-unreadable", Severity::error, typed.place, "“" + item + "”的内容「" + *typed.value + "」无法识别", how_to_fill(*rule));
  }

  const SheetTable& table_;
  UnitInfo info_;
  std::set<std::string> given_, twice_;
};

}  // namespace

TableSpec unit_info_spec() { return {"单位信息", {"项目", "内容"}, {"说明", "备注", "填写说明"}, {}, false}; }

UnitInfo read_unit_info(const SheetTable& table) { return UnitInfoReader(table).read(); }

}  // namespace lvce
