#include <algorithm>
#include <cerrno>
#include <iostream>
#include <set>

#include "cli/commands.h"
#include "cli/pipeline.h"
#include "cli/print.h"
#include "pack/pack.h"
#include "support/system_words.h"
#include "support/text.h"
#include "support/write_in_place.h"

namespace lvce {
namespace {

std::vector<std::string> owners_of(const Assessment& assessment) {
  std::set<std::string> owners;
  for (const IndicatorResult& result : assessment.indicators) {
    if (!result.owner.empty()) owners.insert(result.owner);
  }
  return {owners.begin(), owners.end()};
}

/// --owner names an office that has nothing here: most likely it is written otherwise in the workbook.
bool knows_owner(const CheckOptions& options, const Assessment& assessment) {
  const std::vector<std::string> owners = owners_of(assessment);
  if (options.owner.empty() || std::find(owners.begin(), owners.end(), options.owner) != owners.end()) return true;
  std::cerr << "台账里没有责任科室“" << options.owner << "”" << (owners.empty() ? "：“自评”的责任科室一列还没有填写" : "；有：" + join(owners, "、")) << "\n";
  return false;
}

int write_page(const CheckOptions& options, const Judgement& judgement) {
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::canonical(options.unit, error);
  const auto page = page_as_file(judgement, {folder.filename().string(), options.owner, probe_options(options, {}, 0)});
  if (page && write_in_place(options.html, *page)) return kDone;
  const std::string why = "写不进去" + because(errno);
  return refuse({Finding::error("output-not-written", on_disk(options.html.string()), page ? why : "程序的页面文件不全，没有写",
                                page ? "请检查文件夹是否存在、权限和磁盘空间" : "请重新安装")},
                kNotWritten);
}

}  // namespace

int run_check(const CheckOptions& options) {
  std::ostream& words = options.json ? std::cerr : std::cout;
  const Judgement judgement = judge_for_check(options);
  if (!judgement.assessment) {
    print_findings(std::cerr, judgement.findings);
    return kUnusable;
  }
  const Assessment& assessment = *judgement.assessment;
  if (!knows_owner(options, assessment)) return kUsage;
  if (!options.html.empty()) {
    if (const int failed = write_page(options, judgement)) return failed;
  }
  if (!options.quiet) print_report(words, assessment, {options.by_owner, options.all, options.date});
  if (options.json) std::cout << result_to_json(assessment, {}, {}, {});
  return assessment.complete() ? kDone : kFindings;
}

}  // namespace lvce
