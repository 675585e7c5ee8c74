#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "paths.h"
#include "rubric/rubric.h"

using namespace lvce;

namespace {

Rubric shanxi() {
  LoadedRubric loaded = load_rubric("shanxi-2021", kSourceFolder);
  for (const Finding& finding : loaded.findings) UNSCOPED_INFO(finding.place.text() << " " << finding.message);
  REQUIRE(loaded.rubric);
  return *loaded.rubric;
}

}  // namespace

TEST_CASE("Shanxi has the indicators that its table prints") {
  const Rubric rubric = shanxi();
  CHECK(all_indicators(rubric).size() == 42);
  CHECK(rubric.total == *Points::parse("100"));
  CHECK(rubric.pass == Points::parse("80"));
}

TEST_CASE("Printed numbers below an item become further levels of the id") {
  const Rubric rubric = shanxi();
  const Indicator* ledger = find_indicator(rubric, "2.2.4.2");
  REQUIRE(ledger != nullptr);
  CHECK(ledger->printed_number == "4.2");
  CHECK(ledger->text.find("建立能源资源计量器具台账") == 0);
  CHECK(find_indicator(rubric, "2.2.4") == nullptr);
}

TEST_CASE("Shanxi's targets are judged as one, with the quota as another way") {
  const Rubric rubric = shanxi();
  const Rule& rule = find_indicator(rubric, "1.1.1")->rule;
  CHECK(rule.kind == RuleKind::targets);
  CHECK(rule.metrics == std::vector<std::string>{kPerAreaEnergy, kPerCapitaEnergy, kPerCapitaWater});
  CHECK(rule.quota_alternative);
  CHECK(rule.shares.empty());
}

TEST_CASE("Counting rules carry step and cap") {
  const Rubric rubric = shanxi();
  const Rule& rule = find_indicator(rubric, "2.2.2")->rule;
  CHECK(rule.kind == RuleKind::per_item);
  CHECK(rule.step == *Points::parse("1"));
  CHECK(rule.cap == Points::parse("5"));
}

TEST_CASE("show --json has the contract's fields in its order") {
  const auto json = nlohmann::ordered_json::parse(rubric_to_json(shanxi()));
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  CHECK(keys == std::vector<std::string>{"id", "title", "source", "total", "pass", "gates", "targets", "units"});
  CHECK(json["total"] == 100);
  CHECK(json["targets"][0]["required_pct"].is_null());
  const auto& first = json["units"][0]["items"][0]["indicators"][0];
  CHECK(first["id"] == "1.1.1");
  CHECK(first["points"] == 9);
  CHECK(first["group"].is_null());
  CHECK(first["rule"]["kind"] == "targets");
  CHECK(first["evidence"][0]["source"] == "derived");
  CHECK(first["evidence"][0]["years"].is_null());
}
