// What 完成情况 says, by every kind of rule.
#include "assess/answer.h"

#include "assess/answer_numbers.h"
#include "fuzz/kit.h"

namespace lvce::fuzz {
namespace {

Rule rule_of(RuleKind kind) {
  Rule rule;
  rule.kind = kind;
  rule.parts.resize(4);
  return rule;
}

}  // namespace

void answers(std::string_view input) {
  SelfScore stated;
  stated.done.value = std::string(input);
  for (const RuleKind kind : all_rule_kinds()) {
    const Answer answer = read_answer(rule_of(kind), stated);
    must(answer.shape != Answer::Shape::invalid || !answer.problem.empty(), "an invalid answer says what is wrong");
    for (const int part : answer.parts) must(part >= 1 && part <= 4, "parts are those of the rule");
    must(answer.count >= 0, "a count is not negative");
  }
}

}  // namespace lvce::fuzz
