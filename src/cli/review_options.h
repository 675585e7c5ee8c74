// What the command line said of `lvce review …`, as plain data.
#pragma once

#include <filesystem>
#include <string>

namespace lvce {

struct ReviewDrawOptions {
  std::filesystem::path folder;  ///< the bureau's; empty: --roster
  std::filesystem::path roster;
  std::filesystem::path out;  ///< empty: 抽查/ in the bureau's folder, else where the roster lies
  std::string seed, share, by;
  int count = 0;  ///< 0: not given
  bool publish = false;
  bool json = false;
};

struct ReviewSheetsOptions {
  std::filesystem::path folder = ".";
  std::string levels;  ///< 县,地州; empty: all that the standard weighs
  bool no_forms = false;
};

struct ReviewScoreOptions {
  std::filesystem::path folder = ".";
  std::string rounding;
  bool json = false;
};

struct ReviewReportOptions {
  std::filesystem::path folder = ".";
  std::string from;
  std::string rounding;
};

struct ReviewStatusOptions {
  std::filesystem::path folder = ".";
  bool json = false;
};

}  // namespace lvce
