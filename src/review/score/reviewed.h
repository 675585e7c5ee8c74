// What the reviewers said of every unit: sheets put together, each figure with its cell.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "review/register/package_facts.h"
#include "review/register/standards.h"
#include "review/score/returned.h"

namespace lvce {

/// An indicator as a level has reviewed it.
struct ReviewedIndicator {
  const Indicator* indicator = nullptr;
  Points maximum, supported;
  std::optional<Points> score;         ///< what counts: 核查得分, else what the places leave; nothing: not reviewed
  std::optional<std::int64_t> places;  ///< 扣分处数 as entered
  bool by_places = false;              ///< the score was worked out from the places
  std::string opinion, reviewer;
  Place place;  ///< the cell that counts
};

struct LevelReview {
  std::string level;                          ///< empty: the only one
  std::vector<ReviewedIndicator> indicators;  ///< those that apply, in printed order
  bool returned = false;                      ///< something was entered
  std::optional<Points> total;                ///< nothing: not complete
  std::size_t missing() const;
};

struct ReviewedUnit {
  const ReceivedPackage* package = nullptr;
  const Rubric* rubric = nullptr;  ///< nullptr: its standard or its package cannot be used (an error)
  PackageFacts facts;
  std::vector<LevelReview> levels;  ///< those of the weights; empty: the standard has none for the unit's level
};

/// In the register's order. Sheets whose package has changed, rows that do not belong, points out of range and two sheets that say different
/// things are error findings by cell, and do not count. `received` must outlive the result, as `rubrics`.
std::vector<ReviewedUnit> reviewed_units(const std::filesystem::path& desk, const Register& received, BureauStandards& rubrics, Findings& findings);

}  // namespace lvce
