// What the command line said, as plain data.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace lvce {

struct UnitOptions {
  std::filesystem::path unit = ".";
  std::optional<std::filesystem::path> workbook;
  std::optional<std::filesystem::path> evidence;
  std::string rubric;  ///< empty: the workbook's 评价标准
  std::string date;    ///< YYYY-MM-DD; empty: 填报日期
  bool quiet = false;
  bool json = false;
};

struct CheckOptions : UnitOptions {
  bool by_owner = false;
};

struct BuildOptions : UnitOptions {
  std::filesystem::path out;  ///< empty: 输出 beside the unit folder
  int dpi = 200;
  bool single_sided = false;
  bool screen = false;
  bool full_size = false;
};

/// Exit codes of the contract.
enum ExitCode { kDone = 0, kFindings = 1, kUsage = 2, kUnusable = 3, kNotWritten = 4 };

}  // namespace lvce
