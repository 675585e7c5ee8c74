#include <cmath>

#include "review/receive/arrival.h"
#include "support/json/checked.h"

namespace lvce {
namespace {

using ArrivalJson = nlohmann::ordered_json;

constexpr std::size_t kText = 1 << 16;
constexpr std::size_t kRows = 100000;

ArrivalJson points_or_null(const std::optional<Points>& points) {
  if (!points) return nullptr;
  return points->hundredths() % 100 == 0 ? ArrivalJson(points->hundredths() / 100) : ArrivalJson(points->to_double());
}

std::optional<Points> points_in(const JsonValue& from, const char* key) {
  const auto found = from.find(key);
  return found ? std::optional(Points::from_hundredths(std::llround(found->number() * 100))) : std::nullopt;
}

std::string text_in(const JsonValue& from, const char* key) {
  const auto found = from.find(key);
  return found ? found->text(kText) : "";
}

ArrivalJson totals_to_json(const Totals& totals) {
  return {{"claimed", points_or_null(totals.claimed)},
          {"supported", points_or_null(totals.supported)},
          {"verdict", totals.verdict.empty() ? ArrivalJson() : ArrivalJson(totals.verdict)}};
}

Totals totals_from(const JsonValue& from) { return {points_in(from, "claimed"), points_in(from, "supported"), text_in(from, "verdict")}; }

ArrivalJson recomputed_to_json(const Arrival& arrival) {
  ArrivalJson out = totals_to_json(arrival.recomputed);
  out["indicators"] = ArrivalJson::array();
  for (const IndicatorPoints& one : arrival.indicators)
    out["indicators"].push_back({{"id", one.id},
                                 {"points", points_or_null(one.points)},
                                 {"claimed", points_or_null(one.claimed)},
                                 {"supported", points_or_null(one.supported)},
                                 {"status", one.status}});
  return out;
}

std::vector<IndicatorPoints> indicators_from(const JsonValue& recomputed) {
  std::vector<IndicatorPoints> out;
  for (const JsonValue& row : recomputed.at("indicators").list(kRows))
    out.push_back({text_in(row, "id"), text_in(row, "status"), points_in(row, "points"), points_in(row, "claimed").value_or(Points()),
                   points_in(row, "supported").value_or(Points())});
  return out;
}

std::vector<std::string> texts_from(const JsonValue& from, const char* key) {
  std::vector<std::string> out;
  for (const JsonValue& one : from.at(key).list(kRows)) out.push_back(one.text(kText));
  return out;
}

ArrivalJson changes_to_json(const RoundChanges& changes) {
  return {{"since_round", changes.since}, {"files", changes.files}, {"evidence", changes.evidence}, {"scores", changes.scores}};
}

RoundChanges changes_from(const JsonValue& from) {
  return {static_cast<int>(from.at("since_round").whole(0, 100)), texts_from(from, "files"), texts_from(from, "evidence"), texts_from(from, "scores")};
}

}  // namespace

ArrivalJson arrival_to_json(const Arrival& arrival) {
  ArrivalJson differences = ArrivalJson::array(), faults = ArrivalJson::array();
  for (const Difference& one : arrival.differences) differences.push_back({{"what", one.what}, {"claimed", one.claimed}, {"recomputed", one.recomputed}});
  for (const Fault& one : arrival.faults) faults.push_back({{"code", one.code}, {"where", one.where}, {"message", one.message}, {"hint", one.hint}});
  return {{"unit", arrival.unit},
          {"state", arrival.state},
          {"reason", arrival.reason},
          {"round", arrival.round},
          {"number", arrival.number},
          {"level", arrival.level},
          {"category", arrival.category},
          {"department", arrival.department},
          {"named_year", arrival.named_year ? ArrivalJson(*arrival.named_year) : ArrivalJson()},
          {"credit_code", arrival.credit_code},
          {"rubric", arrival.rubric},
          {"year", arrival.year},
          {"received", arrival.received},
          {"due", arrival.due},
          {"source", arrival.source},
          {"named", arrival.named},
          {"package_sha256", arrival.sha256},
          {"folder", arrival.folder},
          {"pages", arrival.pages},
          {"complete", arrival.complete},
          {"open_points", arrival.open_points},
          {"whole", arrival.whole},
          {"readable", arrival.readable},
          {"claimed", points_or_null(arrival.stated.claimed)},
          {"stated", totals_to_json(arrival.stated)},
          {"recomputed", recomputed_to_json(arrival)},
          {"differences", std::move(differences)},
          {"faults", std::move(faults)},
          {"extra", arrival.extra},
          {"changes", arrival.changes ? changes_to_json(*arrival.changes) : ArrivalJson()}};
}

Arrival arrival_from_json(const nlohmann::json& json) {
  const JsonValue row(json);
  Arrival out;
  out.unit = text_in(row, "unit");
  out.state = text_in(row, "state");
  out.reason = text_in(row, "reason");
  out.round = static_cast<int>(row.at("round").whole(1, 100));
  out.number = text_in(row, "number");
  out.level = text_in(row, "level");
  out.category = text_in(row, "category");
  out.department = text_in(row, "department");
  if (const auto year = row.find("named_year")) out.named_year = static_cast<int>(year->whole(1900, 2100));
  out.credit_code = text_in(row, "credit_code");
  out.rubric = text_in(row, "rubric");
  out.year = static_cast<int>(row.at("year").whole(0, 2100));
  out.received = text_in(row, "received");
  out.due = text_in(row, "due");
  out.source = text_in(row, "source");
  out.named = row.at("named").flag();
  out.sha256 = text_in(row, "package_sha256");
  out.folder = text_in(row, "folder");
  out.pages = static_cast<int>(row.at("pages").whole(0, 10'000'000));
  out.complete = row.at("complete").flag();
  out.open_points = static_cast<int>(row.at("open_points").whole(0, 10'000'000));
  out.whole = row.at("whole").flag();
  out.readable = row.at("readable").flag();
  out.stated = totals_from(row.at("stated"));
  out.recomputed = totals_from(row.at("recomputed"));
  out.indicators = indicators_from(row.at("recomputed"));
  for (const JsonValue& one : row.at("differences").list(kRows))
    out.differences.push_back({text_in(one, "what"), text_in(one, "claimed"), text_in(one, "recomputed")});
  for (const JsonValue& one : row.at("faults").list(kRows))
    out.faults.push_back({text_in(one, "code"), text_in(one, "where"), text_in(one, "message"), text_in(one, "hint")});
  out.extra = texts_from(row, "extra");
  if (const auto changes = row.find("changes")) out.changes = changes_from(*changes);
  return out;
}

}  // namespace lvce
