// What places found on site leave, by the rule's own step and floor.
#include <catch2/catch.hpp>

#include "review/sheets/review_sheet.h"
#include "rubric/rubric.h"
#include "support/files.h"

using namespace lvce;

namespace {

Points p(const char* text) { return *Points::parse(text); }

Deduction deducting(const char* step, const char* most) { return {OnSiteEffect::deduct, p(step), p(most), std::nullopt, nullptr, p(most)}; }

}  // namespace

TEST_CASE("Each place takes the step, down to nothing, and never gives more than the material supports") {
  const Deduction rule = deducting("0.5", "2");
  CHECK(points_after(rule, p("2"), 0) == p("2"));
  CHECK(points_after(rule, p("2"), 3) == p("0.5"));
  CHECK(points_after(rule, p("2"), 4) == p("0"));
  CHECK(points_after(rule, p("2"), 1000000) == p("0"));
  CHECK(points_after(rule, p("0"), 0) == p("0"));    // no picture was shown
  CHECK(points_after(rule, p("1"), 1) == p("1"));    // two places were admitted already
  CHECK(points_after(rule, p("1"), 3) == p("0.5"));  // and are not taken twice
}

TEST_CASE("One place is enough where the standard says so") {
  const Deduction rule{OnSiteEffect::zero, Points(), p("1"), std::nullopt, nullptr, p("1")};
  CHECK(points_after(rule, p("1"), 0) == p("1"));
  CHECK(points_after(rule, p("1"), 1) == p("0"));
}

TEST_CASE("What is not carried out does not count; without the stated count a score must be given") {
  Rule counted;
  counted.kind = RuleKind::per_item;
  counted.step = p("1.5");
  Deduction rule{OnSiteEffect::not_counted, Points(), p("4.5"), 4, &counted, p("4.5")};
  CHECK(deduction_words(rule) == "每有1项未落实，少计1项（每项1.5分）");
  CHECK(points_after(rule, p("4.5"), 0) == p("4.5"));
  CHECK(points_after(rule, p("4.5"), 1) == p("4.5"));  // three are left
  CHECK(points_after(rule, p("4.5"), 2) == p("3"));
  CHECK(points_after(rule, p("4.5"), 9) == p("0"));
  rule.items.reset();
  CHECK_FALSE(points_after(rule, p("4.5"), 1));
}

TEST_CASE("The stated count is read as the score reads it, however it is written") {
  const LoadedRubric loaded = load_rubric("xinjiang-2023", data_folder());
  REQUIRE(loaded.rubric);
  const auto items_where = [&](const std::string& done) {
    PackageFacts facts;
    facts.indicators["2.2.2"].done = done;
    const ReviewSheet sheet = review_sheet(*loaded.rubric, {}, facts, "县级");
    for (const SheetRow& row : sheet.rows)
      if (row.indicator->id == "2.2.2") return row.deduction.value().items;
    return std::optional<std::int64_t>();
  };
  CHECK(items_where("3") == 3);
  CHECK(items_where("三项。") == 3);
  CHECK(items_where("４；1") == std::nullopt);  // 2.2.2 takes no places
  CHECK(items_where("很多") == std::nullopt);
  CHECK(items_where("") == std::nullopt);
}
