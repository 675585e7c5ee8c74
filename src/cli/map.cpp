// lvce map: what is understood of an office's own ledgers, shown and written as a mapping to confirm.
#include <cerrno>
#include <iostream>
#include <system_error>

#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/print.h"
#include "support/new_file.h"
#include "support/system_words.h"
#include "support/unseen.h"
#include "workbook/layouts.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t kLeftOutShown = 20;

Json as_json(const LedgerLayout& layout) {
  Json series = Json::array(), left_out = Json::array(), questions = Json::array();
  for (const LedgerSeries& one : layout.series) {
    series.push_back({{"carrier", one.carrier},
                      {"year", one.year},
                      {"file", one.file},
                      {"sheet", one.sheet},
                      {"range", one.range},
                      {"unit", one.unit},
                      {"months", one.months},
                      {"sum", one.sum.to_double()},
                      {"printed_total", one.printed_total ? Json(one.printed_total->to_double()) : Json()},
                      {"agrees", one.printed_total ? Json(one.agrees) : Json()}});
  }
  for (const LedgerLeftOut& left : layout.left_out)
    left_out.push_back({{"place", visible(left.place)}, {"header", visible(left.header)}, {"why", visible(left.why)}});
  for (const std::string& question : layout.questions) questions.push_back(visible(question));
  return {{"series", series}, {"left_out", left_out}, {"questions", questions}};
}

void print_layout(std::ostream& out, const LedgerLayout& layout, bool all) {
  for (const LedgerSeries& one : layout.series) out << visible(one.line) << "\n";
  if (!layout.left_out.empty()) out << "\n没有采用 " << layout.left_out.size() << " 处：\n";
  for (std::size_t i = 0; i < layout.left_out.size() && (all || i < kLeftOutShown); ++i) {
    const LedgerLeftOut& left = layout.left_out[i];
    out << "  " << visible(left.place + (left.header.empty() ? "" : "「" + left.header + "」") + "：" + left.why) << "\n";
  }
  if (!all && layout.left_out.size() > kLeftOutShown) out << "  ……（全部列出：--all）\n";
  if (!layout.questions.empty()) out << "\n要请本单位确认 " << layout.questions.size() << " 处：\n";
  for (const std::string& question : layout.questions) out << "  " << visible(question) << "\n";
}

/// False where the file is there already or cannot be written.
bool write_new(const fs::path& file, const std::string& text) {
  const NewFile written = write_new_file(file, text);
  const int why = errno;
  if (written == NewFile::exists) std::cerr << visible_path(file) << " 已经有了，没有改动它；请先改名或删去，或用 -o 另写一个文件\n";
  if (written == NewFile::failed) std::cerr << visible_path(file) << " 写不进去：" << system_words(why) << "；请检查磁盘空间和文件夹权限\n";
  return written == NewFile::made;
}

}  // namespace

int run_map(const MapOptions& options) {
  std::error_code error;
  if (!fs::is_directory(options.unit, error)) {
    std::cerr << visible_path(options.unit) << " 不是文件夹，或者打不开；请给出单位文件夹，本单位自己的台账放在它里面的“能耗”文件夹\n";
    return kUnusable;
  }
  const LedgerLayout layout = understand_ledgers(options.unit);
  std::ostream& words = options.json ? std::cerr : std::cout;
  if (options.json) std::cout << json_escaped(as_json(layout).dump(2, ' ', false, Json::error_handler_t::replace)) << "\n";
  if (!layout.findings.empty()) print_findings(std::cerr, layout.findings);
  print_layout(words, layout, options.all);
  if (layout.series.empty() && layout.questions.empty()) {
    std::cerr << "没有找到逐月的用能数；本单位自己的台账请放在单位文件夹的“能耗”文件夹里（.xlsx、.xls、.et、.ods、.csv）\n";
    return kUnusable;
  }
  const fs::path file = options.out.empty() ? options.unit / kProposedMapping : options.out;
  if (!layout.mapping.empty()) {
    if (!write_new(file, layout.mapping)) return kNotWritten;
    words << "\n已写入：" << visible_path(file) << "\n请打开核对；无误后改名为“映射.yaml”留在单位文件夹里，check 和 build 就按它读取\n";
  }
  return layout.questions.empty() && layout.findings.empty() ? kDone : kFindings;
}

}  // namespace lvce
