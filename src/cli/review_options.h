// What the command line said of `lvce review …`, as plain data.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lvce {

struct ReviewReceiveOptions {
  std::filesystem::path inbox;
  std::filesystem::path desk;    ///< the bureau's folder
  std::filesystem::path roster;  ///< empty: the one of the run before, if there was one
  std::string received;          ///< 2021-10-12; empty: not said
  std::vector<std::string> rubrics;
  int jobs = 0;  ///< 0: as many as cores, at most four
  bool json = false;
};

struct ReviewOpinionsOptions {
  std::filesystem::path folder;  ///< the bureau's
  std::string level;             ///< whose review; empty: the last that was returned
  std::string date;              ///< of the papers, 2021-11-01; empty: left blank
};

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
