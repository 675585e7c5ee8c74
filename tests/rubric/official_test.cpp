// The five rubrics that come with lvce: counts, totals and pass marks as their documents print them.
#include <set>

#include <catch2/catch.hpp>

#include "paths.h"
#include "rubric/rubric.h"

using namespace lvce;

namespace {

struct Official {
  const char* id;
  std::size_t indicators;
  const char* pass;   ///< empty: not printed
  const char* items;  ///< item totals, units separated by |
};

const Official kOfficial[] = {
    {"chongqing-2021", 47, "80", "10 | 7 25 | 10 4 5 9 | 5 7 8 | 5 5"},
    {"yiyang-2020", 34, "80", "10 | 8 20 | 12 6 5 | 7 8 7 | 12 5"},
    {"taskplan-2021", 36, "", "10 | 7 14 | 13 6 6 | 10 7 10 | 11 6"},
    {"shanxi-2021", 42, "80", "9 | 5 22 | 9 6 6 4 | 8 6 8 | 10 7"},
    {"xinjiang-2023", 52, "80", "10 | 6 7.5 4.5 3 | 3.5 4 6 4 1.5 3 | 3.5 2.5 | 7 7 | 1.5 6.5 5 | 8 | 3.5 2.5"},
};

Rubric official(const std::string& id) {
  LoadedRubric loaded = load_rubric(id, kSourceFolder);
  for (const Finding& finding : loaded.findings) UNSCOPED_INFO(finding.place.text() << " " << finding.message);
  REQUIRE(loaded.rubric);
  return std::move(*loaded.rubric);
}

std::string item_totals(const Rubric& rubric) {
  std::string out;
  for (const Unit& unit : rubric.units) {
    if (!out.empty()) out += " |";
    for (const Item& item : unit.items) out += (out.empty() ? "" : " ") + item.points.text();
  }
  return out;
}

Points points(const char* text) { return *Points::parse(text); }

const Rule& rule_of(const Rubric& rubric, const char* id) {
  const Indicator* indicator = find_indicator(rubric, id);
  REQUIRE(indicator != nullptr);
  return indicator->rule;
}

}  // namespace

TEST_CASE("The official rubrics have their printed totals") {
  for (const Official& one : kOfficial) {
    INFO(one.id);
    const Rubric rubric = official(one.id);
    CHECK(all_indicators(rubric).size() == one.indicators);
    CHECK(item_totals(rubric) == one.items);
    CHECK(rubric.total == points("100"));
    CHECK((rubric.pass ? rubric.pass->text() : "") == one.pass);
  }
}

TEST_CASE("The official rubrics lint without an error; notes only where the standard is open") {
  for (const Official& one : kOfficial) {
    for (const Finding& finding : load_rubric(one.id, kSourceFolder).findings) {
      INFO(finding.place.text() << " " << finding.message);
      const bool expected = finding.code == "rubric-open-points" || finding.place.text().find("taskplan-2021") != std::string::npos;
      CHECK(expected);
    }
  }
}

TEST_CASE("Only Xinjiang prints lists of evidence; everywhere else ours asks for one file of any kind") {
  for (const Official& one : kOfficial) {
    const Rubric rubric = official(one.id);
    int standard = 0;
    for (const Indicator* indicator : all_indicators(rubric)) {
      for (const Demand& demand : indicator->evidence) {
        standard += demand.standard ? 1 : 0;
        if (!demand.standard) CHECK((demand.kinds.empty() && demand.min == 1 && !demand.caption && !demand.seal));
      }
    }
    CHECK((standard > 0) == (rubric.id == "xinjiang-2023"));
  }
}

TEST_CASE("Chongqing: two branches by level, gates, water by its own heads") {
  const Rubric rubric = official("chongqing-2021");
  const Indicator* other = find_indicator(rubric, "1.1.2");
  REQUIRE(other != nullptr);
  CHECK(other->alternative_of == "1.1.1");
  CHECK(other->rule.branch->negated);
  CHECK(rule_of(rubric, "1.1.1").branch->values == std::vector<std::string>{"县级"});
  CHECK(rubric.gates.size() == 3);
  CHECK(rubric.water == WaterDenominator::water_users);
  CHECK(rule_of(rubric, "2.2.4.1").kind == RuleKind::judged);
  CHECK(find_indicator(rubric, "2.2.5.3")->group == "2.2.5");
  CHECK(find_indicator(rubric, "3.1.3.2")->evidence.at(0).years->text == "Y-4..Y");
  CHECK(rubric.limits.at(1).max == 500);
}

TEST_CASE("Yiyang: targets of its own, of the year of work itself") {
  const Rubric rubric = official("yiyang-2020");
  CHECK(rubric.energy_year_offset == 0);
  CHECK(rubric.form_year_offset == -1);
  REQUIRE(rubric.targets.size() == 3);
  CHECK(rubric.targets[0].required_pct == Decimal::parse("2.5"));
  CHECK(rubric.targets[2].metric == kPerAreaEnergy);
  CHECK(rubric.targets[2].required_pct == Decimal::parse("2"));
  CHECK(rule_of(rubric, "2.2.3").parts.at(1).only_if == std::vector<std::string>{"数据机房", "合署办公"});
  CHECK(rubric.unit_categories.size() == 2);
  CHECK(rubric.limits.at(1).min == 600);
}

TEST_CASE("The task table: parts with needs, tiers, steps of 0.6; no pass mark and nobody's name") {
  const Rubric rubric = official("taskplan-2021");
  CHECK(rule_of(rubric, "2.2.1").parts.at(1).needs == std::vector<int>{1});
  CHECK(rule_of(rubric, "3.1.2").tiers.at(1).at_least == Decimal::parse("90"));
  CHECK(rule_of(rubric, "3.3.1").step == points("0.6"));
  CHECK(rule_of(rubric, "1.1.1").shares.at(0).points == points("3.5"));
  CHECK(rubric.units.at(0).items.at(0).tasks.size() == 2);  // the one that adjusts figures is left out
  CHECK(rubric.units.at(0).items.at(0).requirement == "完成能源资源消耗量化指标");
}

TEST_CASE("Xinjiang: schemes, deductions, assessor, statements, open unit") {
  const Rubric rubric = official("xinjiang-2023");
  CHECK(rule_of(rubric, "7.1.1").options.size() == 5);
  CHECK(find_indicator(rubric, "7.1.2.4")->alternative_of == "7.1.1");
  std::set<std::string> deducting;
  for (const Indicator* indicator : all_indicators(rubric)) {
    if (indicator->rule.deduct_step > Points{}) deducting.insert(indicator->id);
  }
  CHECK(deducting == std::set<std::string>{"3.2.2", "3.3.1", "3.4.1", "3.6.2", "6.2.3", "7.1.2.4"});
  CHECK(rule_of(rubric, "3.3.1").kind == RuleKind::per_item);
  CHECK(rule_of(rubric, "2.4.2").kind == RuleKind::assessor);
  CHECK(rule_of(rubric, "2.2.3").not_applicable == NotApplicable::full_points_with_statement);
  int open = 0;
  for (const Indicator* indicator : all_indicators(rubric)) open += indicator->points ? 0 : 1;
  CHECK(open == 6);
  CHECK(rubric.targets.at(1).required_pct == Decimal::parse("1.19"));
  CHECK(rubric.registration_form.empty());
}

TEST_CASE("Shanxi's deadlines and papers") {
  const Rubric rubric = official("shanxi-2021");
  CHECK(rubric.deadlines.at(1).month == 10);
  CHECK(rubric.deadlines.at(1).day == 20);
  CHECK(rubric.registration_name == "联系人信息表");
  CHECK(rubric.corrections.size() == 3);
}

TEST_CASE("All rubrics of the data folder are listed, by name") {
  std::vector<std::string> ids;
  for (const Rubric& rubric : list_rubrics(kSourceFolder)) ids.push_back(rubric.id);
  CHECK(ids == std::vector<std::string>{"chongqing-2021", "shanxi-2021", "taskplan-2021", "xinjiang-2023", "yiyang-2020"});
}

TEST_CASE("An unknown id names those that there are") {
  const LoadedRubric loaded = load_rubric("henan-2099", kSourceFolder);
  CHECK_FALSE(loaded.rubric);
  REQUIRE(loaded.findings.size() == 1);
  CHECK(loaded.findings[0].code == "rubric-unknown");
  CHECK(loaded.findings[0].hint.find("shanxi-2021") != std::string::npos);
}
