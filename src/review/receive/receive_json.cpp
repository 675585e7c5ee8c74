#include <nlohmann/json.hpp>

#include "review/receive/receive.h"

namespace lvce {
namespace {

using Json = nlohmann::ordered_json;

Json points_shown(const std::optional<Points>& points) {
  if (!points) return nullptr;
  return points->hundredths() % 100 == 0 ? Json(points->hundredths() / 100) : Json(points->to_double());
}

/// The total that the package states and the same from its data: 自评得分, or 材料支持得分 where only that one differs.
std::pair<Json, Json> figures_of(const Arrival& arrival) {
  const bool claims_agree = arrival.stated.claimed == arrival.recomputed.claimed;
  const bool only_supported = arrival.readable && claims_agree && arrival.stated.supported != arrival.recomputed.supported;
  if (only_supported) return {points_shown(arrival.stated.supported), points_shown(arrival.recomputed.supported)};
  return {points_shown(arrival.stated.claimed), points_shown(arrival.recomputed.claimed)};
}

Json row_of(const Arrival& arrival) {
  const auto [claimed, recomputed] = figures_of(arrival);
  Json differences = Json::array(), faults = Json::array();
  for (const Difference& one : arrival.differences) differences.push_back({{"what", one.what}, {"claimed", one.claimed}, {"recomputed", one.recomputed}});
  for (const Fault& one : arrival.faults) faults.push_back({{"code", one.code}, {"where", one.where}, {"message", one.message}, {"hint", one.hint}});
  return {{"unit", arrival.unit},
          {"state", arrival.state},
          {"claimed", claimed},
          {"recomputed", recomputed},
          {"supported", points_shown(arrival.recomputed.supported)},
          {"round", arrival.round},
          {"source", arrival.source},
          {"reason", arrival.reason},
          {"package_sha256", arrival.sha256.empty() ? Json() : Json(arrival.sha256)},
          {"differences", std::move(differences)},
          {"faults", std::move(faults)}};
}

}  // namespace

std::string received_to_json(const Received& received) {
  Json out;
  out["received"] = Json::array();
  for (const Arrival& arrival : received.record.arrivals) out["received"].push_back(row_of(arrival));
  out["missing"] = received.record.missing;
  out["strays"] = received.strays;
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace lvce
