// lvce review sheets: what reviewers fill in and carry.
#include <iostream>

#include "cli/options.h"
#include "cli/print.h"
#include "cli/review_commands.h"
#include "review/sheets/write_sheets.h"
#include "support/text.h"

namespace lvce {
namespace {

std::vector<std::string> listed_levels(const std::string& text) {
  std::vector<std::string> out;
  std::string plain = replace_all(replace_all(text, "，", ","), "、", ",");
  for (const std::string& level : split(plain, ','))
    if (const std::string name = trim(level); !name.empty())
      out.push_back(name.ends_with("级") ? name.substr(0, name.size() - std::string("级").size()) : name);
  return out;
}

}  // namespace

int run_review_sheets(const ReviewSheetsOptions& options) {
  Findings findings;
  const auto received = read_register(options.folder, findings);
  if (!received) return refuse(findings, kUnusable);
  const SheetsWritten written = write_sheets(options.folder, *received, {listed_levels(options.levels), !options.no_forms});
  append(findings, written.findings);
  print_findings(std::cerr, findings);
  if (written.failed) return kNotWritten;
  if (written.written + written.kept == 0) std::cout << "没有写出核查表：没有可核查的单位，或者没有这一级的评分\n";
  else
    std::cout << "核查表：新写 " << written.written << " 张，已有 " << written.kept << " 张没有动；现场核查表：新写 " << written.forms << " 份\n"
              << "发给核查人填写；填好的放回 " << (options.folder / kSheetsFolder).string() << "，另存的副本放进 "
              << (options.folder / kReturnedFolder).string() << "，再运行 lvce review status\n";
  return has_error(findings) || written.written + written.kept == 0 ? kFindings : kDone;
}

}  // namespace lvce
