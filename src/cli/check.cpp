#include <iostream>

#include "cli/commands.h"
#include "cli/pipeline.h"
#include "cli/print.h"
#include "compose/compose.h"
#include "pack/pack.h"
#include "support/files.h"

namespace lvce {

int run_check(const CheckOptions& options) {
  std::ostream& words = options.json ? std::cerr : std::cout;
  OpenedUnit opened = open_unit(options);
  if (!opened.judged) {
    print_findings(std::cerr, opened.findings);
    return kUnusable;
  }
  const JudgedUnit unit = judge_unit(std::move(opened), options, {}, 0);
  Assessment& assessment = unit.judged->assessment;
  // What the papers lack is found as they are composed.
  add_findings(assessment, compose_documents(assessment, Templates{data_folder() / "templates"}).findings);
  if (!options.quiet) print_report(words, assessment, {options.by_owner, options.all, options.date});
  if (options.json) std::cout << result_to_json(assessment, {}, {}, {});
  return assessment.complete() ? kDone : kFindings;
}

}  // namespace lvce
