#include "review/register/json_fields.h"

#include <cmath>

#include "support/text.h"

namespace lvce::review_json {

using Json = nlohmann::json;

const Json& field(const Json& from, const char* name) {
  static const Json none;
  if (!from.is_object()) return none;
  const auto found = from.find(name);
  return found == from.end() ? none : *found;
}

std::string text(const Json& from, const char* name) {
  const Json& value = field(from, name);
  return value.is_string() ? trim(value.get<std::string>()) : "";
}

std::optional<int> whole(const Json& from, const char* name, int least, int most) {
  const Json& value = field(from, name);
  if (!value.is_number_integer()) return std::nullopt;
  const auto number = value.get<std::int64_t>();
  return number >= least && number <= most ? std::optional(static_cast<int>(number)) : std::nullopt;
}

std::optional<Points> points(const Json& from, const char* name) {
  const Json& value = field(from, name);
  if (!value.is_number()) return std::nullopt;
  const double number = value.get<double>();
  if (!(std::abs(number) < 1e6)) return std::nullopt;
  return Points::from_hundredths(std::llround(number * 100));
}

const Json& list(const Json& from, const char* name) {
  static const Json none = Json::array();
  const Json& value = field(from, name);
  return value.is_array() ? value : none;
}

}  // namespace lvce::review_json
