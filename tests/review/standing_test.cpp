// Final points, ranks, who passes, who is eliminated: worked out by hand.
#include <catch2/catch.hpp>

#include "review/score/standing.h"

using namespace lvce;

namespace {

Points points(const char* text) { return *Points::parse(text); }

RankedUnit unit(const std::string& name, const char* score, bool reverified = true) {
  RankedUnit out{name, reverified, {{"", Decimal(100), std::nullopt}}, true};
  if (score != nullptr) out.parts[0].points = points(score);
  return out;
}

StandingRules five_percent(const char* percent = "5") { return {points("80"), Decimal::parse(percent), Rounding::half_up}; }

std::vector<RankedUnit> many(std::size_t count) {
  std::vector<RankedUnit> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(unit("局" + std::to_string(i), "90"));
  return out;
}

}  // namespace

TEST_CASE("A county's unit: 10, 30 and 60 percent, rounded once, as asked") {
  // 95.5 × 10 % + 90.25 × 30 % + 88.05 × 60 % = 9.55 + 27.075 + 52.83 = 89.455
  const std::vector<PartPoints> parts = {{"自评", Decimal(10), points("95.5")}, {"县", Decimal(30), points("90.25")}, {"地州", Decimal(60), points("88.05")}};
  const auto exact = weighted_points(parts);
  REQUIRE(exact);
  CHECK(exact->text(4) == "89.4550");
  CHECK(round_points(*exact, Rounding::half_up) == points("89.46"));
  CHECK(round_points(*exact, Rounding::half_even) == points("89.46"));  // 8945.5: to the even 8946
  CHECK(round_points(*exact, Rounding::down) == points("89.45"));
  CHECK(round_points(*exact, Rounding::up) == points("89.46"));
  CHECK(round_points(*Decimal::parse("89.445"), Rounding::half_even) == points("89.44"));
  CHECK(round_points(*Decimal::parse("89.4450001"), Rounding::half_even) == points("89.45"));
  CHECK(round_points(*Decimal::parse("89.44"), Rounding::up) == points("89.44"));
}

TEST_CASE("Equal points share a rank, and the next one counts them") {
  const auto standings = judge_standings({unit("甲", "90"), unit("乙", "95"), unit("丙", "90"), unit("丁", "80")}, five_percent());
  CHECK(standings[1].rank == 1);
  CHECK(standings[0].rank == 2);
  CHECK(standings[2].rank == 2);
  CHECK(standings[3].rank == 4);
}

TEST_CASE("The pass mark is reached at its very points; a gate that is not met fails, one that is not known leaves it open") {
  std::vector<RankedUnit> candidates = {unit("甲", "80"), unit("乙", "79.99"), unit("丙", "90"), unit("丁", "90"), unit("戊", "70")};
  candidates[2].gates = false;
  candidates[3].gates = std::nullopt;
  candidates[4].gates = std::nullopt;
  const auto standings = judge_standings(candidates, five_percent());
  CHECK(standings[0].passed == true);
  CHECK(standings[1].passed == false);
  CHECK(standings[2].passed == false);
  CHECK(standings[3].passed == std::nullopt);
  CHECK(standings[4].passed == false);
  CHECK(judge_standings({unit("甲", "80")}, {std::nullopt, std::nullopt, Rounding::down})[0].passed == std::nullopt);
}

TEST_CASE("The share is of the units under re-verification only, and newly created ones are never eliminated") {
  std::vector<RankedUnit> candidates = many(20);  // 5 % of 20: one
  candidates[7].parts[0].points = points("81");
  candidates.push_back(unit("新", "60", false));
  const auto standings = judge_standings(candidates, five_percent());
  CHECK(standings[7].eliminated == true);
  CHECK(standings[6].eliminated == false);
  CHECK(standings[20].eliminated == false);
  CHECK(count_eliminated(931, five_percent()) == 47);  // 46.55
  CHECK(count_eliminated(931, {std::nullopt, Decimal(5), Rounding::down}) == 46);
}

TEST_CASE("Ties at the cut are told and not cut") {
  std::vector<RankedUnit> candidates = many(40);  // 5 % of 40: two
  candidates[0].parts[0].points = points("70");
  candidates[1].parts[0].points = points("75");
  candidates[2].parts[0].points = points("75");
  const auto standings = judge_standings(candidates, five_percent());
  CHECK(standings[0].eliminated == true);
  for (const std::size_t tied : {1, 2}) {
    CHECK(standings[tied].eliminated == std::nullopt);
    CHECK(standings[tied].tied_at_cut);
  }
  CHECK(standings[3].eliminated == false);
}

TEST_CASE("A review that is not complete has no rank, and nobody is eliminated whom it could still save") {
  std::vector<RankedUnit> candidates = many(40);  // two
  candidates[0].parts[0].points = points("70");
  candidates[1].parts[0].points = points("75");
  candidates[2].parts[0].points.reset();
  const auto standings = judge_standings(candidates, five_percent());
  CHECK_FALSE(standings[2].final_points);
  CHECK_FALSE(standings[2].rank);
  CHECK_FALSE(standings[2].passed);
  CHECK_FALSE(standings[2].eliminated);
  CHECK(standings[0].eliminated == true);          // even if 2 comes below
  CHECK(standings[1].eliminated == std::nullopt);  // 2 may come below it
  CHECK_FALSE(standings[1].tied_at_cut);
  CHECK(standings[3].eliminated == false);  // two are below already
}

TEST_CASE("Ways to round are known by their names") {
  CHECK(parse_rounding("四舍五入") == Rounding::half_up);
  CHECK(parse_rounding("half_even") == Rounding::half_even);
  CHECK_FALSE(parse_rounding(""));
  CHECK_FALSE(parse_rounding("2"));
}
