// All units of a bureau's folder with their final points.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "review/score/reviewed.h"
#include "review/score/standing.h"

namespace lvce {

struct UnitResult {
  ReviewedUnit reviewed;
  std::vector<PartPoints> parts;
  Standing standing;
  std::string why;  ///< in words, where it has no final points, or where it is not sure that it passes
};

/// Units of one standard: only they are compared.
struct RubricResults {
  const Rubric* rubric = nullptr;
  Rounding rounding = Rounding::half_up;
  bool rounded = false;           ///< the standard has weights or a share, so that something was rounded
  std::vector<UnitResult> units;  ///< by rank, then those without, each in the register's order
};

struct ReviewResults {
  std::vector<RubricResults> rubrics;  ///< by id
  std::vector<UnitResult> unusable;    ///< their standard or package cannot be used
};

/// Whether a standard needs --rounding: it has weights or a share, and prints no way to round.
bool needs_rounding(const Rubric& rubric);

/// `rounding`: --rounding; a standard that prints its own keeps to it.
ReviewResults score_units(std::vector<ReviewedUnit> units, Rounding rounding);

/// {ranking [{unit, rubric, final, rank, passed, eliminated, tied, parts [{by, percent, points}], why}], not_scored [{unit, state}], rounding}; what
/// cannot be said is null.
std::string results_to_json(const ReviewResults& results, const Register& received);

}  // namespace lvce
