// 数据.json: what a bureau needs to compute a unit's figures and points again, and nothing personal (docs/result.md). pack/ writes it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "office/dossier.h"

namespace lvce {

inline constexpr const char* kUnitDataName = "数据.json";
inline constexpr int kUnitDataSchema = 1;

/// A unit as its data tell of it. The workbook's cells are without places: nobody can open them here.
struct UnitData {
  std::string rubric;  ///< id
  /// `workbook`: 单位信息 (the years and what figures and points depend on), bases, ledger, targets, overrides, scores; `evidence`: one file for each indicator
  /// that it serves. Both go into energy/ and assess/ as they are.
  Dossier dossier;
};

struct ReadUnitData {
  std::optional<UnitData> data;  ///< nothing: it cannot be used
  Findings findings;             ///< why: unit-data-unreadable
};

/// From a stranger's bytes, behind caps; never throws. `file` is how findings name it.
ReadUnitData read_unit_data(std::string_view bytes, const std::string& file);

}  // namespace lvce
