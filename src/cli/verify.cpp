#include <iostream>

#include "cli/commands.h"
#include "cli/print.h"
#include "pack/pack.h"

namespace lvce {

int run_verify(const std::filesystem::path& target) {
  const Findings findings = verify_package(target);
  print_findings(std::cout, findings);
  const bool sound = is_complete(findings);
  std::cout << (sound ? "核对无误：每个文件与校验值一致，印刷页码与页面标签一致\n" : "核对不通过\n");
  return sound ? kDone : kFindings;
}

}  // namespace lvce
