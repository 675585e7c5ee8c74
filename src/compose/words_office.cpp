#include <algorithm>
#include <cstdio>
#include <iterator>
#include <string_view>

#include "compose/vocabulary.h"
#include "support/text.h"
#include "support/yes_no.h"

namespace lvce {
namespace {

/// Every item of 单位信息 that the contract names (design: workbook).
constexpr const char* kOfficeItems[] = {
    "单位名称",         "单位类别", "单位层级", "统一社会信用代码", "单位地址", "省份",     "创建联系人",         "联系人职务",   "办公电话",
    "移动电话",         "电子邮箱", "评价标准", "评价年度",         "能耗年度", "对比基期", "备案表年度",         "填报日期",     "物业管理",
    "机关食堂",         "数据机房", "合署办公", "家属区同院",       "供热计量", "煤种",     "近三年重大安全事故", "数据来源单位", "单位基本情况",
    "创建工作开展情况", "特色做法", "存在问题", "下一步工作",       "主送机关", "抄送",
};

/// Items that a document cannot do without: a blank is asked for.
constexpr const char* kAsked[] = {"单位名称", "单位类别",     "单位地址",         "创建联系人", "联系人职务", "办公电话",  "移动电话",
                                  "电子邮箱", "单位基本情况", "创建工作开展情况", "特色做法",   "存在问题",   "下一步工作"};

/// Texts of which a report leaves the section out where the office has written 无.
constexpr const char* kSections[] = {"创建工作开展情况", "特色做法", "存在问题", "下一步工作"};

void add_office(Scope& root, const Workbook& workbook) {
  const UnitInfo& unit = workbook.unit;
  for (const char* item : kOfficeItems) root.set(std::string("office.") + item, unit.text(item));
  for (const char* item : kAsked) {
    const bool may_be_none = std::string_view(item) == "电子邮箱" ||
                             std::find(std::begin(kSections), std::end(kSections), std::string_view(item)) != std::end(kSections);
    const bool told_elsewhere = std::string_view(item) == "单位名称";  // the reader of the workbook misses it
    root.set_asking(std::string("office.") + item, unit.text(item), item, told_elsewhere ? Place{} : unit_item_place(workbook, item), may_be_none);
  }
  for (const char* item : kSections) root.set_flag(std::string("office.written.") + item, parse_yes_no(unit.text(item)) != false);
  root.set_flag("office.is_provincial", unit.text("单位层级") == "省级");
  root.set_flag("office.signs_contact", !trim(unit.text("主送机关")).empty() && !trim(unit.text("创建联系人")).empty());
  std::vector<std::string> numbers;
  for (const char* item : {"办公电话", "移动电话"}) {
    if (!trim(unit.text(item)).empty()) numbers.push_back(unit.text(item));
  }
  root.set_asking("office.联系方式", join(numbers, "\n"), "办公电话或移动电话", unit_item_place(workbook, "办公电话"));
  root.set_asking("office.联系电话", numbers.empty() ? "" : numbers.front(), "办公电话或移动电话", unit_item_place(workbook, "办公电话"));
}

void add_rubric(Scope& root, const Rubric& rubric) {
  root.set("rubric.id", rubric.id);
  root.set("rubric.title", rubric.title);
  root.set("rubric.issuer", rubric.issuer);
  root.set("rubric.document_number", rubric.document_number);
  root.set("rubric.document_in_brackets", rubric.document_number.empty() ? "" : "（" + rubric.document_number + "）");
  root.set("rubric.source", rubric.source);
  root.set("rubric.activity", rubric.activity);
  root.set("rubric.total", rubric.total);
  root.set_flag("rubric.has_pass", rubric.pass.has_value());
  root.set("rubric.pass", rubric.pass ? std::optional(to_decimal(*rubric.pass)) : std::nullopt, kPointsFormat);
  root.set("rubric.registration_name", rubric.registration_name);
  root.set_flag("rubric.has_registration", !rubric.registration_form.empty());
  root.set("rubric.open_points", join(rubric.open_points, "\n"));
}

std::string year_text(int year) { return year > 0 ? std::to_string(year) : "　　　　"; }

void add_years(Scope& root, const Years& years) {
  root.set("years.work", year_text(years.work));
  root.set("years.energy", year_text(years.energy));
  root.set("years.base", year_text(years.base));
  root.set("years.form", year_text(years.form));
}

void add_totals(Scope& root, const Assessment& assessment) {
  root.set("total.claimed", assessment.claimed);
  root.set("total.supported", assessment.supported);
  const auto& pass = assessment.rubric->pass;
  root.set_flag("total.claim_passes", pass && assessment.claimed >= *pass);
  root.set_flag("total.passes", pass && assessment.claimed >= *pass && assessment.verdict == Verdict::pass);
  root.set_flag("total.passes_unsure", pass && assessment.claimed >= *pass && assessment.verdict != Verdict::pass);
  root.set_flag("total.claim_fails", pass && assessment.claimed < *pass);
  root.set_flag("total.differs", assessment.claimed != assessment.supported);
}

}  // namespace

std::string chinese_date(const std::string& date) {
  int year = 0, month = 0, day = 0;
  if (std::sscanf(date.c_str(), "%4d-%2d-%2d", &year, &month, &day) != 3) return "　　　　年　　月　　日";
  return std::to_string(year) + "年" + std::to_string(month) + "月" + std::to_string(day) + "日";
}

std::string chinese_number(int number) {
  static const char* const kDigits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  if (number < 1 || number > 99) return std::to_string(number);
  const std::string tens = number < 10 ? "" : (number < 20 ? "十" : std::string(kDigits[number / 10]) + "十");
  return tens + kDigits[number % 10];
}

void add_office_words(Vocabulary& words, const Assessment& assessment) {
  add_office(words.root, assessment.dossier->workbook);
  add_rubric(words.root, *assessment.rubric);
  add_years(words.root, assessment.years);
  add_totals(words.root, assessment);
  words.root.set("date.paper", chinese_date(assessment.paper_date));
}

Vocabulary make_vocabulary(const Assessment& assessment) {
  Vocabulary words;
  add_office_words(words, assessment);
  add_score_words(words, assessment);
  add_energy_words(words, assessment);
  add_outlook_words(words, assessment);
  add_target_words(words, assessment);
  add_step_words(words, assessment);
  add_factor_words(words, assessment);
  add_finding_words(words, assessment, assessment.findings);
  return words;
}

}  // namespace lvce
