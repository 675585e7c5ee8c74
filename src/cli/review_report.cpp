// lvce review report: what is handed to the bureau above.
#include <iostream>

#include "cli/options.h"
#include "cli/print.h"
#include "cli/review_commands.h"
#include "pack/pack.h"
#include "review/report/report.h"
#include "review/score/results.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {

int run_review_report(const ReviewReportOptions& options) {
  const auto rounding = parse_rounding(options.rounding);
  if (trim(options.from).empty() || (!options.rounding.empty() && !rounding)) {
    std::cerr << (rounding || options.rounding.empty() ? "--from 要写上报单位的名称\n" : "--rounding 不认识，可以写：四舍五入、四舍六入五成双、舍去、进一\n");
    return kUsage;
  }
  Findings findings;
  const auto received = read_register(options.folder, findings);
  if (!received) return refuse(findings, kUnusable);
  BureauStandards rubrics(data_folder(), own_standards(options.folder));
  ReviewResults results = score_units(reviewed_units(options.folder, *received, rubrics, findings), rounding.value_or(Rounding::half_up));
  for (RubricResults& group : results.rubrics) {
    if (rounding || !needs_rounding(*group.rubric)) continue;
    for (UnitResult& unit : group.units) unit.standing = {};  // final points that nobody said how to round are not reported
  }
  const bool written = write_report({options.folder, trim(options.from), *received, results}, findings);
  print_findings(std::cerr, findings);
  if (!written) return kNotWritten;
  std::cout << "上报材料已写入：" << (options.folder / kReportFolder / folder_name_of(trim(options.from))).string()
            << "\n连同各单位的材料一起报上级；上级收件时（lvce review receive）会读取其中的核查表\n";
  return has_error(findings) ? kFindings : kDone;
}

}  // namespace lvce
