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

}  // namespace lvce
