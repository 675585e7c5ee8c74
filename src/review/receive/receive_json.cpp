#include <nlohmann/json.hpp>

#include "review/receive/receive.h"

namespace lvce {
namespace {

using ReceivedJson = nlohmann::ordered_json;

ReceivedJson points_shown(const std::optional<Points>& points) {
  if (!points) return nullptr;
  return points->hundredths() % 100 == 0 ? ReceivedJson(points->hundredths() / 100) : ReceivedJson(points->to_double());
}

/// The total that the package states and the same from its data: 自评得分, or 材料支持得分 where only that one differs.
std::pair<ReceivedJson, ReceivedJson> figures_of(const Arrival& arrival) {
  const bool claims_agree = arrival.stated.claimed == arrival.recomputed.claimed;
  const bool only_supported = arrival.readable && claims_agree && arrival.stated.supported != arrival.recomputed.supported;
  if (only_supported) return {points_shown(arrival.stated.supported), points_shown(arrival.recomputed.supported)};
  return {points_shown(arrival.stated.claimed), points_shown(arrival.recomputed.claimed)};
}

ReceivedJson row_of(const Arrival& arrival) {
  const auto [claimed, recomputed] = figures_of(arrival);
  ReceivedJson differences = ReceivedJson::array(), faults = ReceivedJson::array();
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
          {"package_sha256", arrival.sha256.empty() ? ReceivedJson() : ReceivedJson(arrival.sha256)},
          {"differences", std::move(differences)},
          {"faults", std::move(faults)}};
}

}  // namespace

std::string received_to_json(const Received& received) {
  ReceivedJson out;
  out["received"] = ReceivedJson::array();
  for (const Arrival& arrival : received.record.arrivals) out["received"].push_back(row_of(arrival));
  out["missing"] = received.record.missing;
  out["strays"] = received.strays;
  return out.dump(2, ' ', false, ReceivedJson::error_handler_t::replace) + "\n";
}

}  // namespace lvce
