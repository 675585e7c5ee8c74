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
  for (const char* bad : {"3.5", "-1", "1000001", "约3次", "3次以上", "2-3次", "每月1次", "3项、2次", "是"}) {
    INFO(bad);
    CHECK(read_answer(rule, typed(bad)).shape == Answer::Shape::invalid);
  }
}

TEST_CASE("people and years are no count of trainings, and that is said; people may be what is wrong", "[answer]") {
  Rule rule = rule_of(RuleKind::per_occurrence);
  rule.counted = "次";
  CHECK(read_answer(rule, typed("两人")).problem == "“两人”是人数，不是次数");
  CHECK(read_answer(rule, typed("2021")).problem == "“2021”像是年份，不是次数");
  rule.counted = "人";
  CHECK(read_answer(rule, typed("2人")).count == 2);
  CHECK(read_answer(rule_of(RuleKind::deduct), typed("1人")).count == 1);
}

TEST_CASE("items and places are read where the rule deducts", "[answer]") {
  Rule rule = rule_of(RuleKind::per_item);
  rule.deduct_step = Points::from_hundredths(150);
  const Answer answer = read_answer(rule, typed("4；1"));
  CHECK(answer.count == 4);
  CHECK(answer.places_wrong == 1);
  CHECK(read_answer(rule, typed("4;0")).places_wrong == 0);
  CHECK(read_answer(rule, typed("4项；1处")).places_wrong == 1);
  CHECK(read_answer(rule, typed("4；一")).places_wrong == 1);
  CHECK(read_answer(rule, typed("4")).places_wrong == 0);
  CHECK(read_answer(rule, typed("4；约1")).shape == Answer::Shape::invalid);
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
  CHECK(read_answer(rule, typed("是")).parts == std::set<int>{1, 2, 3});
  CHECK(read_answer(rule, typed("已全部完成")).parts == std::set<int>{1, 2, 3});
  for (const char* doubtful : {"部分完成", "基本完成", "1、4", "1.4", "正在办理", "大部分"}) {
    INFO(doubtful);
    CHECK(read_answer(rule, typed(doubtful)).shape == Answer::Shape::invalid);
  }
}

TEST_CASE("a grade may be written short, and with what stands around it", "[answer]") {
  Rule rule = rule_of(RuleKind::tiers);
  rule.tiers = {{std::nullopt, "优秀", Points::from_hundredths(800)},
                {std::nullopt, "良好", Points::from_hundredths(400)},
                {std::nullopt, "合格", Points::from_hundredths(200)}};
  for (const char* typed_as : {"优", "优秀", "优秀等次", "评为优秀", "优秀（92分）", "考核优秀。"}) {
    INFO(typed_as);
    CHECK(read_answer(rule, typed(typed_as)).word == "优秀");
  }
  CHECK(read_answer(rule, typed("良")).word == "良好");
  const Answer refused = read_answer(rule, typed("中等"));
  CHECK(refused.shape == Answer::Shape::invalid);
  CHECK(refused.hint == "请填写：优秀、良好、合格 之一");
  rule.tiers[0].grade = "未实施";
  CHECK(read_answer(rule, typed("未")).shape == Answer::Shape::invalid);
}

TEST_CASE("the choices of the row are said, 不适用 among them where the standard allows it", "[answer]") {
  Rule rule = rule_of(RuleKind::binary);
  CHECK(read_answer(rule, typed("基本完成")).hint == "请填写：是 或 否");
  rule.not_applicable = NotApplicable::full_points_with_statement;
  CHECK(read_answer(rule, typed("基本完成")).hint == "请填写：是 或 否；没有这回事的填 不适用");
  CHECK(read_answer(rule, typed("已建立")).yes == true);
  CHECK(read_answer(rule, typed("未建立")).yes == false);
}

TEST_CASE("a whole share may be said as 全部", "[answer]") {
  Rule rule = rule_of(RuleKind::tiers);
  rule.tiers = {{Decimal(100), "", Points::from_hundredths(200)}};
  CHECK(read_answer(rule, typed("全部")).percent == Decimal(100));
  CHECK(read_answer(rule, typed("大部分")).shape == Answer::Shape::invalid);
  CHECK(read_answer(rule, typed("95%以上")).shape == Answer::Shape::invalid);
}

TEST_CASE("a whole share answers a question of yes or no, a smaller one does not", "[answer]") {
  const Rule rule = rule_of(RuleKind::binary);
  for (const char* whole : {"100%", "１００％", "使用率100%", "完成率达到100%"}) {
    INFO(whole);
    CHECK(read_answer(rule, typed(whole)).yes == true);
  }
  SelfScore cell = typed("100%");  // a cell with the format of a percentage
  cell.done_number = Decimal(100);
  cell.done_is_percent = true;
  CHECK(read_answer(rule, cell).yes == true);
  cell.done_number = Decimal(95);
  for (const SelfScore& less : {typed("95%"), typed("0.100%"), typed("未达到100%"), typed("距100%"), cell}) {
    INFO(*less.done.value);
    CHECK(read_answer(rule, less).shape == Answer::Shape::invalid);
  }
}

TEST_CASE("kinds that are not answered in 完成情况 take nothing there", "[answer]") {
  for (RuleKind kind : {RuleKind::judged, RuleKind::open, RuleKind::assessor, RuleKind::targets}) {
    CHECK(read_answer(rule_of(kind), typed("")).shape == Answer::Shape::blank);
    CHECK(read_answer(rule_of(kind), typed("是")).shape == Answer::Shape::invalid);
  }
}

TEST_CASE("a dash is no answer where one is due, and nothing where none is", "[answer]") {
  Rule rule = rule_of(RuleKind::binary);
  for (const char* dash : {"/", "／", "—", "——", "-", " / "}) {
    INFO(dash);
    const Answer answer = read_answer(rule, typed(dash));
    CHECK(answer.shape == Answer::Shape::invalid);
    CHECK(answer.dash);
    CHECK(answer.hint == "请填写：是 或 否");
    CHECK(read_answer(rule_of(RuleKind::open), typed(dash)).shape == Answer::Shape::blank);
  }
  rule.not_applicable = NotApplicable::full_points;
  CHECK(read_answer(rule, typed("/")).hint == "请填写：是 或 否；没有这回事的填 不适用");
  CHECK(read_answer(rule, typed("/")).problem == "填的是“/”，看不出是没有做到、还没有填，还是不适用");
  CHECK_FALSE(read_answer(rule, typed("也许")).dash);
}

TEST_CASE("无 is 否 and 0, but no grade and no percentage", "[answer]") {
  CHECK(read_answer(rule_of(RuleKind::binary), typed("无")).yes == false);
  CHECK(read_answer(rule_of(RuleKind::per_item), typed("无")).shape == Answer::Shape::given);
  Rule tiers = rule_of(RuleKind::tiers);
  tiers.tiers = {{std::nullopt, "优秀", Points::from_hundredths(800)}};
  CHECK(read_answer(tiers, typed("无")).dash);
  CHECK(read_answer(rule_of(RuleKind::judged), typed("无")).shape == Answer::Shape::blank);
}
