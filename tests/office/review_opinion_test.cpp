// 核查意见.json: written and read back; what a stranger makes of it is refused by its place.
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "office/review_opinion.h"

using namespace lvce;
using nlohmann::json;

namespace {

ReviewOpinion sample_opinion() {
  return {"示例局",
          "shanxi-2021",
          std::string(64, 'a'),
          "县",
          2,
          "2021-11-20",
          {{"2.1.1", Points::from_hundredths(125), 2, "制度缺一项", "补一项制度"}, {"2.1.2", std::nullopt, std::nullopt, "", ""}}};
}

std::string refusal(const std::string& pointer, json value) {
  json tree = json::parse(review_opinion_to_json(sample_opinion()));
  tree[json::json_pointer(pointer)] = std::move(value);
  const ReadReviewOpinion read = read_review_opinion(tree.dump(), "核查意见.json");
  if (read.opinion) return "";
  CHECK(read.findings.at(0).code == "review-unreadable");
  return read.findings.at(0).message;
}

}  // namespace

TEST_CASE("an opinion is read as it was written", "[review-opinion]") {
  const std::string text = review_opinion_to_json(sample_opinion());
  const ReadReviewOpinion read = read_review_opinion(text, "核查意见.json");
  REQUIRE(read.opinion);
  CHECK(review_opinion_to_json(*read.opinion) == text);
  CHECK(read.opinion->indicators.at(0).score == Points::from_hundredths(125));
  CHECK_FALSE(read.opinion->indicators.at(1).score);
  CHECK(read.opinion->due == "2021-11-20");
}

TEST_CASE("what is not an opinion is refused by its place", "[review-opinion]") {
  CHECK(refusal("/round", 0).find("round") != std::string::npos);
  CHECK(refusal("/due", "明天").find("due 应为日期") != std::string::npos);
  CHECK(refusal("/due", "2021-13-40").find("due 应为日期") != std::string::npos);
  CHECK(refusal("/indicators/0/score", -1).find("indicators[0].score") != std::string::npos);
  CHECK(refusal("/indicators/0/score", 1.255).find("indicators[0].score") != std::string::npos);
  CHECK(refusal("/indicators/0/score", "5").find("indicators[0].score") != std::string::npos);
  CHECK(refusal("/indicators/0/places", -3).find("indicators[0].places") != std::string::npos);
  CHECK(refusal("/indicators/0/id", "2.1.1; rm").find("indicators[0].id") != std::string::npos);
  CHECK(refusal("/indicators/1/id", "2.1.1").find("出现两次") != std::string::npos);
  CHECK(refusal("/indicators/0/opinion", std::string("a\x1b[2J")).find("控制字符") != std::string::npos);
  CHECK(refusal("/indicators/0/fix", std::string(9000, 'x')).find("字节") != std::string::npos);
  CHECK(refusal("/unit", nullptr).find("unit") != std::string::npos);
  CHECK_FALSE(read_review_opinion("[]", "x").opinion);
  CHECK_FALSE(read_review_opinion(std::string(100000, '['), "x").opinion);
}
