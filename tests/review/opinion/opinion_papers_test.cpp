// Papers after a visit: dates, what is to be put right, and what is said of each indicator.
#include <catch2/catch.hpp>

#include "document/cell_text.h"
#include "review/opinion/opinion_papers.h"

using namespace lvce;

namespace {

Rubric two_indicators() {
  Rubric rubric;
  rubric.id = "small";
  rubric.title = "试评标准";
  rubric.total = Points::from_hundredths(10000);
  rubric.pass = Points::from_hundredths(8000);
  Indicator first, second;
  first.id = "1.1.1";
  first.text = "制定制度";
  first.points = Points::from_hundredths(200);
  second.id = "1.1.2";
  second.text = "开展宣传";
  second.points = Points::from_hundredths(300);
  Item item;
  item.indicators = {first, second};
  Unit unit;
  unit.items.push_back(item);
  rubric.units.push_back(unit);
  return rubric;
}

std::string words_of(const Document& document) {
  std::string out;
  for (const Section& section : document.sections)
    for (const Block& block : section.blocks) {
      if (const auto* paragraph = std::get_if<Paragraph>(&block))
        for (const Run& run : paragraph->runs) out += run.text + "\n";
      if (const auto* table = std::get_if<Table>(&block))
        for (const TableRow& row : table->rows)
          for (const TableCell& cell : row.cells) out += cell_text(cell.value) + "\n";
      if (const auto* signature = std::get_if<Signature>(&block)) out += signature->name + "\n" + signature->date + "\n";
    }
  return out;
}

bool says(const Document& document, const std::string& what) { return words_of(document).find(what) != std::string::npos; }

ReviewOpinion lost_one() {
  return {"示例局",
          "small",
          std::string(64, 'b'),
          "县",
          1,
          "2021-11-21",
          {{"1.1.1", Points::from_hundredths(50), 3, "只有一项制度", "再定两项制度"}, {"1.1.2", Points::from_hundredths(300), std::nullopt, "", ""}}};
}

}  // namespace

TEST_CASE("days are counted over months and leap days", "[opinion]") {
  CHECK(day_after("2021-11-01", 20) == "2021-11-21");
  CHECK(day_after("2021-12-20", 20) == "2022-01-09");
  CHECK(day_after("2024-02-20", 20) == "2024-03-11");
  CHECK(day_after("2021-02-30", 20).empty());
  CHECK(day_after("", 20).empty());
}

TEST_CASE("what stands behind 整改 is what is to be put right", "[opinion]") {
  IndicatorOpinion opinion{"1.1.1", std::nullopt, std::nullopt, "台账缺三个月。整改：补齐台账", ""};
  split_fix(opinion);
  CHECK(opinion.opinion == "台账缺三个月。");
  CHECK(opinion.fix == "补齐台账");
  IndicatorOpinion plain{"1.1.1", std::nullopt, std::nullopt, "整改后复核合格", ""};
  split_fix(plain);
  CHECK(plain.opinion == "整改后复核合格");
  CHECK(plain.fix.empty());
}

TEST_CASE("the letter lists what was lost, and only that", "[opinion]") {
  OpinionFacts facts;
  facts.claimed["1.1.1"] = Points::from_hundredths(200);
  facts.claimed_total = Points::from_hundredths(500);
  facts.days = 20;
  facts.date = "2021-11-01";
  const Document letter = compose_opinion_letter(lost_one(), two_indicators(), facts);
  CHECK(says(letter, "示例局："));
  CHECK(says(letter, "只有一项制度"));
  CHECK(says(letter, "核查3.5分"));
  CHECK(says(letter, "共1项"));
  CHECK(says(letter, "2021年11月21日前（20日内）"));
  CHECK(says(letter, "2021年11月1日"));
  CHECK_FALSE(says(letter, "开展宣传"));
}

TEST_CASE("the notice says what, the points and by when", "[opinion]") {
  OpinionFacts facts;
  facts.days = 20;
  const Document notice = compose_rectify_notice(lost_one(), two_indicators(), facts);
  CHECK(says(notice, "再定两项制度"));
  CHECK(says(notice, "1.5"));
  CHECK(says(notice, "于2021年11月21日前"));
  ReviewOpinion undated = lost_one();
  undated.due.clear();
  CHECK(says(compose_rectify_notice(undated, two_indicators(), facts), "自收到本通知之日起20日内"));
}

TEST_CASE("a total is told only when every indicator was reviewed", "[opinion]") {
  ReviewOpinion opinion = lost_one();
  CHECK(reviewed_total(opinion) == Points::from_hundredths(350));
  opinion.indicators[1].score.reset();
  CHECK_FALSE(reviewed_total(opinion));
  CHECK(says(compose_opinion_letter(opinion, two_indicators(), {}), "没有核查全部指标"));
}

TEST_CASE("who lost nothing is asked for nothing", "[opinion]") {
  ReviewOpinion opinion = lost_one();
  opinion.indicators[0] = {"1.1.1", Points::from_hundredths(200), std::nullopt, "", ""};
  CHECK_FALSE(asks_to_rectify(opinion, two_indicators()));
  CHECK(says(compose_opinion_letter(opinion, two_indicators(), {}), "没有需要整改的指标"));
}
