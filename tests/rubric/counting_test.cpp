// What a count gives, backwards and in a cell, worked out by hand; and that nobody else works it out.
#include "rubric/counting.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <regex>

#include "paths.h"
#include "support/files.h"

using namespace lvce;

namespace {

Points p(const char* text) { return *Points::parse(text); }

Rule counting(RuleKind kind, const char* step, std::optional<Points> cap = std::nullopt) {
  Rule rule;
  rule.kind = kind;
  rule.step = p(step);
  rule.cap = cap;
  return rule;
}

}  // namespace

TEST_CASE("each item or time gives the step, up to the cap or the maximum", "[rubric][counting]") {
  for (const RuleKind kind : {RuleKind::per_item, RuleKind::per_occurrence}) {
    const Rule open = counting(kind, "1.5"), capped = counting(kind, "1.5", p("4"));
    CHECK(points_for(open, 0, p("5")) == p("0"));
    CHECK(points_for(open, 3, p("5")) == p("4.5"));
    CHECK(points_for(open, 4, p("5")) == p("5"));
    CHECK(points_for(capped, 3, p("5")) == p("4"));
    CHECK(points_for(capped, 1000000, p("5")) == p("4"));
    CHECK(uncapped_points_for(capped, 4) == p("6"));
    CHECK(most_by_counting(open, p("5")) == p("5"));
    CHECK(most_by_counting(capped, p("5")) == p("4"));
  }
}

TEST_CASE("how many are needed is the least count that gives the points", "[rubric][counting]") {
  const Rule rule = counting(RuleKind::per_item, "1.5", p("4"));
  CHECK(count_needed(rule, p("0"), p("5")) == 0);
  CHECK(count_needed(rule, p("0.5"), p("5")) == 1);
  CHECK(count_needed(rule, p("1.5"), p("5")) == 1);
  CHECK(count_needed(rule, p("3.01"), p("5")) == 3);
  CHECK(count_needed(rule, p("9"), p("5")) == 3);  // the cap is all there is
  CHECK_FALSE(count_needed(counting(RuleKind::per_item, "0"), p("1"), p("5")));
}

TEST_CASE("for every kind that counts, the count that is needed gives the points and one less does not", "[rubric][counting]") {
  int kinds = 0;
  for (const RuleKind kind : all_rule_kinds()) {
    const Rule rule = counting(kind, "0.7", p("3"));
    INFO(std::string(rule_kind_name(kind)));
    if (!rule.counts()) {
      CHECK(points_for(rule, 5, p("4")) == Points());
      CHECK_FALSE(count_needed(rule, p("1"), p("4")));
      continue;
    }
    ++kinds;
    for (std::int64_t hundredths = 1; hundredths <= 300; ++hundredths) {
      const Points wanted = Points::from_hundredths(hundredths);
      const auto needed = count_needed(rule, wanted, p("4"));
      REQUIRE(needed);
      CHECK(points_for(rule, *needed, p("4")) >= wanted);
      CHECK(points_for(rule, *needed - 1, p("4")) < wanted);
    }
  }
  CHECK(kinds == 2);
}

TEST_CASE("formula and words of a count", "[rubric][counting]") {
  Rule rule = counting(RuleKind::per_item, "1.5", p("4.5"));
  CHECK(points_formula(rule, "MAX(0,4-H7)", p("5")) == "MIN(4.5,MAX(0,4-H7)*1.5)");
  CHECK(points_formula(counting(RuleKind::per_occurrence, "1"), "A1", p("5")) == "MIN(5,A1*1)");
  CHECK(count_words(rule, 3) == "3 项 × 1.5 分");
  CHECK(each_words(rule) == "每项 1.5 分");
  CHECK(one_less_words(rule) == "少计1项（每项1.5分）");
  rule.counted = "项制度";
  CHECK(each_words(rule) == "每项制度 1.5 分");
  CHECK(counted_name(rule) == "项制度");
  CHECK(count_words(counting(RuleKind::per_occurrence, "2"), 2) == "2 次 × 2 分");
  CHECK(counted_name(counting(RuleKind::per_occurrence, "2")) == "次");
}

TEST_CASE("nobody outside rubric/ works with the step of a rule", "[rubric][counting]") {
  namespace fs = std::filesystem;
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(kSourceFolder) / "src")) {
    const std::string path = entry.path().lexically_relative(fs::path(kSourceFolder) / "src").generic_string();
    if (!entry.is_regular_file() || path.starts_with("rubric/")) continue;
    ++files;
    INFO(path << ": ask points_for() and its kin in rubric/counting.h");
    CHECK_FALSE(std::regex_search(read_file(entry.path(), 1 << 20).value(), std::regex(R"([rR]ule_?(\(\))?(\.|->)step\b)")));
  }
  CHECK(files > 300);
}
