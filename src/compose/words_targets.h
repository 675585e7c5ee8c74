// Fields of one target and the formulas that keep its verdict and points live in the sheet.
#pragma once

#include <utility>

#include "assess/assess.h"
#include "compose/vocabulary.h"

namespace lvce {

/// Metrics of targets in the order of the usual form, with the key of their figure in cell names.
inline constexpr std::pair<const char*, const char*> kMetrics[] = {
    {kPerCapitaEnergy, "per_capita_kgce"}, {kPerAreaEnergy, "per_area_kgce"}, {kPerCapitaWater, "per_capita_water"}, {kPerAreaCarbon, "per_area_carbon"}};

/// `metric.has_target`, `metric.met`, `metric.enough` … of a metric without (nullptr) or with a target. `key` is the metric's in cell names.
void describe_target(Scope& scope, const TargetResult* target, const std::string& key, const Assessment& assessment);

}  // namespace lvce
