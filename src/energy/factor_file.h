// Factor sets as they stand in rubrics/factors/*.yaml. Private to energy/.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "energy/energy.h"

namespace lvce {

/// A figure with what only the file knows about it.
struct FileFactor {
  Factor factor;
  std::optional<Decimal> multiplier;  ///< 附加系数 of a coal figure
  Decimal scale = 1;                  ///< printed unit → base unit, of a carbon figure
  std::string warning;                ///< raised when the figure is used
};

struct FactorFile {
  std::string id, title, carbon_id, grid_id;
  std::string base_id;  ///< of a set's, or a carbon file's: has the rows that this one does not; its own base is not looked at
  int year = 0;         ///< when the standard was issued; 0: none given
  bool area_carbon_with_vehicles = false;
  std::vector<std::string> remarks;
  std::set<Carrier> blank;  ///< rows that the form leaves blank: not taken from the base
  std::map<Carrier, FileFactor> coal, density, carbon;
  std::map<std::string, FileFactor> coal_kinds;  ///< 烟煤, 无烟煤
  std::optional<FileFactor> area_heat, area_heat_extra;
  std::map<std::string, std::map<int, FileFactor>> averages;  ///< grid: province → year → figure
  std::map<std::string, std::map<int, FileFactor>> regions;   ///< grid: 华北 …, 全国化石电力 …, 西北2012 …: only where asked for
};

/// Reads <data>/rubrics/factors/<id>.yaml (≤ 1 MiB). Nothing, and an error finding, when it is not there or not usable.
std::optional<FactorFile> read_factor_file(const std::filesystem::path& data, const std::string& id, Findings& findings);

/// Ids of the files there that convert to standard coal: what a rubric or an office may name. In order.
std::vector<std::string> factor_sets(const std::filesystem::path& data);

}  // namespace lvce
