#include "assess/branches.h"

#include <algorithm>
#include <optional>
#include <set>

#include "support/text.h"

namespace lvce {
namespace {

bool is_taken(const Branch& branch, const UnitInfo& unit) {
  const std::string value = unit.text(branch.field);
  const bool listed = std::find(branch.values.begin(), branch.values.end(), value) != branch.values.end();
  return branch.negated ? !listed : listed;
}

/// The choice's answer, where one is given.
std::optional<std::string> answer_of(const Indicator& choice, const Workbook& workbook) {
  const SelfScore* row = find_score(workbook, choice.id);
  if (row == nullptr) return std::nullopt;
  const Answer answer = read_answer(choice.rule, *row);
  return answer.shape == Answer::Shape::given ? std::optional(answer.word) : std::nullopt;
}

/// True when the choice's answer opens the other scheme.
bool opens_alternative(const Indicator& choice, const Workbook& workbook) {
  const std::optional<std::string> answer = answer_of(choice, workbook);
  return answer && std::any_of(choice.rule.options.begin(), choice.rule.options.end(),
                               [&](const ChoiceOption& option) { return option.answer == *answer && option.opens_alternative; });
}

/// What a demand depends on and nobody has said counts as 是, so that no paper is left out.
void report_blank_switches(const std::vector<const Indicator*>& indicators, const Workbook& workbook, Findings& findings) {
  std::set<std::string> reported;
  for (const Indicator* indicator : indicators) {
    for (const Demand& demand : indicator->evidence) {
      const std::string& field = demand.only_if_field;
      if (field.empty() || !workbook.unit.text(field).empty() || workbook.unit.broken.contains(field) || !reported.insert(field).second) continue;
      findings.push_back(Finding::warning("unit-switch-blank", in_sheet(workbook.file, "单位信息", field), "“" + field + "”没有填写，按“是”要材料",
                                          "请在“单位信息”表中填写 是 或 否"));
    }
  }
}

}  // namespace

std::map<std::string, Taken> decide_branches(const Rubric& rubric, const Workbook& workbook, Findings& findings) {
  std::map<std::string, Taken> out;
  std::set<std::string> reported;
  const auto indicators = all_indicators(rubric);
  for (const Indicator* indicator : indicators) {
    if (!indicator->rule.branch) continue;
    const Branch& branch = *indicator->rule.branch;
    const bool unreadable = workbook.unit.broken.contains(branch.field);  // told at its cell
    if (workbook.unit.text(branch.field).empty() && !unreadable && reported.insert(branch.field).second) {
      findings.push_back(Finding::error("unit-item-missing", in_sheet(workbook.file, "单位信息"), "没有填写“" + branch.field + "”，评价标准按它区分适用的指标",
                                        "请在“单位信息”表中补填 " + branch.field));
    }
    if (!is_taken(branch, workbook.unit)) out[indicator->id] = Taken::other_branch;
  }
  report_blank_switches(indicators, workbook, findings);
  for (const Indicator* choice : indicators) {
    if (choice->rule.kind != RuleKind::choice) continue;
    const bool other = opens_alternative(*choice, workbook);
    if (other) out[choice->id] = Taken::other_scheme;
    for (const Indicator* indicator : indicators) {
      if (indicator->alternative_of == choice->id && !other) out[indicator->id] = Taken::other_scheme;
    }
  }
  return out;
}

std::set<std::string> left_out_by_answers(const Rubric& rubric, const Workbook& workbook) {
  Findings ignored;  // assess() says it
  std::set<std::string> out;
  for (const auto& [id, taken] : decide_branches(rubric, workbook, ignored)) {
    const Indicator* indicator = find_indicator(rubric, id);
    const Indicator* choice = indicator->alternative_of.empty() ? indicator : find_indicator(rubric, indicator->alternative_of);
    if (taken == Taken::other_branch || answer_of(*choice, workbook)) out.insert(id);
  }
  return out;
}

}  // namespace lvce
