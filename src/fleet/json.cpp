#include "fleet/json.h"

namespace lvce::fleet {
namespace {

const Json& none() {
  static const Json null;
  return null;
}

Severity severity_named(const std::string& name) {
  for (const Severity severity : {Severity::error, Severity::missing, Severity::warning})
    if (severity_name(severity) == name) return severity;
  return Severity::note;
}

/// Where it is, in words that another machine has made.
Place place_from_json(const Json& json) {
  Place place;
  place.part = text_in(json, "where");
  place.indicator = text_in(json, "indicator");
  if (place.indicator.empty()) place.indicator = text_in(part_in(json, "place"), "indicator");
  return place;
}

}  // namespace

const Json& part_in(const Json& object, const char* key) {
  if (!object.is_object()) return none();
  const auto found = object.find(key);
  return found == object.end() ? none() : *found;
}

std::string text_in(const Json& object, const char* key) {
  const Json& part = part_in(object, key);
  return part.is_string() ? part.get<std::string>() : "";
}

int whole_in(const Json& object, const char* key) {
  const Json& part = part_in(object, key);
  return part.is_number_integer() ? part.get<int>() : 0;
}

std::optional<Decimal> number_in(const Json& object, const char* key) {
  const Json& part = part_in(object, key);
  return part.is_number() ? Decimal::parse(part.dump()) : std::nullopt;
}

std::optional<bool> truth_in(const Json& object, const char* key) {
  const Json& part = part_in(object, key);
  return part.is_boolean() ? std::optional(part.get<bool>()) : std::nullopt;
}

Json text_or_none(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json number_or_none(const std::optional<Decimal>& number) {
  if (!number) return nullptr;
  if (number->is_whole() && number->abs() < Decimal(1'000'000'000'000)) return std::stoll(number->shortest());
  return number->to_double();
}

Json truth_or_none(const std::optional<bool>& truth) { return truth ? Json(*truth) : Json(nullptr); }

Json finding_to_json(const Finding& finding) {
  Json out = {{"code", finding.code},
              {"severity", severity_name(finding.severity)},
              {"where", finding.where()},
              {"message", finding.told()},
              {"hint", finding.hint},
              {"owner", finding.owner},
              {"indicator", text_or_none(finding.place.indicator)}};
  out["points"] = finding.points ? number_or_none(Decimal::parse(finding.points->text())) : Json(nullptr);
  return out;
}

Finding finding_from_json(const Json& json) {
  Finding finding = Finding::of(severity_named(text_in(json, "severity")), text_in(json, "code"), place_from_json(json), text_in(json, "message"),
                                text_in(json, "hint"));
  finding.owner = text_in(json, "owner");
  if (const auto points = number_in(json, "points")) finding.points = Points::parse(points->shortest());
  return finding;
}

Findings singly_from_json(const Json& json) {
  const Json& each = part_in(json, "each");
  if (!each.is_array() || each.empty()) return {finding_from_json(json)};
  Findings out;
  for (const Json& one : each) {
    out.push_back(finding_from_json(one));
    out.back().code = text_in(json, "code");
    out.back().severity = severity_named(text_in(json, "severity"));
  }
  return out;
}

std::string one_line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::optional<Json> parse_object(const std::string& text) {
  Json json = Json::parse(text, nullptr, false);
  return json.is_object() ? std::optional(std::move(json)) : std::nullopt;
}

}  // namespace lvce::fleet
