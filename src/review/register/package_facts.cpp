#include "review/register/package_facts.h"

#include <algorithm>

#include "review/register/json_fields.h"
#include "support/files.h"

namespace lvce {
namespace {

using Json = nlohmann::json;

constexpr std::uintmax_t kJsonAtMost = 64U << 20;

std::optional<Json> read_json(const std::filesystem::path& file) {
  const auto bytes = read_file(file, kJsonAtMost);
  if (!bytes) return std::nullopt;
  Json json = Json::parse(*bytes, nullptr, false);
  return json.is_object() ? std::optional(std::move(json)) : std::nullopt;
}

std::vector<std::string> page_labels(const Json& indicator) {
  std::vector<std::string> labels;
  for (const Json& file : review_json::list(indicator, "evidence")) {
    const std::string label = review_json::text(file, "first_label");
    if (!label.empty() && std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(label);
  }
  return labels;
}

void add_answers(PackageFacts& facts, const std::filesystem::path& folder) {
  const auto data = read_json(folder / "数据.json");
  if (!data) return;
  for (const Json& answer : review_json::list(*data, "answers")) {
    const auto found = facts.indicators.find(review_json::text(answer, "id"));
    if (found == facts.indicators.end()) continue;
    const Json& done = review_json::field(answer, "done");
    if (done.is_string()) found->second.done = done.get<std::string>();
    else if (done.is_number_integer()) found->second.done = done.dump();
  }
}

void add_gates(PackageFacts& facts, const Json& result) {
  for (const Json& one : review_json::list(result, "gates")) {
    const Json& met = review_json::field(one, "met");
    facts.gates.push_back({review_json::text(one, "id"), met.is_boolean() ? std::optional(met.get<bool>()) : std::nullopt, review_json::text(one, "why")});
  }
}

void take_recomputed(PackageFacts& facts, const Recomputed& recomputed) {
  for (const auto& [id, own] : recomputed.indicators) {
    IndicatorFacts& indicator = facts.indicators[id];
    indicator.claimed = own.claimed;
    indicator.supported = own.supported;
    if (!own.status.empty()) indicator.applies = own.status != "not_applicable";
  }
}

}  // namespace

std::optional<PackageFacts> read_package_facts(const std::filesystem::path& desk, const ReceivedPackage& package, Findings& findings) {
  const std::filesystem::path folder = desk / package.folder;
  const auto result = read_json(folder / "result.json");
  if (!result) {
    findings.push_back(Finding::error("review-package-unread", on_disk(package.folder), "“" + package.about.name + "”的材料里没有可读的 result.json",
                                      "请重新运行 lvce review receive"));
    return std::nullopt;
  }
  PackageFacts facts;
  for (const Json& one : review_json::list(*result, "indicators")) {
    IndicatorFacts& indicator = facts.indicators[review_json::text(one, "id")];
    indicator.claimed = review_json::points(one, "claimed").value_or(Points());
    indicator.supported = review_json::points(one, "supported").value_or(Points());
    indicator.applies = review_json::text(one, "status") != "not_applicable";
    indicator.labels = page_labels(one);
  }
  add_gates(facts, *result);
  add_answers(facts, folder);
  take_recomputed(facts, package.recomputed);
  facts.claimed = package.claimed ? package.claimed : review_json::points(review_json::field(*result, "total"), "claimed");
  facts.year = review_json::whole(*result, "year", 1990, 2099).value_or(0);
  return facts;
}

bool is_as_received(const std::filesystem::path& desk, const ReceivedPackage& package) {
  return sha256_of_file(desk / package.folder / "SHA256SUMS") == package.package_sha256;
}

}  // namespace lvce
