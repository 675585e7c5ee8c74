// How many points a count gives: the one place of this arithmetic, of its inverse, its formula and its words. Answers, evidence, the report and the
// bureau's sheets ask here. Pure; for rules whose counts() is true, of others a count gives nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "rubric/model.h"

namespace lvce {

/// The most that any count gives: as printed (最高得…), else the indicator's maximum.
Points most_by_counting(const Rule& rule, Points maximum);

/// What so many give, at most most_by_counting().
Points points_for(const Rule& rule, std::int64_t count, Points maximum);
/// The same if there were no most.
Points uncapped_points_for(const Rule& rule, std::int64_t count);

/// The least count that gives these points, or the most where they are more. Nothing: no count gives any.
std::optional<std::int64_t> count_needed(const Rule& rule, Points points, Points maximum);

/// points_for() in a cell; `count` is a formula of its own: "MIN(4.5,MAX(0,4-H7)*1.5)".
std::string points_formula(const Rule& rule, const std::string& count, Points maximum);

/// What one of them is called where the rule does not say: 项, 次.
std::string_view usual_measure(const Rule& rule);
/// What is counted, as the rule says: 项制度; else usual_measure().
std::string counted_name(const Rule& rule);
/// "3 项 × 1.5 分".
std::string count_words(const Rule& rule, std::int64_t count);
/// "每项制度 1.5 分".
std::string each_words(const Rule& rule);
/// What one less costs, on the bureau's sheet: "少计1项（每项1.5分）".
std::string one_less_words(const Rule& rule);

}  // namespace lvce
