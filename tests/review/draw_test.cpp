// Draws: sorting, digests, strata, refusals. Picks were worked out with Python's hashlib.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "review/draw/draw.h"
#include "review/draw/minimum.h"
#include "review/draw/share.h"
#include "support/files.h"

using namespace lvce;

namespace {

std::vector<DrawCandidate> units(const std::vector<std::pair<std::string, std::string>>& named) {
  std::vector<DrawCandidate> out;
  int line = 0;
  for (const auto& [name, stratum] : named) out.push_back({name, stratum, in_lines("名单.txt", ++line)});
  return out;
}

std::vector<std::string> codes(const Findings& findings) {
  std::vector<std::string> out;
  for (const Finding& finding : findings) out.push_back(finding.code);
  return out;
}

}  // namespace

TEST_CASE("The roster is sorted by code point, its digest is over lines that end in a line feed") {
  Findings findings;
  // U+4E00 一, U+4E59 乙, U+FF21 Ａ, U+20000 𠀀: code points, not UTF-16, and not pinyin
  const auto roster = publish_roster(units({{"𠀀局", ""}, {"乙局", ""}, {"Ａ局", ""}, {"一局", ""}}), {std::nullopt, 1, ""}, findings);
  REQUIRE(roster);
  CHECK(roster->units == std::vector<std::string>{"一局", "乙局", "Ａ局", "𠀀局"});
  // printf '一局\n乙局\nＡ局\n𠀀局\n' | sha256sum
  CHECK(roster->sha256 == "76d0a0f5830ddfa74c5f738c23c4783bfa5f0d87134a55b1b47e9b636bc6f454");
}

TEST_CASE("A stratum has a list and a seed of its own") {
  Findings findings;
  DrawOrder order{parse_share("30%"), std::nullopt, "单位层级"};
  auto roster = publish_roster(units({{"甲局", "县级"}, {"乙局", "县级"}, {"丙局", "市级"}, {"丁局", "县级"}, {"戊局", "县级"}, {"己局", "市级"}}), order,
                               findings);
  REQUIRE(roster);
  const Draw draw = draw_units(std::move(*roster), "2026");
  REQUIRE(draw.strata.size() == 2);
  CHECK(draw.strata[0].seed == "2026,县级");
  CHECK(draw.strata[0].stratum.units == std::vector<std::string>{"丁局", "乙局", "戊局", "甲局"});
  CHECK(draw.strata[0].stratum.wanted == 2);  // 1.2
  CHECK(draw.strata[1].stratum.wanted == 1);  // 0.6
  const auto json = nlohmann::json::parse(draw_to_json(draw));
  CHECK(json["drawn"].size() == 3);
  CHECK(json["drawn"][0] == nlohmann::json({{"stratum", "县级"}, {"k", 1}, {"name", "乙局"}, {"pick", 2}}));
  CHECK(json["drawn"][1] == nlohmann::json({{"stratum", "县级"}, {"k", 2}, {"name", "戊局"}, {"pick", 3}}));
  CHECK(json["drawn"][2] == nlohmann::json({{"stratum", "市级"}, {"k", 1}, {"name", "丙局"}, {"pick", 1}}));
}

TEST_CASE("A roster that cannot be drawn from is refused") {
  const DrawOrder one{std::nullopt, 1, ""};
  const auto refused = [](const std::vector<DrawCandidate>& roster, const DrawOrder& order) {
    Findings findings;
    CHECK_FALSE(publish_roster(roster, order, findings));
    return codes(findings);
  };
  CHECK(refused({}, one) == std::vector<std::string>{"draw-roster-empty"});
  CHECK(refused(units({{"甲局", ""}, {"乙局", ""}, {"甲 局", ""}}), one) == std::vector<std::string>{"draw-name-double"});
  CHECK(refused(units({{"甲\n局", ""}}), one) == std::vector<std::string>{"draw-name-broken"});
  CHECK(refused(units({{"甲局", "县级"}, {"乙局", ""}}), {std::nullopt, 1, "单位层级"}) == std::vector<std::string>{"draw-stratum-blank"});
  CHECK(refused(units({{"甲局", ""}}), {std::nullopt, 2, ""}) == std::vector<std::string>{"draw-too-many"});
  CHECK(refused(units({{"甲局", "县级"}, {"乙局", "市级"}, {"丙局", "市级"}}), {std::nullopt, 2, "单位层级"}) == std::vector<std::string>{"draw-too-many"});
}

TEST_CASE("A draw that stays below a printed minimum is told, of the levels that it is for") {
  Findings findings;
  DrawOrder order{parse_share("30%"), std::nullopt, "单位层级"};
  auto roster = publish_roster(units({{"甲局", "县级"}, {"乙局", "县级"}, {"丙局", "县级"}, {"丁局", "市级"}}), order, findings);
  REQUIRE(roster);
  const Draw draw = draw_units(std::move(*roster), "1");  // 1 of 3 县级, 1 of 1 市级
  Rubric rubric;
  rubric.review.recheck_shares = {{"地州", {"县级"}, Decimal(34), "不低于34%"}, {"自治区", {}, Decimal(50), "不低于50%"}};
  const Findings told = below_minimum(draw, rubric);
  REQUIRE(told.size() == 1);  // 34 % of 3 are 2, 50 % of 4 are 2
  CHECK(told[0].severity == Severity::note);
  CHECK(told[0].message == "3 家抽中 1 家，少于地州应抽的 2 家（“不低于34%”）");
}
