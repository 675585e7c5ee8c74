#include "assess/answer.h"

#include <algorithm>
#include <array>

#include "assess/answer_numbers.h"
#include "office/values.h"
#include "rubric/counting.h"
#include "support/text.h"
#include "support/yes_no.h"

namespace lvce {
namespace {

Answer invalid(std::string problem, const Rule& rule) {
  Answer answer;
  answer.shape = Answer::Shape::invalid;
  answer.problem = std::move(problem);
  answer.hint = "请填写：" + expected_answer(rule) + (rule.not_applicable == NotApplicable::refused ? "" : "；没有这回事的填 不适用");
  return answer;
}

Answer given() {
  Answer answer;
  answer.shape = Answer::Shape::given;
  return answer;
}

std::set<int> every_part(const Rule& rule) {
  std::set<int> out;
  for (std::size_t i = 0; i < rule.parts.size(); ++i) out.insert(static_cast<int>(i) + 1);
  return out;
}

/// What is reached is reached at every lower step as well.
void add_lower_steps(const Rule& rule, std::set<int>& parts) {
  std::optional<Decimal> reached;
  for (int part : parts) {
    const auto& step = rule.parts[static_cast<std::size_t>(part) - 1].at_least;
    if (step && (!reached || *step > *reached)) reached = step;
  }
  for (std::size_t i = 0; reached && i < rule.parts.size(); ++i)
    if (rule.parts[i].at_least && *rule.parts[i].at_least <= *reached) parts.insert(static_cast<int>(i) + 1);
}

bool has_steps(const Rule& rule) {
  return std::any_of(rule.parts.begin(), rule.parts.end(), [](const RulePart& part) { return part.at_least.has_value(); });
}

/// "95%；3": takes the percentages out of `text`; gives the parts that they reach, nothing when one is impossible.
std::optional<std::set<int>> take_percentages(const Rule& rule, std::string& text) {
  std::set<int> out;
  std::vector<std::string> others;
  for (const std::string& word : split(replace_all(replace_all(replace_all(text, "；", ","), ";", ","), "、", ","), ',')) {
    const std::string plain = trim(word);
    if (!plain.ends_with("%")) {
      if (!plain.empty()) others.push_back(plain);
      continue;
    }
    const auto percent = Decimal::parse(trim(std::string_view(plain).substr(0, plain.size() - 1)));
    if (!percent || percent->is_negative() || *percent > Decimal(100)) return std::nullopt;
    for (std::size_t i = 0; i < rule.parts.size(); ++i)
      if (rule.parts[i].at_least && *rule.parts[i].at_least <= *percent) out.insert(static_cast<int>(i) + 1);
  }
  text = join(others, "、");
  return out;
}

/// 是, 全部 and their like are all parts, 否, 无 none.
Answer read_parts(const Rule& rule, const SelfScore& stated, const std::string& typed) {
  Answer answer = given();
  if (const auto all = parse_yes_no(typed)) {
    if (*all) answer.parts = every_part(rule);
    return answer;
  }
  std::string text = has_steps(rule) && stated.done_is_percent && stated.done_number ? stated.done_number->shortest() + "%" : typed;
  auto reached = has_steps(rule) && text.find('%') != std::string::npos ? take_percentages(rule, text) : std::set<int>();
  auto numbers = text.empty() ? std::set<int>() : parse_part_numbers(text, static_cast<int>(rule.parts.size()));
  if (!reached || !numbers) return invalid("“" + typed + "”不是已做到的项的编号", rule);
  answer.parts = std::move(*numbers);
  answer.parts.merge(*reached);
  add_lower_steps(rule, answer.parts);
  return answer;
}

/// 100%, 使用率100%, 完成率达到100%: wholly done. What is less is no answer here.
bool is_whole_percentage(const SelfScore& stated, std::string text) {
  if (stated.done_is_percent && stated.done_number) return *stated.done_number == Decimal(100);
  if (!text.ends_with("100%")) return false;
  text.resize(text.size() - 4);
  for (const char* word : {"达到", "达", "为", "已", ":"})
    if (text.ends_with(word)) text.resize(text.size() - std::string_view(word).size());
  return text.empty() || text.ends_with("率") || text.ends_with("完成");
}

/// 无, 没有 and nothing more: 没有做到 leaves no doubt.
bool says_only_none(std::string text) {
  constexpr std::array kNone = {"无", "没有", "没", "暂无", "均无", "都没有"};
  text = replace_all(text, "。", "");
  return std::any_of(kNone.begin(), kNone.end(), [&](const char* word) { return text == word; });
}

Answer read_yes_no(const Rule& rule, const SelfScore& stated, const std::string& text) {
  Answer answer = given();
  answer.yes = is_whole_percentage(stated, text) ? std::optional(true) : parse_yes_no(text);
  answer.none = answer.yes == false && rule.not_applicable != NotApplicable::refused && says_only_none(text);
  if (answer.yes) return answer;
  const bool named = rule.kind != RuleKind::binary && !rule.parts.empty();
  if (named) return read_parts(rule, stated, text);
  return invalid("“" + text + "”既不是“是”也不是“否”", rule);
}

/// 2人, 两人, 共352人次 where trainings are counted.
bool counts_people(const Rule& rule, const std::string& text) {
  const std::size_t people = text.find("人");
  if (rule.kind == RuleKind::deduct || counted_name(rule) == "人" || people == std::string::npos || people == 0) return false;
  const std::u32string before = decode_utf8(text.substr(0, people));
  return std::u32string_view(U"0123456789一二两三四五六七八九十 ").find(before.back()) != std::u32string_view::npos;
}

/// Why what was written is no count.
std::string no_count(const Rule& rule, const std::string& text) {
  const bool people = counts_people(rule, text);
  const auto year = parse_typed_year(text);
  return "“" + text + "”" + (people ? "是人数，不是" + counted_name(rule) + "数" : year ? "像是年份，不是" + counted_name(rule) + "数" : "不是整数");
}

/// "4；1" where the rule also deducts: items and places.
Answer read_counts(const Rule& rule, std::string text) {
  Answer answer = given();
  if (rule.kind != RuleKind::deduct && rule.deduct_step > Points()) {
    const auto fields = split(replace_all(text, "；", ";"), ';');
    if (fields.size() == 2) {
      const auto places = parse_count_answer(fields[1]);
      if (!places) return invalid("“" + text + "”里分号后的处数不是整数", rule);
      answer.places_wrong = *places;
      text = trim(fields[0]);
    }
  }
  const auto count = counts_people(rule, text) ? std::nullopt : parse_count_answer(text);
  if (!count) return invalid(no_count(rule, text), rule);
  answer.count = *count;
  return answer;
}

std::optional<Decimal> percent_of(const SelfScore& stated, const std::string& text) {
  if (text == "全部") return Decimal(100);
  if (stated.done_is_percent && stated.done_number) return stated.done_number;
  if (text.ends_with("%")) return Decimal::parse(trim(std::string_view(text).substr(0, text.size() - 1)));
  return Decimal::parse(text);
}

Answer read_percent(const Rule& rule, const SelfScore& stated, const std::string& text) {
  const auto percent = percent_of(stated, text);
  if (!percent || percent->is_negative() || *percent > Decimal(100)) return invalid("“" + text + "”不是 0 到 100 之间的百分数", rule);
  const bool plain = !stated.done_is_percent && !text.ends_with("%") && text != "全部";
  if (plain && !percent->is_zero() && *percent <= Decimal(1)) {
    return invalid("“" + text + "”看不出是 " + text + "% 还是 " + (*percent * Decimal(100)).shortest() + "%", rule);
  }
  Answer answer = given();
  answer.percent = percent;
  return answer;
}

bool has_percent_steps(const Rule& rule) {
  return std::any_of(rule.tiers.begin(), rule.tiers.end(), [](const TierStep& step) { return step.at_least.has_value(); });
}

/// 优 for 优秀, 优秀等次, 评为优秀, 优秀（92分）: the one word among `known` that is meant, of which at least half is written; empty when none or several are.
std::string meant_word(std::string text, const std::vector<std::string>& known) {
  const std::size_t open = text.find('(');
  const std::string remark = open == std::string::npos ? std::string() : text.substr(open);
  for (const char* doubt : {"上年", "去年", "往年", "拟", "未", "待", "预", "曾", "申报中"})
    if (remark.find(doubt) != std::string::npos) return {};  // 优秀（上年）, 优秀（拟申报）
  text.resize(text.size() - remark.size());
  for (const char* around : {"考核", "评为", "评定为", "评价", "等次", "等级", "档", "。"}) text = replace_all(text, around, "");
  if (std::find(known.begin(), known.end(), text) != known.end()) return text;
  std::vector<std::string> meant;
  std::copy_if(known.begin(), known.end(), std::back_inserter(meant),
               [&](const std::string& word) { return word.starts_with(text) && 2 * text.size() >= word.size(); });
  return meant.size() == 1 ? meant.front() : "";
}

Answer read_word(const Rule& rule, const std::string& text, const std::vector<std::string>& known) {
  Answer answer = given();
  answer.word = meant_word(text, known);
  return answer.word.empty() ? invalid("“" + text + "”不在可选的答案里", rule) : answer;
}

std::vector<std::string> grades_of(const Rule& rule) {
  std::vector<std::string> grades;
  for (const TierStep& step : rule.tiers)
    if (!step.grade.empty()) grades.push_back(step.grade);
  return grades;
}

std::vector<std::string> choices_of(const Rule& rule) {
  std::vector<std::string> answers;
  for (const ChoiceOption& option : rule.options) answers.push_back(option.answer);
  return answers;
}

Answer read_tier(const Rule& rule, const SelfScore& stated, const std::string& text) {
  const std::vector<std::string> grades = grades_of(rule);
  if (!has_percent_steps(rule) || !meant_word(text, grades).empty()) return read_word(rule, text, grades);
  return read_percent(rule, stated, text);
}

/// Rows whose 完成情况 stays blank.
bool stays_blank(RuleKind kind) { return kind == RuleKind::judged || kind == RuleKind::open || kind == RuleKind::assessor || kind == RuleKind::targets; }

/// 不适用, 不涉及; where the standard allows it, that there was no occasion.
bool says_not_applicable(const Rule& rule, std::string text) {
  constexpr std::array kAlways = {"不适用", "不涉及"};
  constexpr std::array kNoOccasion = {"未发生", "没有发生", "未产生", "没有产生", "无此项", "无此情况", "无此类情况", "没有此项", "没有这项", "没有这回事"};
  for (const char* said : {"本单位", "我单位", "。"}) text = replace_all(text, said, "");
  const auto is_said = [&](const char* word) { return text == word; };
  if (std::any_of(kAlways.begin(), kAlways.end(), is_said)) return true;
  return rule.not_applicable != NotApplicable::refused && std::any_of(kNoOccasion.begin(), kNoOccasion.end(), is_said);
}

/// “/”, “—”; 无 where it is not 否, 0 or no part.
bool says_nothing(const Rule& rule, const std::string& text) {
  if (is_dash(text)) return true;
  if (text != "无" && text != "无。") return false;
  const bool named = rule.kind == RuleKind::tiers ? meant_word("无", grades_of(rule)).empty()
                                                  : rule.kind == RuleKind::choice && meant_word("无", choices_of(rule)).empty();
  return stays_blank(rule.kind) || named;
}

Answer unclear_dash(const Rule& rule, const std::string& text) {
  const bool may_not_apply = rule.not_applicable != NotApplicable::refused;
  Answer answer = invalid("填的是“" + text + "”，看不出是没有做到" + (may_not_apply ? "、还没有填，还是不适用" : "，还是还没有填"), rule);
  answer.dash = true;
  return answer;
}

std::string list_words(const std::vector<std::string>& words) { return join(words, "、"); }

}  // namespace

std::string expected_answer(const Rule& rule) {
  switch (rule.kind) {
    case RuleKind::binary: return "是 或 否";
    case RuleKind::all_of:
    case RuleKind::any_of: return rule.parts.empty() ? "是 或 否" : "是 或 否，或已做到的项的编号（如 1、2）";
    case RuleKind::parts:
      return std::string(has_steps(rule) ? "百分数（如 95%），或" : "") + "已做到的项的编号（如 1、" +
             std::to_string(std::max<std::size_t>(rule.parts.size(), 2)) + "），或 全部、无";
    case RuleKind::per_item:
    case RuleKind::per_occurrence: {
      const std::string counted = counted_name(rule);
      if (rule.deduct_step > Points()) return "几" + counted + "；几处有问题（两个整数，如 4；1）";
      return "几" + counted + "（整数，如 3）";
    }
    case RuleKind::tiers: return has_percent_steps(rule) ? "百分数（如 95%）" : list_words(grades_of(rule)) + " 之一";
    case RuleKind::deduct: return "发现问题的处数（整数，没有就填 0）";
    case RuleKind::choice: return list_words(choices_of(rule)) + " 之一";
    case RuleKind::judged:
    case RuleKind::open:
    case RuleKind::assessor: return "此格留空，只填自评得分";
    case RuleKind::targets: return "此格留空，由程序按台账计算";
  }
  return "";
}

Answer read_answer(const Rule& rule, const SelfScore& stated) {
  if (stated.done.broken) return invalid("单元格内容无法读取", rule);
  const std::string text = trim(fold_width(stated.done.value.value_or("")));
  if (text.empty()) return {};
  if (says_not_applicable(rule, text)) {
    Answer answer;
    answer.shape = Answer::Shape::not_applicable;
    return answer;
  }
  if (says_nothing(rule, text)) return stays_blank(rule.kind) ? Answer{} : unclear_dash(rule, text);
  switch (rule.kind) {
    case RuleKind::binary:
    case RuleKind::all_of:
    case RuleKind::any_of: return read_yes_no(rule, stated, text);
    case RuleKind::parts: return read_parts(rule, stated, text);
    case RuleKind::per_item:
    case RuleKind::per_occurrence:
    case RuleKind::deduct: return read_counts(rule, text);
    case RuleKind::tiers: return read_tier(rule, stated, text);
    case RuleKind::choice: return read_word(rule, text, choices_of(rule));
    case RuleKind::judged:
    case RuleKind::open:
    case RuleKind::assessor:
    case RuleKind::targets: return invalid("这一项不需要填完成情况，却填了“" + text + "”", rule);
  }
  return {};
}

}  // namespace lvce
