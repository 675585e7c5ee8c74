// Words for the clerk: the verdict, what costs points, the findings. Where words go: standard output, or standard error with --json.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

#include "assess/assess.h"

namespace lvce {

/// "[错误] 台账.xlsx 能耗台账!C5 — “暂无”不是数字 — 请填数字，未用请填 0（综合科）〔cell-not-a-number〕". The code is what 核对说明 answers by.
std::string finding_line(const Finding& finding);

void print_findings(std::ostream& out, const Findings& findings);
/// Prints them on stderr; the exit code to leave with.
int refuse(const Findings& findings, int code);

/// "lvce check 某局": the command as it has to be typed where this one was; the unit is left out where it is the current folder, quoted where it has blanks.
std::string command_on(const std::string& command, const std::filesystem::path& unit);

/// How much is said of a judged unit.
struct Telling {
  bool by_owner = false;   ///< grouped by responsible office, those without one last
  bool all = false;        ///< notes too, one by one
  std::string today = {};  ///< --date: the days that are left are told
};

/// What matters first: the verdict and what is lacking to the pass mark, each indicator that loses points with its office, then the findings, then the
/// notes in one line. A unit in which nothing is filled in yet is told just where to begin.
void print_report(std::ostream& out, const Assessment& assessment, const Telling& telling);

}  // namespace lvce
