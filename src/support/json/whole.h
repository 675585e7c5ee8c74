// Whole numbers out of a JSON tree that is not ours: what stands there may be 1e300, which no integer can hold.
#pragma once

#include <nlohmann/json.hpp>

namespace lvce {

/// Throws nlohmann::json::type_error for anything but an integer.
template <typename Number>
Number whole_number(const nlohmann::json& value) {
  if (!value.is_number_integer()) throw nlohmann::json::type_error::create(302, "a whole number is expected", &value);
  return value.get<Number>();
}

}  // namespace lvce
