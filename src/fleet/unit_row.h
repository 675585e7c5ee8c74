// What became of one unit: a line of the run's record, a row of 汇总表, an entry of 批次.json.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fleet/unit_task.h"
#include "support/decimal.h"
#include "support/finding.h"

namespace lvce {

/// Exit codes of units, as `lvce build` would leave with.
inline constexpr int kUnitUnusable = 3, kUnitNotWritten = 4;

enum class UnitState { built, unchanged, failed };
std::string_view unit_state_name(UnitState state);  ///< "built" …: as in 批次.json

/// A gate or a target; nothing: not determined.
struct UnitCheck {
  std::string name;  ///< id of the gate, name of the metric
  std::optional<bool> met;
  std::string why;  ///< of gates
};

/// Figures of the energy year, as printed.
struct UnitEnergy {
  std::optional<Decimal> total_kgce, carbon_t, water_m3, per_capita_kgce, per_area_kgce, per_capita_water_m3;
};

struct PackedFile {
  std::string path;
  std::uint64_t bytes = 0;
};

struct UnitRow {
  std::size_t index = 0;
  std::string name;
  std::string folder;  ///< as messages call it
  std::string department;
  UnitState state = UnitState::failed;
  int code = 0;                      ///< exit code, as `lvce build` would leave with
  std::string rubric;                ///< id; this and what follows: empty when failed
  std::optional<Decimal> claimed;    ///< points
  std::optional<Decimal> supported;  ///< points
  std::string verdict;               ///< pass, fail, undetermined; empty: none
  std::vector<UnitCheck> gates, targets;
  UnitEnergy energy;
  int errors = 0, missing = 0;  ///< findings
  int pages = 0;                ///< of the bound file
  std::string inputs_sha256;
  std::string result_sha256;      ///< of result.json
  std::vector<PackedFile> files;  ///< of the package, by path
  Findings findings;              ///< errors and what is missing; of a failed unit why it failed
};

/// A row for a task that nothing came of.
UnitRow failed_row(const UnitTask& task, int code, Findings why);

/// One line of JSON without its end; what row_from_line() gives back equals it.
std::string row_to_line(const UnitRow& row);
/// Nothing when the line is torn or none of ours.
std::optional<UnitRow> row_from_line(const std::string& line);

}  // namespace lvce
