#include "review/receive/claims.h"

#include <cmath>

#include "document/output_kind.h"
#include "pack/names.h"
#include "support/files.h"
#include "support/json/checked.h"

namespace lvce {
namespace {

constexpr JsonCaps kResultCaps{64U << 20, 20, 4'000'000};
constexpr std::size_t kClaimBytes = 4096;
constexpr std::size_t kRowsAtMost = 200'000;

std::optional<Points> stated_points(const JsonValue& from, const char* key) {
  const auto found = from.find(key);
  if (!found) return std::nullopt;
  const double hundredths = found->number() * 100;
  if (std::fabs(hundredths) > 1e9 || std::fabs(hundredths - std::round(hundredths)) > 1e-6) found->refuse("应为最多两位小数的得分");
  return Points::from_hundredths(std::llround(hundredths));
}

std::string stated_text(const JsonValue& from, const char* key) {
  const auto found = from.find(key);
  return found ? found->text(kClaimBytes) : "";
}

void read_indicators(const JsonValue& root, Claims& out) {
  for (const JsonValue& row : root.at("indicators").list(kRowsAtMost)) {
    const std::string id = row.at("id").text(kClaimBytes);
    out.indicators[id] = {stated_points(row, "claimed"), stated_points(row, "supported")};
    for (const JsonValue& file : row.at("evidence").list(kRowsAtMost)) out.evidence.emplace(id, stated_text(file, "title"), stated_text(file, "sha256"));
  }
}

void read_findings(const JsonValue& root, Claims& out) {
  for (const JsonValue& finding : root.at("findings").list(kRowsAtMost)) {
    const std::string severity = stated_text(finding, "severity");
    if (severity != "error" && severity != "missing") continue;
    const auto each = finding.find("each");  // one that speaks for many
    out.open_points += each ? static_cast<int>(each->list(kRowsAtMost).size()) : 1;
  }
}

int bound_pages(const JsonValue& root) {
  for (const JsonValue& file : root.at("files").list(kRowsAtMost)) {
    if (stated_text(file, "kind") != output_kind_name(OutputKind::bound)) continue;
    const auto pages = file.find("pages");
    return pages ? static_cast<int>(pages->whole(0, 10'000'000)) : 0;
  }
  return 0;
}

}  // namespace

Claims read_claims(const std::filesystem::path& package) {
  const std::filesystem::path file = package_file(package, kResultName);
  const auto bytes = file.empty() ? std::nullopt : read_file(file, kResultCaps.bytes);
  if (!bytes) throw JsonFault("没有，或太大");
  nlohmann::json tree = parse_json(*bytes, kResultCaps);
  const JsonValue root(tree);
  Claims out;
  out.tool_version = stated_text(root, "tool_version");
  out.unit = root.at("unit").at("name").text(kClaimBytes);
  out.rubric = root.at("rubric").at("id").text(kClaimBytes);
  if (const auto year = root.find("year")) out.year = static_cast<int>(year->whole(0, 2100));
  out.complete = root.at("complete").flag();
  out.totals = {stated_points(root.at("total"), "claimed"), stated_points(root.at("total"), "supported"), stated_text(root, "verdict")};
  read_indicators(root, out);
  read_findings(root, out);
  out.pages = bound_pages(root);
  if (!root.at("energy").is_object()) root.at("energy").refuse("应为对象");
  out.energy = std::move(tree["energy"]);
  return out;
}

}  // namespace lvce
