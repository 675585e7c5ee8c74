#include "review/register/register.h"

#include <algorithm>
#include <set>

#include "review/register/json_fields.h"
#include "support/files.h"

namespace lvce {
namespace {

using Json = nlohmann::json;

constexpr std::uintmax_t kRegisterAtMost = 256U << 20;

ReviewUnit read_unit_facts(const Json& from) {
  return {review_json::text(from, "unit"), review_json::text(from, "level"), review_json::text(from, "category"), review_json::text(from, "department"),
          review_json::whole(from, "named_year", 1990, 2099)};
}

Recomputed read_recomputed(const Json& from) {
  Recomputed out;
  out.supported = review_json::points(from, "supported");
  out.verdict = review_json::text(from, "verdict");
  for (const Json& one : review_json::list(from, "indicators")) {
    const Points none;
    out.indicators[review_json::text(one, "id")] = {review_json::points(one, "points").value_or(none), review_json::points(one, "claimed").value_or(none),
                                                    review_json::points(one, "supported").value_or(none), review_json::text(one, "status")};
  }
  return out;
}

ReceivedPackage read_received(const Json& from) {
  ReceivedPackage out;
  out.about = read_unit_facts(from);
  out.rubric = review_json::text(from, "rubric");
  out.package_sha256 = review_json::text(from, "package_sha256");
  out.state = review_json::text(from, "state");
  out.received = review_json::text(from, "received");
  out.claimed = review_json::points(from, "claimed");
  out.recomputed = read_recomputed(review_json::field(from, "recomputed"));
  out.folder = review_json::text(from, "folder");
  out.round = review_json::whole(from, "round", 1, 1000).value_or(1);
  return out;
}

/// Below the bureau's folder, and no way out of it.
bool stays_inside(const std::string& folder) {
  const std::filesystem::path path(folder);
  return path.is_relative() && std::none_of(path.begin(), path.end(), [](const auto& part) { return part == ".."; });
}

Register register_of(const Json& json, Findings& findings) {
  Register out;
  for (const Json& one : review_json::list(json, "roster")) out.roster.push_back(read_unit_facts(one));
  for (const Json& one : review_json::list(json, "received")) {
    ReceivedPackage package = read_received(one);
    if (!stays_inside(package.folder)) {
      findings.push_back(Finding::error("register-broken", in_file(kRegisterName),
                                        "“" + package.about.name + "”的文件夹“" + package.folder + "”不在评审文件夹里", "请重新运行 lvce review receive"));
      continue;
    }
    out.received.push_back(std::move(package));
  }
  for (const Json& one : review_json::list(json, "missing"))
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
  if (!json.is_object() || !review_json::field(json, "received").is_array()) {
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
