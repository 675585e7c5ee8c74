// 登记.json: what the bureau's folder has received. The contract of the file is in docs/review.md.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "support/finding.h"
#include "support/points.h"

namespace lvce {

inline constexpr const char* kRegisterName = "登记.json";

/// A unit as the roster, or its package, names it. Any text may be empty: not known.
struct ReviewUnit {
  std::string name;
  std::string level;  ///< 省级, 市级, 县级, 乡镇街道
  std::string category;
  std::string department;         ///< 归口部门
  std::optional<int> named_year;  ///< 已命名年度: the unit is under re-verification
};

/// What the bureau's own computation gave for an indicator.
struct RecomputedIndicator {
  Points points, claimed, supported;
  std::string status;
};

struct Recomputed {
  std::optional<Points> supported;  ///< nothing: it could not be computed again
  std::string verdict;
  std::map<std::string, RecomputedIndicator> indicators;  ///< by id; empty: as the package says
};

struct ReceivedPackage {
  ReviewUnit about;
  std::string rubric;
  std::string package_sha256;
  std::string state;  ///< ok, double, unknown, late, altered, broken
  std::string received;
  std::optional<Points> claimed;
  Recomputed recomputed;
  std::string folder;  ///< below the bureau's folder
  int round = 1;
};

struct Register {
  std::vector<ReviewUnit> roster;  ///< empty: none was given
  std::vector<ReceivedPackage> received;
  std::vector<std::string> missing;
};

/// Nothing where it is not there, not whole, or names a folder outside the bureau's: the findings say why.
std::optional<Register> read_register(const std::filesystem::path& folder, Findings& findings);

/// The packages that are reviewed: received in time or late, of each unit the one of the last round; in the roster's order, then as received.
std::vector<const ReceivedPackage*> packages_to_review(const Register& desk);

/// Units that a draw is from: the roster, else those whose packages are reviewed.
std::vector<ReviewUnit> units_to_draw(const Register& desk);

}  // namespace lvce
