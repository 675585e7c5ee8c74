#include "assess/branches.h"

#include <algorithm>
#include <set>

#include "support/text.h"

namespace lvce {
namespace {

bool is_taken(const Branch& branch, const UnitInfo& unit) {
  const std::string value = unit.text(branch.field);
  const bool listed = std::find(branch.values.begin(), branch.values.end(), value) != branch.values.end();
  return branch.negated ? !listed : listed;
}

/// True when the choice's answer opens the other scheme.
bool opens_alternative(const Indicator& choice, const Workbook& workbook) {
  const SelfScore* row = find_score(workbook, choice.id);
  if (row == nullptr) return false;
  const Answer answer = read_answer(choice.rule, *row);
  if (answer.shape != Answer::Shape::given) return false;
  return std::any_of(choice.rule.options.begin(), choice.rule.options.end(),
                     [&](const ChoiceOption& option) { return option.answer == answer.word && option.opens_alternative; });
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

}  // namespace lvce
