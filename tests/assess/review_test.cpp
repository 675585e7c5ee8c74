// A review against the unit and the standard that it is said to be of.
#include <catch2/catch.hpp>

#include "assess/review.h"

using namespace lvce;

namespace {

Rubric small_rubric() {
  Rubric rubric;
  rubric.id = "small";
  Indicator first, open;
  first.id = "1.1.1";
  first.points = Points::from_hundredths(200);
  open.id = "1.1.2";
  Item item;
  item.indicators = {first, open};
  Unit unit;
  unit.items.push_back(item);
  rubric.units.push_back(unit);
  return rubric;
}

IndicatorOpinion scored(const std::string& id, int hundredths) { return {id, Points::from_hundredths(hundredths), std::nullopt, "", ""}; }

std::string code_of(const ReviewOpinion& opinion, const std::string& unit = "示例局") {
  const Findings findings = check_review(opinion, small_rubric(), unit, "核查意见.json");
  return findings.empty() ? "" : findings.front().code;
}

}  // namespace

TEST_CASE("a review of this unit by this standard is taken", "[review]") {
  CHECK(code_of({"示例局", "small", "", "", 1, "", {scored("1.1.1", 200), scored("1.1.2", 900)}}).empty());
  CHECK(code_of({"示例局（本级）", "small", "", "", 1, "", {}}, "示例局 (本级)").empty());
}

TEST_CASE("a review of another unit or standard, or one that gives too much, is refused", "[review]") {
  CHECK(code_of({"另一局", "small", "", "", 1, "", {}}) == "review-other-unit");
  CHECK(code_of({"示例局", "other", "", "", 1, "", {}}) == "review-other-rubric");
  CHECK(code_of({"示例局", "small", "", "", 1, "", {scored("9.9.9", 0)}}) == "review-indicator-unknown");
  CHECK(code_of({"示例局", "small", "", "", 1, "", {scored("1.1.1", 201)}}) == "review-score-over-maximum");
}

TEST_CASE("lost points, places or words ask to put something right", "[review]") {
  const Rubric rubric = small_rubric();
  const Indicator& indicator = *find_indicator(rubric, "1.1.1");
  CHECK_FALSE(asks_to_rectify(scored("1.1.1", 200), indicator));
  CHECK(asks_to_rectify(scored("1.1.1", 199), indicator));
  CHECK(asks_to_rectify({"1.1.1", std::nullopt, 1, "", ""}, indicator));
  CHECK(asks_to_rectify({"1.1.1", Points::from_hundredths(200), std::nullopt, "", "补材料"}, indicator));
  CHECK_FALSE(asks_to_rectify({"1.1.1", std::nullopt, std::nullopt, "很好", ""}, indicator));
}
