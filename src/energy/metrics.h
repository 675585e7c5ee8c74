// What the metrics of targets are made of.
#pragma once

#include "energy/energy.h"

namespace lvce {

/// People or floor area that the metric divides by.
std::optional<Decimal> metric_divisor(const Rubric& rubric, const YearFigures& year, const std::string& metric);
bool is_energy_metric(const std::string& metric);  ///< 人均综合能耗, 单位建筑面积能耗
bool rubric_allows_quota(const Rubric& rubric);    ///< a quota may be met in place of a fall

}  // namespace lvce
