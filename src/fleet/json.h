// JSON as the rows of this floor use it. Private to fleet/.
#pragma once

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "support/decimal.h"
#include "support/finding.h"

namespace lvce::fleet {

using Json = nlohmann::ordered_json;

/// Of an object's member; empty where it is absent or of another kind.
std::string text_in(const Json& object, const char* key);
int whole_in(const Json& object, const char* key);
std::optional<Decimal> number_in(const Json& object, const char* key);
std::optional<bool> truth_in(const Json& object, const char* key);
const Json& part_in(const Json& object, const char* key);

Json text_or_none(const std::string& text);
/// The number as result.json prints it.
Json number_or_none(const std::optional<Decimal>& number);
Json truth_or_none(const std::optional<bool>& truth);

/// Code, severity, where, message, hint, owner, indicator, points.
Json finding_to_json(const Finding& finding);
/// What it was; the place as its words and its indicator. Entries of result.json are read too.
Finding finding_from_json(const Json& json);
/// One for each place that has words of its own (`each`); else the one.
Findings singly_from_json(const Json& json);

/// Bytes that are not UTF-8 are replaced. Without line ends.
std::string one_line(const Json& json);
/// Nothing when it is no object.
std::optional<Json> parse_object(const std::string& text);

}  // namespace lvce::fleet
