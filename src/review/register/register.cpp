#include "review/register/register.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

using Json = nlohmann::json;

constexpr std::uintmax_t kRegisterAtMost = 256U << 20;

/// A field of an object; null where there is none.
const Json& field_of(const Json& from, const char* name) {
  static const Json none;
  if (!from.is_object()) return none;
  const auto found = from.find(name);
  return found == from.end() ? none : *found;
}

std::string text_field(const Json& from, const char* name) {
  const Json& field = field_of(from, name);
  return field.is_string() ? trim(field.get<std::string>()) : "";
}

std::optional<int> whole_field(const Json& from, const char* name) {
  const Json& field = field_of(from, name);
  if (!field.is_number_integer()) return std::nullopt;
  const auto value = field.get<std::int64_t>();
  return value > 0 && value < 10000 ? std::optional(static_cast<int>(value)) : std::nullopt;
}

std::optional<Points> points_field(const Json& from, const char* name) {
  const Json& field = field_of(from, name);
  if (!field.is_number()) return std::nullopt;
  const double value = field.get<double>();
  if (!(std::abs(value) < 1e6)) return std::nullopt;
  return Points::from_hundredths(std::llround(value * 100));
}

ReviewUnit read_unit_facts(const Json& from) {
  return {text_field(from, "unit"), text_field(from, "level"), text_field(from, "category"), text_field(from, "department"), whole_field(from, "named_year")};
}

Recomputed read_recomputed(const Json& from) {
  Recomputed out;
  out.supported = points_field(from, "supported");
  out.verdict = text_field(from, "verdict");
  const Json& indicators = field_of(from, "indicators");
  if (!indicators.is_array()) return out;
  for (const Json& one : indicators) {
    const Points none;
    out.indicators[text_field(one, "id")] = {points_field(one, "points").value_or(none), points_field(one, "claimed").value_or(none),
                                             points_field(one, "supported").value_or(none), text_field(one, "status")};
  }
  return out;
}

ReceivedPackage read_received(const Json& from) {
  ReceivedPackage out;
  out.about = read_unit_facts(from);
  out.rubric = text_field(from, "rubric");
  out.package_sha256 = text_field(from, "package_sha256");
  out.state = text_field(from, "state");
  out.received = text_field(from, "received");
  out.claimed = points_field(from, "claimed");
  out.recomputed = read_recomputed(field_of(from, "recomputed"));
  out.folder = text_field(from, "folder");
  out.round = whole_field(from, "round").value_or(1);
  return out;
}

/// Below the bureau's folder, and no way out of it.
bool stays_inside(const std::string& folder) {
  const std::filesystem::path path(folder);
  return path.is_relative() && std::none_of(path.begin(), path.end(), [](const auto& part) { return part == ".."; });
}

Register register_of(const Json& json, Findings& findings) {
  Register out;
  for (const Json& one : field_of(json, "roster")) out.roster.push_back(read_unit_facts(one));
  for (const Json& one : field_of(json, "received")) {
    ReceivedPackage package = read_received(one);
    if (!stays_inside(package.folder)) {
      findings.push_back(Finding::error("register-broken", in_file(kRegisterName),
                                        "“" + package.about.name + "”的文件夹“" + package.folder + "”不在评审文件夹里", "请重新运行 lvce review receive"));
      continue;
    }
    out.received.push_back(std::move(package));
  }
  for (const Json& one : field_of(json, "missing"))
    if (one.is_string()) out.missing.push_back(one.get<std::string>());
  return out;
}

bool is_reviewed(const ReceivedPackage& package) { return package.state == "ok" || package.state == "late"; }

}  // namespace

std::optional<Register> read_register(const std::filesystem::path& folder, Findings& findings) {
  const auto bytes = read_file(folder / kRegisterName, kRegisterAtMost);
  if (!bytes) {
    findings.push_back(Finding::error("register-missing", on_disk(folder.string()), std::string("里面没有 ") + kRegisterName + "，不是评审文件夹",
                                      "请先运行 lvce review receive 收件文件夹 -o " + folder.string()));
    return std::nullopt;
  }
  const Json json = Json::parse(*bytes, nullptr, false);
  if (!json.is_object() || !field_of(json, "received").is_array()) {
    findings.push_back(Finding::error("register-broken", in_file(kRegisterName), "内容不完整，读不出来", "请重新运行 lvce review receive"));
    return std::nullopt;
  }
  return register_of(json, findings);
}

std::vector<const ReceivedPackage*> packages_to_review(const Register& desk) {
  std::map<std::string, const ReceivedPackage*> latest;
  std::vector<std::string> order;
  for (const ReviewUnit& unit : desk.roster) order.push_back(unit.name);
  for (const ReceivedPackage& package : desk.received) {
    if (!is_reviewed(package)) continue;
    const ReceivedPackage*& slot = latest[package.about.name];
    if (slot == nullptr || package.round > slot->round) slot = &package;
    order.push_back(package.about.name);
  }
  std::vector<const ReceivedPackage*> out;
  std::set<std::string> taken;
  for (const std::string& name : order)
    if (const auto found = latest.find(name); found != latest.end() && taken.insert(name).second) out.push_back(found->second);
  return out;
}

std::vector<ReviewUnit> units_to_draw(const Register& desk) {
  if (!desk.roster.empty()) return desk.roster;
  std::vector<ReviewUnit> out;
  for (const ReceivedPackage* package : packages_to_review(desk)) out.push_back(package->about);
  return out;
}

}  // namespace lvce
