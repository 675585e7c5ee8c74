#include <algorithm>
#include <iostream>
#include <system_error>
#include <vector>

#include "cli/commands.h"
#include "cli/print.h"
#include "pack/pack.h"
#include "review/receive/own_data.h"
#include "support/files.h"
#include "support/inside.h"
#include "support/unseen.h"
#include "support/worker.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMemoryAtMost = 280ULL << 20;
constexpr std::size_t kToldOneByOne = 30;

bool is_package(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder / "SHA256SUMS", error) || fs::exists(folder / "result.json", error);
}

/// The folder itself, or the packages right below it (输出/某局); empty when there are none.
std::vector<fs::path> packages_of(const fs::path& folder) {
  std::vector<fs::path> found;
  if (is_package(folder)) return {folder};
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (is_package(at->path())) found.push_back(at->path());
  std::sort(found.begin(), found.end());
  return found;
}

/// Where build puts it: beside the unit folder in which one stands, or in the folder that holds the unit.
fs::path usual_output() {
  const fs::path beside_unit = beside(".", "输出"), here = "输出";
  std::error_code error;
  return !fs::exists(beside_unit, error) && fs::is_directory(here, error) ? here : beside_unit;
}

}  // namespace

int run_verify(const fs::path& asked) {
  const fs::path given = asked.empty() ? usual_output() : asked;
  const std::vector<fs::path> packages = packages_of(given);
  if (asked.empty() && packages.empty()) {
    std::cerr << "没有写明核对哪一套，平时放材料的 " << visible_path(given) << " 里也没有。请写明材料所在的文件夹：lvce verify 文件夹\n";
    return kUsage;
  }
  if (packages.size() > 1) {
    std::cerr << visible_path(given) << " 里有 " << packages.size() << " 套材料，请写明核对哪一套：\n";
    for (const fs::path& package : packages) std::cerr << "  lvce verify " << visible_path(package) << "\n";
    return kUsage;
  }
  limit_memory(kMemoryAtMost);  // a forged package must not take the machine
  const fs::path& package = packages.empty() ? given : packages.front();
  Findings findings = verify_package(package, [](const fs::path& folder) { return check_own_data(folder, data_folder()); });
  if (findings.size() > kToldOneByOne) arrange_for_reader(findings);  // one fault of thousands of files is told once
  print_findings(std::cout, findings);
  const bool looked = std::none_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.code == "verify-no-space"; });
  if (!looked) {
    std::cout << "没有核对完：这台机器的临时文件夹写不下，不说明材料有没有问题\n";
    return kNotWritten;
  }
  const bool sound = is_complete(findings);
  std::cout << "核对的是 " << visible_path(package) << "\n"
            << (sound ? "材料完整：文件齐全、互相一致，页码一致（只说明是一整套，不说明内容属实）\n" : "核对不通过\n");
  return sound ? kDone : kFindings;
}

}  // namespace lvce
