#include <iostream>

#include "cli/commands.h"
#include "cli/print.h"
#include "rubric/rubric.h"
#include "support/files.h"
#include "support/unseen.h"

namespace lvce {

int run_rubric_list(bool json) {
  const auto rubrics = list_rubrics(data_folder());
  if (json) {
    std::cout << rubric_list_to_json(rubrics);
    return kDone;
  }
  for (const Rubric& rubric : rubrics) {
    std::cout << visible(rubric.id) << "\t" << visible(rubric.title) << "（" << all_indicators(rubric).size() << " 个指标，满分 " << rubric.total.text()
              << " 分）\n";
  }
  return kDone;
}

int run_rubric_show(const std::string& id, bool json) {
  const LoadedRubric loaded = load_rubric(id, data_folder());
  if (!loaded.rubric) {
    print_findings(std::cerr, loaded.findings);
    return kUnusable;
  }
  std::cout << (json ? rubric_to_json(*loaded.rubric) : rubric_to_text(*loaded.rubric));
  return kDone;
}

int run_rubric_lint(const std::string& id_or_file) {
  const LoadedRubric loaded = load_rubric(id_or_file, data_folder());
  print_findings(std::cout, loaded.findings);
  const bool faulty = !loaded.rubric || !is_complete(loaded.findings);
  std::cout << (faulty ? "有错误，不能使用\n" : "没有错误\n");
  return faulty ? kFindings : kDone;
}

}  // namespace lvce
