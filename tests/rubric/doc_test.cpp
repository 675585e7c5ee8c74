// docs/rubric-format.md is run: every fenced YAML block loads.
#include <filesystem>
#include <set>

#include <yaml-cpp/yaml.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "paths.h"
#include "rubric/rubric.h"
#include "rubric/usual_factors.h"
#include "support/files.h"
#include "support/text.h"

using namespace lvce;

namespace {

struct Block {
  std::string kind;  ///< full, head or indicators
  std::string text;
};

std::vector<Block> blocks_of(const std::string& markdown) {
  std::vector<Block> out;
  bool inside = false;
  for (const std::string& line : split(markdown, '\n')) {
    if (inside && line == "```") inside = false;
    else if (inside) out.back().text += line + "\n";
    else if (line.starts_with("```yaml ")) {
      out.push_back({line.substr(8), {}});
      inside = true;
    }
  }
  return out;
}

constexpr const char* kFrame = R"(id: frame
title: 某省评价标准
source: 附件
factor_set: gb-t-2589-2020
targets:
  - {metric: 人均综合能耗, required_pct: null, points: null}
  - {metric: 人均用水量, required_pct: null, points: null}
evidence_kinds:
  - {name: 文件, words: [通知]}
  - {name: 图片, picture: true}
)";

std::string framed(const std::string& head, const std::string& indicators, const std::string& points) {
  std::string out = kFrame + head + "total: " + points + "\nunits:\n  - id: 1\n    name: 单元\n    points: " + points +
                    "\n    items:\n      - id: 1.1\n        name: 项目\n        points: " + points + "\n        indicators:\n";
  for (const std::string& line : split(indicators, '\n')) out += "          " + line + "\n";
  return out;
}

/// Points of a fragment's indicators, alternatives not counted twice, one more where some are open.
std::string points_of(const std::string& fragment) {
  Points sum;
  for (const YAML::Node& node : YAML::Load(fragment)) {
    if (node["alternative_of"]) continue;
    sum += node["points"].IsNull() ? *Points::parse("1") : *Points::parse(node["points"].as<std::string>());
  }
  return sum.text();
}

std::string whole(const Block& block) {
  if (block.kind == "full") return block.text;
  if (block.kind == "head") return framed(block.text, "- {id: 1.1.1, text: 得1分。, points: 1, rule: {kind: binary}}", "1");
  return framed("open_points: [原文未载明]\n", block.text, points_of(block.text));
}

/// Every key that is given is shown at the same place. A part that is only a name is shown with the key `name`.
void compare_keys(const YAML::Node& given, const nlohmann::json& shown, const std::string& where, std::set<std::string>& seen) {
  if (given.IsSequence()) {
    REQUIRE(shown.is_array());
    REQUIRE(shown.size() == given.size());
    for (std::size_t i = 0; i < given.size(); ++i) compare_keys(given[i], shown.at(i), where, seen);
  }
  if (!given.IsMap()) return;
  for (const auto& field : given) {
    const auto key = field.first.as<std::string>();
    INFO(where << ": " << key << " is not shown: src/rubric/show_json.cpp");
    seen.insert(key);
    CHECK(shown.contains(key));
    if (shown.contains(key)) compare_keys(field.second, shown.at(key), where + "/" + key, seen);
  }
}

}  // namespace

TEST_CASE("Every block of the documentation loads") {
  const auto blocks = blocks_of(*read_file(std::string(kSourceFolder) + "/docs/rubric-format.md", 1 << 20));
  REQUIRE(blocks.size() >= 15);
  for (const Block& block : blocks) {
    const LoadedRubric loaded = load_rubric_text(whole(block), "doc.yaml");
    INFO(block.text);
    for (const Finding& finding : loaded.findings) UNSCOPED_INFO(finding.place.text() << " " << finding.message);
    CHECK(loaded.rubric);
  }
}

TEST_CASE("The documentation names factor sets that are there, and leaves it to the data which is the usual one") {
  const std::string text = *read_file(std::string(kSourceFolder) + "/docs/rubric-format.md", 1 << 20);
  int named = 0;
  for (const std::string& line : split(text, '\n')) {
    if (!line.starts_with("factor_set: ")) continue;
    INFO(line);
    CHECK(std::filesystem::exists(std::string(kSourceFolder) + "/rubrics/factors/" + trim(line.substr(12)) + ".yaml"));
    ++named;
  }
  CHECK(named > 0);
  for (const int year : {2020, 2023, 2030}) CHECK_FALSE(usual_factor_set(usual_factor_sets(kSourceFolder), year).empty());
}

TEST_CASE("The documentation shows every kind of rule") {
  const std::string text = *read_file(std::string(kSourceFolder) + "/docs/rubric-format.md", 1 << 20);
  for (const RuleKind kind : all_rule_kinds()) {
    const std::string name(rule_kind_name(kind));
    INFO(name);
    CHECK(text.find("kind: " + name) != std::string::npos);
  }
}

TEST_CASE("What a rule and its evidence say in YAML comes back from show --json") {
  std::vector<std::string> files = {*read_file(std::string(kTestData) + "/rubric/every-kind.yaml", 1 << 20)};
  for (const Block& block : blocks_of(*read_file(std::string(kSourceFolder) + "/docs/rubric-format.md", 1 << 20))) files.push_back(whole(block));
  std::set<std::string> seen;
  for (const std::string& file : files) {
    const LoadedRubric loaded = load_rubric_text(file, "t.yaml");
    REQUIRE(loaded.rubric);
    const auto json = nlohmann::json::parse(rubric_to_json(*loaded.rubric));
    const YAML::Node yaml = YAML::Load(file);
    for (std::size_t u = 0; u < yaml["units"].size(); ++u) {
      for (std::size_t i = 0; i < yaml["units"][u]["items"].size(); ++i) {
        const YAML::Node given = yaml["units"][u]["items"][i]["indicators"];
        for (std::size_t k = 0; k < given.size(); ++k) {
          const auto& shown = json.at("units").at(u).at("items").at(i).at("indicators").at(k);
          INFO(shown.at("id"));
          compare_keys(given[k]["rule"], shown.at("rule"), "rule", seen);
          if (given[k]["evidence"]) compare_keys(given[k]["evidence"], shown.at("evidence"), "evidence", seen);
        }
      }
    }
  }
  // A field that no example uses is not looked at: those of the model are all used.
  for (const char* field : {"step",
                            "cap",
                            "deduct",
                            "counted",
                            "parts",
                            "needs",
                            "at_least",
                            "only_if",
                            "tiers",
                            "grade",
                            "shares",
                            "metrics",
                            "quota_alternative",
                            "options",
                            "opens_alternative",
                            "not_applicable",
                            "branch",
                            "note",
                            "kinds",
                            "min",
                            "years",
                            "caption",
                            "seal",
                            "source",
                            "when"}) {
    INFO(field);
    CHECK(seen.contains(field));
  }
}

TEST_CASE("A province written from the documentation alone loads") {
  const LoadedRubric loaded = load_rubric_file(std::string(kTestData) + "/rubric/province.yaml");
  for (const Finding& finding : loaded.findings) UNSCOPED_INFO(finding.place.text() << " " << finding.message);
  REQUIRE(loaded.rubric);
  CHECK(all_indicators(*loaded.rubric).size() == 10);
}

TEST_CASE("A province with every kind of rule, written from the documentation alone, loads with the usual factors") {
  const LoadedRubric loaded = load_rubric_file(std::string(kTestData) + "/rubric/every-kind.yaml", kSourceFolder);
  for (const Finding& finding : loaded.findings) UNSCOPED_INFO(finding.place.text() << " " << finding.message);
  REQUIRE(loaded.rubric);
  CHECK(loaded.rubric->factor_set.empty());
  std::set<RuleKind> kinds;
  for (const Indicator* indicator : all_indicators(*loaded.rubric)) kinds.insert(indicator->rule.kind);
  CHECK(kinds.size() == all_rule_kinds().size());
}
