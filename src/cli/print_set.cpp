// lvce print: the set that an office takes to a visit.
#include <algorithm>
#include <exception>
#include <iostream>
#include <set>

#include "bind/visit/visit.h"
#include "cli/build_unit.h"
#include "cli/commands.h"
#include "cli/output_failure.h"
#include "cli/pipeline.h"
#include "cli/print.h"
#include "compose/compose.h"
#include "pack/names.h"
#include "pack/pack.h"
#include "pack/printed_sets.h"
#include "support/files.h"
#include "support/inside.h"
#include "support/text.h"
#include "support/unseen.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kBytesOfMb = 1000 * 1000;  ///< portals count so, or more generously

/// "2.2，3.1" → {"2.2", "3.1"}.
std::vector<std::string> asked_ids(const std::string& only) {
  std::u32string plain = decode_utf8(fold_width(only));
  std::replace_if(
      plain.begin(), plain.end(), [](char32_t c) { return c == U'、' || c == U';' || c == U' '; }, U',');
  std::vector<std::string> ids;
  for (const std::string& part : split(encode_utf8(plain), ',')) {
    const std::string id = trim(part);
    if (!id.empty()) ids.push_back(id.ends_with('.') ? id.substr(0, id.size() - 1) : id);
  }
  return ids;
}

bool is_within(const std::string& indicator, const std::string& id) { return indicator == id || indicator.starts_with(id + "."); }

/// The indicators that are meant; the first id that means none goes to `unknown`.
std::set<std::string> chosen_indicators(const Rubric& rubric, const std::vector<std::string>& ids, std::string& unknown) {
  std::set<std::string> chosen;
  for (const std::string& id : ids.empty() ? std::vector<std::string>{""} : ids) {
    const std::size_t before = chosen.size();
    bool any = false;
    for (const Unit& unit : rubric.units) {
      for (const Item& item : unit.items) {
        for (const Indicator& indicator : item.indicators) {
          if (!id.empty() && !is_within(indicator.id, id) && item.id != id && unit.id != id) continue;
          chosen.insert(indicator.id);
          any = true;
        }
      }
    }
    if (!any && chosen.size() == before) unknown = id;
    if (!unknown.empty()) break;
  }
  return chosen;
}

/// One set under way.
class SetPrinter {
 public:
  SetPrinter(const PrintOptions& options, std::set<std::string> chosen, Judged& judged, Staging& staging)
      : options_(options), judged_(judged), staging_(staging) {
    visit_.duplex = !options.single_sided;
    visit_.whole = options.only.empty();
    visit_.chosen = std::move(chosen);
    visit_.copies = options.copies;
    visit_.most_bytes = static_cast<std::uintmax_t>(options.max_mb) * kBytesOfMb;
  }

  bool run(Findings& failures) {
    const Loaded loaded = load_data();
    Assessment& assessment = judged_.assessment;
    Findings found;
    const ProbeOptions probe = probe_options(options_, staging_.scratch(), options_.dpi);
    visit_.sealed = read_sealed_copies(options_.unit / kSealedFolder, probe, found);
    add_edited_copies(visit_.sealed, options_.unit / kEditedFolder, probe, found);
    add_findings(assessment, std::move(found));
    Composed composed = compose_documents(assessment, loaded.templates);
    add_findings(assessment, std::move(composed.findings));
    VisitSet set = print_visit(assessment, composed, loaded.templates, loaded.faces, visit_, staging_.folder());
    judged_.dossier.evidence = std::move(set.folder);
    add_findings(assessment, std::move(set.findings));
    std::vector<PackageFile> files;
    for (const VisitFile& one : set.files) {
      files.push_back({OutputKind::none, one.pdf.name, one.pdf.pages, one.pdf.sha256, "", one.pdf.sheets});
      files_.push_back({files.back(), one.copies});
    }
    const auto written = finish_papers(staging_, files);
    if (!written) {
      failures.push_back(Finding::error("output-not-written", on_disk(staging_.target().string()), "写不进去", "请检查磁盘空间和文件夹权限"));
      return false;
    }
    const auto before = read_sums(staging_.target(), kPrintSumsName);
    return keep_printed_sets(staging_.target(), staging_.folder(), before && *before != written->sums, failures) && staging_.commit(failures);
  }

  const std::vector<PrintedFileOfSet>& files() const { return files_; }

 private:
  const PrintOptions& options_;
  Judged& judged_;
  Staging& staging_;
  VisitOptions visit_;
  std::vector<PrintedFileOfSet> files_;
};

bool print_the_set(SetPrinter& printer, const fs::path& target, Findings& failures) {
  try {
    return printer.run(failures);
  } catch (const std::exception& error) {
    failures.push_back(describe_output_failure(target, "生成打印件时出错", error));
    return false;
  }
}

void print_words(const PrintOptions& options, const Assessment& assessment, const std::vector<PrintedFileOfSet>& files, const fs::path& target) {
  std::ostream& words = options.json ? std::cerr : std::cout;
  print_report(words, assessment, {false, options.all});
  words << "打印件已写入：" << visible_path(target) << "\n";
  int pages = 0, sheets = 0;
  for (const PrintedFileOfSet& one : files) {
    words << visible(one.file.name) << "：" << one.file.pages << "页，" << one.file.sheets << "张纸";
    if (options.copies > 1) words << "，印" << one.copies << "份";
    words << "\n";
    pages += one.copies * one.file.pages;
    sheets += one.copies * one.file.sheets;
  }
  words << "共" << pages << "页，" << sheets << "张纸（" << (options.single_sided ? "单面" : "双面") << "打印）；页码与 申报材料全本.pdf 一致\n";
}

std::string wrong_place(const PrintOptions& options) {
  std::error_code error;
  if (is_inside(options.out, options.unit)) return "在单位文件夹里面，会和原始材料混在一起；请用 -o 指定单位文件夹以外的位置";
  if (is_inside(fs::current_path(error), options.out)) return "就是当前所在的文件夹或在它上面，不能整体替换；请用 -o 指定另一个文件夹";
  if (options.shared && is_inside(options.out, *options.shared)) return "在合署共享的文件夹里面；请用 -o 指定别的位置";
  return "";
}

}  // namespace

int run_print(const PrintOptions& asked) {
  PrintOptions options = asked;
  if (options.out.empty()) options.out = beside(options.unit, "打印");
  if (const std::string why = wrong_place(options); !why.empty()) {
    std::cerr << "输出文件夹 " << visible_path(options.out) << " " << why << "\n";
    return kUsage;
  }
  OpenedUnit opened = open_unit(options);
  if (!opened.judged) return refuse(opened.findings, kUnusable);
  std::string unknown;
  std::set<std::string> chosen = chosen_indicators(opened.judged->rubric, asked_ids(options.only), unknown);
  if (!unknown.empty()) {
    std::cerr << "--only：" << visible(opened.judged->rubric.title) << "没有编号为“" << visible(unknown) << "”的评价单元、项目或指标；编号见 lvce rubric show "
              << visible(opened.judged->rubric.id) << "\n";
    return kUsage;
  }
  Findings failures;
  auto staging = Staging::open_printed(options.out, failures);
  if (!staging) return refuse(failures, kNotWritten);
  JudgedUnit judged = judge_unit(std::move(opened), options, staging->scratch(), options.dpi);
  SetPrinter printer(options, std::move(chosen), *judged.judged, *staging);
  if (!print_the_set(printer, staging->target(), failures)) return refuse(failures, kNotWritten);
  const Assessment& assessment = judged.judged->assessment;
  if (!options.quiet) print_words(options, assessment, printer.files(), staging->target());
  if (options.json) std::cout << printed_to_json(assessment, printer.files());
  return assessment.complete() ? kDone : kFindings;
}

}  // namespace lvce
