// Words for the clerk: findings a line each, grouped, and the summary. Where words go: standard output, or standard error with --json.
#pragma once

#include <iosfwd>
#include <string>

#include "assess/assess.h"

namespace lvce {

/// "[错误] 台账.xlsx 能耗台账!C5 — “暂无”不是数字 — 请填数字，未用请填 0（综合科）〔cell-not-a-number〕". The code is what 核对说明 answers by.
std::string finding_line(const Finding& finding);

void print_findings(std::ostream& out, const Findings& findings);
/// Prints them on stderr; the exit code to leave with.
int refuse(const Findings& findings, int code);
/// Grouped by responsible office; those without one last.
void print_findings_by_owner(std::ostream& out, const Findings& findings);

/// Score, verdict, counts of findings and of evidence files.
void print_summary(std::ostream& out, const Assessment& assessment);

}  // namespace lvce
