#include <catch2/catch.hpp>

#include "assess/answer.h"

using namespace lvce;

namespace {

Rule rule_of(RuleKind kind) {
  Rule rule;
  rule.kind = kind;
  return rule;
}

SelfScore typed(const std::string& text) {
  SelfScore out;
  out.done.value = text;
  return out;
}

}  // namespace

TEST_CASE("a count is a whole number that is not negative", "[answer]") {
  const Rule rule = rule_of(RuleKind::per_item);
  CHECK(read_answer(rule, typed("3")).count == 3);
  CHECK(read_answer(rule, typed("３")).count == 3);
  for (const char* bad : {"三", "3.5", "-1", "3项", "1000001"}) {
    INFO(bad);
    CHECK(read_answer(rule, typed(bad)).shape == Answer::Shape::invalid);
  }
}

TEST_CASE("items and places are read where the rule deducts", "[answer]") {
  Rule rule = rule_of(RuleKind::per_item);
  rule.deduct_step = Points::from_hundredths(150);
  const Answer answer = read_answer(rule, typed("4；1"));
  CHECK(answer.count == 4);
  CHECK(answer.places_wrong == 1);
  CHECK(read_answer(rule, typed("4;0")).places_wrong == 0);
  CHECK(read_answer(rule, typed("4；一")).shape == Answer::Shape::invalid);
}

TEST_CASE("a plain number between 0 and 1 is an ambiguous percentage", "[answer]") {
  Rule rule = rule_of(RuleKind::tiers);
  rule.tiers = {{Decimal(100), "", Points::from_hundredths(200)}};
  CHECK(read_answer(rule, typed("95%")).percent == Decimal(95));
  CHECK(read_answer(rule, typed("95")).percent == Decimal(95));
  CHECK(read_answer(rule, typed("0")).percent == Decimal(0));
  CHECK(read_answer(rule, typed("0.95")).shape == Answer::Shape::invalid);
  CHECK(read_answer(rule, typed("1")).shape == Answer::Shape::invalid);
  CHECK(read_answer(rule, typed("101%")).shape == Answer::Shape::invalid);
  SelfScore cell = typed("95%");
  cell.done_number = Decimal(95);
  cell.done_is_percent = true;
  CHECK(read_answer(rule, cell).percent == Decimal(95));
}

TEST_CASE("numbers of parts", "[answer]") {
  Rule rule = rule_of(RuleKind::parts);
  rule.parts.resize(3);
  CHECK(read_answer(rule, typed("1、3")).parts == std::set<int>{1, 3});
  CHECK(read_answer(rule, typed("全部")).parts == std::set<int>{1, 2, 3});
  CHECK(read_answer(rule, typed("无")).parts.empty());
  CHECK(read_answer(rule, typed("4")).shape == Answer::Shape::invalid);
  CHECK(read_answer(rule, typed("是")).shape == Answer::Shape::invalid);
}

TEST_CASE("kinds that are not answered in 完成情况 take nothing there", "[answer]") {
  for (RuleKind kind : {RuleKind::judged, RuleKind::open, RuleKind::assessor, RuleKind::targets}) {
    CHECK(read_answer(rule_of(kind), typed("")).shape == Answer::Shape::blank);
    CHECK(read_answer(rule_of(kind), typed("是")).shape == Answer::Shape::invalid);
  }
}
