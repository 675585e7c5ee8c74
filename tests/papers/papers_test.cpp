// The papers of a small office made by hand; figures worked out on paper.
#include <algorithm>

#include <catch2/catch.hpp>

#include "document/cell_text.h"
#include "papers/papers.h"
#include "papers/period.h"
#include "paths.h"

namespace lvce {
namespace {

Decimal number(const char* text) { return *Decimal::parse(text); }

struct Office {
  Office() {
    assessment.rubric = &rubric;
    assessment.dossier = &dossier;
    assessment.years = {2021, 2020, 2019, 2020};
    dossier.workbook.file = "台账.xlsx";
    dossier.workbook.unit.items["单位名称"] = "示例局";
    energy.energy_year = 2020;
    energy.base_year = 2019;
    energy.factors.coal[Carrier::electricity].value = number("0.1229");
    energy.factors.coal[Carrier::heat].value = number("34.12");
    months(2019, Carrier::electricity, {"150", "250", "350", "1", "1", "1", "1", "1", "1", "1", "1", "1"});
    months(2020, Carrier::electricity, {"100.1", "200.2", "300.3", "1", "", "3", "1", "1", "1", "1", "1", "1"});
    months(2020, Carrier::water, {"10", "20", "30", "1", "1", "1", "1", "1", "1", "1", "1", "1"});
    energy.years[2020].energy_users = number("10");
  }

  void months(int year, Carrier carrier, const std::vector<std::string>& typed) {
    CarrierYear& figures = energy.years[year].carriers[carrier];
    figures.used = true;
    for (std::size_t i = 0; i < typed.size(); ++i) figures.months.emplace_back(static_cast<int>(i) + 1, Decimal::parse(typed[i]));
    energy.years[year].year = year;
  }

  void detail(const std::string& sheet, const std::vector<std::pair<std::string, std::string>>& cells) {
    DetailRow row;
    for (const auto& [header, text] : cells) row.cells[header] = {text, Decimal::parse(text), {sheet, "A2"}};
    dossier.workbook.details[sheet].sheet = sheet;
    dossier.workbook.details[sheet].rows.push_back(row);
  }

  Papers papers() const { return compose_papers(assessment, {std::filesystem::path(kSourceFolder) / "templates"}); }

  Rubric rubric;
  Dossier dossier;
  Assessment assessment;
  EnergyReport& energy = assessment.energy;
};

const Document* find(const Papers& papers, const std::string& stem) {
  const auto found = std::find_if(papers.documents.begin(), papers.documents.end(), [&](const Document& d) { return d.stem == stem; });
  return found == papers.documents.end() ? nullptr : &*found;
}

std::string text_of(const Document& document) {
  std::string text;
  for (const Section& section : document.sections) {
    for (const Block& block : section.blocks) {
      if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
        for (const Run& run : paragraph->runs) text += run.text;
      }
      if (const auto* table = std::get_if<Table>(&block)) {
        for (const TableRow& row : table->rows) {
          for (const TableCell& cell : row.cells) text += cell_text(cell.value) + "|";
        }
      }
      text += "\n";
    }
  }
  return text;
}

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

bool has_code(const Papers& papers, const std::string& code, const std::string& words) {
  return std::any_of(papers.findings.begin(), papers.findings.end(), [&](const Finding& f) { return f.code == code && has(f.message, words); });
}

}  // namespace

TEST_CASE("Sums of months are exact, and a blank month leaves none", "[papers]") {
  const Office office;
  const std::vector<Period> quarters = quarters_of(2020);
  CHECK(quantity_in(office.energy, 2020, quarters[0], Carrier::electricity) == number("600.6"));
  CHECK(kgce_in(office.energy, 2020, quarters[0], Carrier::electricity) == number("73.81374"));
  CHECK_FALSE(kgce_in(office.energy, 2020, quarters[0], Carrier::water));
  CHECK_FALSE(quantity_in(office.energy, 2020, quarters[1], Carrier::electricity));
  CHECK_FALSE(total_kgce_in(office.energy, 2020, quarters[1]));
}

TEST_CASE("Blank months are named with the carriers that lack them", "[papers]") {
  Office office;
  const std::vector<Period> quarters = quarters_of(2020);
  CHECK(blank_words(office.energy, quarters[0]) == "");
  CHECK(blank_words(office.energy, quarters[1]) == "电5月");
  office.months(2020, Carrier::heat, {"1", "1", "1", "", "", "", "1", "1", "1", "", "", "1"});
  CHECK(blank_words(office.energy, quarters[1]) == "电5月；热力4—6月");
  CHECK(blank_words(office.energy, quarters[3]) == "热力10—11月");
  office.months(2021, Carrier::electricity, {"1", "", "1"});
  office.months(2021, Carrier::water, {"1", "", "1"});
  CHECK(blank_words(office.energy, quarters_of(2021)[0]) == "各项2月");
}

TEST_CASE("Nothing used in either year is said so; from nothing there is no rate of change", "[papers]") {
  Office office;
  office.months(2019, Carrier::natural_gas, {"0", "0", "0", "0", "0", "0"});
  office.months(2020, Carrier::natural_gas, {"0", "0", "0", "5", "0", "0"});
  const Papers papers = office.papers();
  CHECK(has(text_of(*find(papers, "2020年第一季度能源资源消费分析")), "天然气\n2020年第一季度和上年同期用量均为0。"));
  CHECK(has(text_of(*find(papers, "2020年第二季度能源资源消费分析")), "2020年第二季度消耗5立方米，上年同期用量为0。"));
}

TEST_CASE("The notice of a whole quarter shows months, sum, last year and change", "[papers]") {
  const Papers papers = Office().papers();
  const Document* notice = find(papers, "2020年第一季度能源资源消费公示表");
  REQUIRE(notice != nullptr);
  // (600.6 − 750) / 750 = −19.92 %; 73.81374 kgce / 10 people = 7.38; 60 m³ / 10 = 6
  CHECK(has(text_of(*notice), "电|千瓦时|100.1|200.2|300.3|600.6|750|-19.92%|73.81|"));
  CHECK(has(text_of(*notice), "人均综合能耗|千克标准煤/人||||7.38|"));
  CHECK(has(text_of(*notice), "人均用水量|立方米/人||||6.00|"));
  CHECK_FALSE(has(text_of(*notice), "数据不全"));
}

TEST_CASE("A quarter with a blank month says so and adds nothing up", "[papers]") {
  const Papers papers = Office().papers();
  const Document* notice = find(papers, "2020年第二季度能源资源消费公示表");
  REQUIRE(notice != nullptr);
  CHECK(has(text_of(*notice), "数据不全：电5月空白"));
  CHECK(has(text_of(*notice), "电|千瓦时|1|—|3|—|3|—|"));
  CHECK(has(text_of(*notice), "水|立方米|1|1|1|3|—|"));
  CHECK(has_code(papers, "paper-incomplete", "2020年第二季度数据不全：电5月"));
  CHECK(has_code(papers, "paper-incomplete", "2020年上半年数据不全：电5月"));
  CHECK_FALSE(has_code(papers, "paper-incomplete", "第一季度"));
}

TEST_CASE("Causes are asked for, never made up; the analysis counts with the same figures", "[papers]") {
  const Papers papers = Office().papers();
  const std::string text = text_of(*find(papers, "2020年第一季度能源资源消费分析"));
  CHECK(has(text, "消耗600.6千瓦时，上年同期750千瓦时，减少149.4千瓦时，变化率-19.92%。"));
  CHECK(has(text, "变化原因：【请填写：电用量变化的原因】"));
  CHECK(has(text, "水\n2020年第一季度消耗60立方米，上年同期数据不全，无法比较。"));
  CHECK(has_code(papers, "paper-blank", "只有本单位知道"));
}

TEST_CASE("Months of a running year make the papers that are due, the others are named", "[papers]") {
  Office office;
  office.months(2021, Carrier::electricity, {"5", "6", "7"});
  const Papers papers = office.papers();
  CHECK(find(papers, "2021年第一季度能源资源消费公示表") != nullptr);
  CHECK(find(papers, "2021年第二季度能源资源消费公示表") == nullptr);
  CHECK(has_code(papers, "paper-skipped", "2021年第二季度没有数据"));
  CHECK(find(papers, "2019年第一季度能源资源消费公示表") == nullptr);
}

TEST_CASE("Fuel is counted for each vehicle; electric ones do not count in the litres", "[papers]") {
  Office office;
  office.months(2020, Carrier::official_petrol, {"85", "95", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0"});
  office.energy.years[2020].carriers[Carrier::official_petrol].quantity = number("180");
  const auto drive = [&](const char* plate, const char* fuel, const char* month, const char* km, const char* litres) {
    office.detail("公务用车台账", {{"车牌", plate}, {"燃料", fuel}, {"月份", month}, {"行驶里程", km}, {"加油量", litres}, {"定额", "8.9"}});
  };
  drive("示A·00001", "汽油", "2020年1月", "1000", "85");
  drive("示A·00001", "汽油", "2020年2月", "1000", "94");
  drive("示A·00002", "电", "2020年1月", "500", "");
  const std::string text = text_of(*find(office.papers(), "2020年公务用车单车油耗核算表"));
  // 179 × 100 / 2000 = 8.95 > 8.9; 179 − 180 = −1
  CHECK(has(text, "1|示A·00001||汽油|2,000|179|—|8.95|8.9|超定额|"));
  CHECK(has(text, "2|示A·00002||电|500|—|—|—|8.9|—|"));
  CHECK(has(text, "合计（不含纯电动车）|2,000|179|"));
  CHECK(has(text, "汽油|179|180|-1|"));
  CHECK_FALSE(has(text, "数据不全："));
}

TEST_CASE("A vehicle's month without distance or litres is told at its cell", "[papers]") {
  Office office;
  office.detail("公务用车台账", {{"车牌", "示A·00001"}, {"燃料", "汽油"}, {"月份", "2020年1月"}, {"行驶里程", "1000"}, {"加油量", ""}});
  office.dossier.workbook.details["公务用车台账"].rows.front().cells["加油量"].place.cell = "E2";
  const Papers papers = office.papers();
  const auto told = std::find_if(papers.findings.begin(), papers.findings.end(),
                                 [](const Finding& f) { return f.code == "paper-incomplete" && f.place.sheet == "公务用车台账"; });
  REQUIRE(told != papers.findings.end());
  CHECK(told->place.cell == "E2");
  CHECK(has(told->message, "示A·00001 1月缺行驶里程或加油量"));
}

TEST_CASE("Waste is added up by month and kind; rows that cannot be counted are said", "[papers]") {
  Office office;
  const auto take = [&](const char* date, const char* kind, const char* quantity) {
    office.detail("垃圾清运台账", {{"日期", date}, {"类别", kind}, {"数量", quantity}});
  };
  take("2021-01-08", "餐厨", "10.5");
  take("2021-01-20", "厨余垃圾", "2");
  take("2021-03-01", "其他", "7");
  take("2021-03-02", "其他", "若干");
  const Papers papers = office.papers();
  const std::string text = text_of(*find(papers, "2021年生活垃圾清运量公示"));
  CHECK(has(text, "1月|12.5|—|12.5|3月|—|7|7|合计|12.5|7|19.5|"));
  CHECK(has(text, "数据不全：有1行"));
  CHECK(has(text, "【请填写：清运量的计量单位】"));
  const auto told = std::find_if(papers.findings.begin(), papers.findings.end(),
                                 [](const Finding& f) { return f.code == "paper-incomplete" && f.place.sheet == "垃圾清运台账"; });
  REQUIRE(told != papers.findings.end());
  CHECK(told->place.cell == "A2");
}

TEST_CASE("Empty ledgers are skipped with a note; every sheet bears the mark", "[papers]") {
  const Papers papers = Office().papers();
  CHECK(has_code(papers, "paper-skipped", "计量器具"));
  CHECK(std::none_of(papers.findings.begin(), papers.findings.end(), [](const Finding& f) { return f.code == "template-broken"; }));
  for (const Document& document : papers.documents) {
    for (const Section& section : with_mark(document).sections) {
      CHECK(std::get<Paragraph>(section.blocks.front()).runs.front().text == "由台账生成，待审核盖章");
    }
  }
}

}  // namespace lvce
