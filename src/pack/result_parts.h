// Parts of result.json (design §4.1). Private to pack/.
#pragma once

#include <nlohmann/json.hpp>

#include "assess/assess.h"
#include "bind/bind.h"

namespace lvce {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text);
/// A whole number where it is one.
Json points_to_json(const Points& value);
/// The figures of all years and the targets, rounded as printed: kgce, intensities and percentages 2 decimals, tonnes 3. Unknown: null.
Json energy_to_json(const EnergyReport& energy);
Json indicators_to_json(const Assessment& assessment, const std::vector<BoundFile>& bound);
Json findings_to_json(const Findings& findings);
Json evidence_totals_to_json(const EvidenceFolder& evidence);
/// true, false, or null when unknown.
Json met_to_json(Met met);

}  // namespace lvce
