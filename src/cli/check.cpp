#include <iostream>

#include "cli/commands.h"
#include "cli/pipeline.h"
#include "cli/print.h"
#include "pack/pack.h"

namespace lvce {

int run_check(const CheckOptions& options) {
  std::ostream& words = options.json ? std::cerr : std::cout;
  OpenedUnit opened = open_unit(options);
  if (!opened.judged) {
    print_findings(std::cerr, opened.findings);
    return kUnusable;
  }
  const JudgedUnit unit = judge_unit(std::move(opened), options, {}, 0);
  const Assessment& assessment = unit.judged->assessment;
  if (!options.quiet) {
    options.by_owner ? print_findings_by_owner(words, assessment.findings) : print_findings(words, assessment.findings);
    print_summary(words, assessment);
  }
  if (options.json) std::cout << result_to_json(assessment, {}, {}, {});
  return assessment.complete() ? kDone : kFindings;
}

}  // namespace lvce
