// Fields of JSON that others may have changed: what is not there, or of another kind, is not given.
#pragma once

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "support/points.h"

namespace lvce::review_json {

/// Null where there is none, or `from` is no object.
const nlohmann::json& field(const nlohmann::json& from, const char* name);
/// Trimmed; empty where it is no text.
std::string text(const nlohmann::json& from, const char* name);
std::optional<int> whole(const nlohmann::json& from, const char* name, int least, int most);
std::optional<Points> points(const nlohmann::json& from, const char* name);
/// The entries of a list; none where it is no list.
const nlohmann::json& list(const nlohmann::json& from, const char* name);

}  // namespace lvce::review_json
