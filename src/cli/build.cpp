#include <algorithm>
#include <cerrno>
#include <exception>
#include <iostream>
#include <system_error>

#include "bind/append/rounds.h"
#include "bind/append/supplement_name.h"
#include "bind/bind.h"
#include "bind/online.h"
#include "bind/separate.h"
#include "cli/build_unit.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/keep_supplements.h"
#include "cli/open_printed.h"
#include "cli/output_failure.h"
#include "cli/pipeline.h"
#include "cli/print.h"
#include "compose/compose.h"
#include "compose/rectify.h"
#include "office/unit_data.h"
#include "pack/names.h"
#include "pack/pack.h"
#include "pack/printed_sets.h"
#include "render/render.h"
#include "support/files.h"
#include "support/inside.h"
#include "support/system_words.h"
#include "support/unseen.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

std::optional<PackageFile> write_sheet(const Document& document, const Assessment& assessment, const fs::path& folder) {
  const std::string name = document.stem + ".xlsx";
  const std::string bytes = render_xlsx(document, assessment.paper_date);
  if (bytes.empty() || !write_file(folder / name, bytes)) return std::nullopt;
  return PackageFile{document.kind, name, 0};
}

std::vector<const Document*> documents_with_sheets(const Composed& composed) {
  std::vector<const Document*> out = composed.papers();
  std::erase_if(out, [](const Document* paper) { return !has_worksheets(*paper); });
  out.push_back(&composed.missing);
  return out;
}

/// Evidence stands in the bound file, in 05 and perhaps once more by indicators; own pages are small beside it.
std::uintmax_t bytes_at_most(const EvidenceFolder& evidence) {
  constexpr std::uintmax_t kOwn = 512U << 20;
  std::uintmax_t bytes = 0;
  for (const EvidenceFile& file : evidence.files) {
    std::error_code error;
    const std::uintmax_t size = file.prepared.empty() ? file.bytes : fs::file_size(file.prepared, error);
    bytes += error ? file.bytes : size;
  }
  return 3 * bytes + kOwn;
}

/// One build under way: from the judged unit to the exchanged folder.
class Build {
 public:
  Build(const BuildOptions& options, const Loaded& loaded, Judged& judged, Staging& staging)
      : options_(options),
        templates_(loaded.templates),
        faces_(loaded.faces),
        judged_(judged),
        staging_(staging),
        archive_(staging.folder(), bytes_at_most(judged.dossier.evidence)) {}

  std::vector<PackageFile> take_files() { return std::move(files_); }

  bool run(const PrintRecord* printed, Findings& failures) {
    const std::string data = unit_data_to_json(judged_.assessment);  // as it was judged, whatever becomes of a file while it is bound
    const ProbeOptions probe = probe_options(options_, staging_.scratch(), options_.dpi);
    Findings of_sealed;
    std::vector<SealedCopy> sealed = read_sealed_copies(options_.unit / kSealedFolder, probe, of_sealed);
    add_edited_copies(sealed, options_.unit / kEditedFolder, probe, of_sealed);
    add_findings(judged_.assessment, std::move(of_sealed));
    Composed composed = judged_.review ? compose_documents_after(*judged_.review, judged_.assessment, templates_)
                                       : compose_documents(judged_.assessment, templates_);
    add_findings(judged_.assessment, std::move(composed.findings));
    BindOptions bind;
    bind.duplex = !options_.single_sided;
    bind.screen = options_.screen;
    bind.full_size = options_.full_size;
    bind.volume_pages = options_.volume_pages;
    bind.sealed = std::move(sealed);
    bind.repeat_pages = options_.repeat_pages;
    bind.economy = options_.economy;
    bind.written = [this](const OutputPdf& pdf) { archive_.add(pdf.name); };
    if (printed != nullptr) bind.printed = *printed;
    BoundPackage bound = bind_package(judged_.assessment, composed, templates_, faces_, bind, staging_.folder());
    if (bound.refused) {
      append(failures, std::move(bound.findings));
      return false;
    }
    judged_.dossier.evidence = std::move(bound.folder);
    add_findings(judged_.assessment, std::move(bound.findings));
    composed.missing = std::move(bound.missing);
    bound.record.dpi = options_.dpi;
    if (printed != nullptr && !keep_supplements(staging_.target(), staging_.folder(), printed->round, bound, failures)) return false;
    for (const OutputPdf& pdf : bound.files) files_.push_back({pdf.kind, pdf.name, pdf.pages, pdf.sha256, pdf.check_code, pdf.sheets});
    if (!add_sheets(documents_with_sheets(composed), failures)) return false;
    if (!add_editable(composed.report, failures)) return false;
    if (judged_.review && !add_rectify(failures)) return false;
    if (options_.per_indicator && !add_online(failures)) return false;
    if (!write_file(staging_.folder() / kUnitDataName, data)) return fail(failures, kUnitDataName);
    files_.push_back({OutputKind::data, kUnitDataName, 0, sha256_of(data)});
    const bool printed_before = printed == nullptr && has_supplements(staging_.target());
    if (!keep_printed_sets(staging_.target(), staging_.folder(), printed_before, failures)) return false;
    return finish_package(staging_, archive_, judged_.assessment, bound.evidence, files_, failures, &bound.record) && staging_.commit(failures);
  }

 private:
  bool add_sheets(const std::vector<const Document*>& documents, Findings& failures) {
    for (const Document* document : documents) {
      auto sheet = write_sheet(*document, judged_.assessment, staging_.folder());
      if (!sheet) return fail(failures, document->stem + ".xlsx");
      files_.push_back(std::move(*sheet));
    }
    return true;
  }

  /// 可编辑/: the report as a Word file.
  bool add_editable(const Document& report, Findings& failures) {
    const std::string name = std::string(kEditableFolder) + "/" + report.stem + ".docx";
    std::error_code error;
    fs::create_directory(staging_.folder() / kEditableFolder, error);
    const Assessment& assessment = judged_.assessment;
    const DocxOptions how{assessment.paper_date, assessment.dossier->workbook.unit.text("单位名称"), "", !options_.single_sided};
    if (error || !write_file(staging_.folder() / name, render_docx(report, faces_, how))) return fail(failures, name);
    files_.push_back({OutputKind::editable, name, 0});
    return true;
  }

  /// After a review: 07 as PDF and XLSX, and the report to fill in.
  bool add_rectify(Findings& failures) {
    Assessment& assessment = judged_.assessment;
    Findings found;
    const RectifyPapers papers = compose_rectify(*judged_.review, assessment, templates_, found);
    const std::string author = assessment.dossier->workbook.unit.text("单位名称");
    SeparatePdfs pdf = write_separate({papers.list}, "", author, faces_, staging_.folder(), options_.screen);
    for (const OutputPdf& one : pdf.files) files_.push_back({one.kind, one.name, one.pages, one.sha256});
    append(found, std::move(pdf.findings));
    add_findings(assessment, std::move(found));
    return add_sheets({&papers.list}, failures) && add_editable(papers.report, failures);
  }

  /// 线上填报/: a PDF for each indicator, and the list of them as PDF and XLSX.
  bool add_online(Findings& failures) {
    Assessment& assessment = judged_.assessment;
    const std::vector<OnlineFile> online = write_online(assessment, templates_, faces_, options_.full_size, staging_.folder());
    for (const OnlineFile& file : online) files_.push_back({OutputKind::indicator, std::string(kOnlineFolder) + "/" + file.name, file.pages, file.sha256});
    Findings found;
    Document list = compose_online_list(assessment, online, templates_, found);
    list.stem = std::string(kOnlineFolder) + "/" + list.stem;
    const std::string author = assessment.dossier->workbook.unit.text("单位名称");
    SeparatePdfs pdf = write_separate({list}, "", author, faces_, staging_.folder(), true);
    for (const OutputPdf& one : pdf.files) files_.push_back({one.kind, one.name, one.pages, one.sha256});
    append(found, std::move(pdf.findings));
    add_findings(assessment, std::move(found));
    return add_sheets({&list}, failures);
  }

  static bool fail(Findings& failures, const std::string& name) {
    failures.push_back(Finding::error("output-not-written", on_disk(name), "写不进去" + because(errno), "请检查磁盘空间和文件夹权限"));
    return false;
  }

  const BuildOptions& options_;
  const Templates& templates_;
  const Faces& faces_;
  Judged& judged_;
  Staging& staging_;
  Archive archive_;
  std::vector<PackageFile> files_;
};

bool build_package(const BuildOptions& options, const Loaded& loaded, BuiltUnit& unit, Staging& staging, const PrintRecord* printed, Findings& failures) {
  try {
    Build build(options, loaded, *unit.judged, staging);
    if (!build.run(printed, failures)) return false;
    unit.files = build.take_files();
    return true;
  } catch (const std::exception& error) {
    failures.push_back(describe_output_failure(staging.target(), "生成材料时出错", error));
    return false;
  }
}

void print_supplement(std::ostream& words, const fs::path& target) {
  std::error_code error;
  const bool any = fs::exists(target / kSupplementName, error);
  words << (any ? "请打印：补页.pdf，第一张说明每一页放在哪里；表中没有列出的页不用重印\n" : "没有新增的材料，也没有改变的页，不用补印\n");
  const std::string first = supplement_name(1, 0);
  if (fs::exists(target / first, error)) words << "以前各次的补页也在（" << first << " 起）：还没有打印的，按次序先打印、先放入\n";
}

/// How much paper the whole, or its volumes, will take: "申报材料全本.pdf：144页，72张纸（双面打印）".
void print_paper(std::ostream& words, const BuildOptions& options, const std::vector<PackageFile>& files) {
  const auto volume = [](const PackageFile& file) { return file.kind == OutputKind::evidence; };
  const bool volumes = std::count_if(files.begin(), files.end(), volume) > 1;
  for (const PackageFile& file : files) {
    if (file.kind != OutputKind::bound && !(volumes && volume(file))) continue;
    words << visible(file.name) << "：" << file.pages << "页";
    if (file.sheets > 0) words << "，" << file.sheets << "张纸（" << (options.single_sided ? "单面" : "双面") << "打印）";
    words << "\n";
  }
}

void print_result(const BuildOptions& options, const BuiltUnit& built) {
  if (options.quiet) return;
  const Assessment& assessment = built.judged->assessment;
  std::ostream& words = options.json ? std::cerr : std::cout;
  print_report(words, assessment, {false, options.all});
  words << "材料已写入：" << visible_path(built.target) << "\n";
  print_paper(words, options, built.files);
  if (options.append) print_supplement(words, built.target);
  if (built.renumbered)
    words << "注意：上一套材料编过补页，这次没有加 --append，页码已重新编排；打印过的要全部重印。打印过的那一套留在 " << kPrintedFolder << " 里\n";
  words << (assessment.complete() ? "请先看：申报材料全本.pdf\n" : "请先看：06 缺项清单.pdf，补齐后再运行一次\n");
  words << "要改自评报告的文字：" << kEditableFolder << "/01 自评报告.docx\n";
}

/// Evidence that could not be copied for lack of space says nothing about the evidence: there is no package then. One file that is too large for a
/// worker is refused alone, unless it has to be compared with what is printed.
Findings not_prepared(const Assessment& assessment, const Staging& staging, bool printed) {
  constexpr std::uintmax_t kLittleSpace = 64U << 20;
  std::size_t count = 0;
  for (const Finding& finding : assessment.findings) count += finding.code == "evidence-not-prepared" ? finding.count() : 0;
  std::error_code error;
  const fs::space_info space = fs::space(staging.scratch(), error);
  if (count == 0 || (!printed && !error && space.available > kLittleSpace)) return {};
  return {Finding::error("output-not-written", on_disk(staging.target().string()), "输出文件夹所在的磁盘写不下处理中的材料（" + std::to_string(count) + " 个）",
                         "原有文件未动；请检查磁盘空间和文件夹权限后重试")};
}

BuiltUnit failed_unit(int code, Findings failures) {
  BuiltUnit out;
  out.code = code;
  out.failures = std::move(failures);
  return out;
}

}  // namespace

Loaded load_data() { return {{data_folder() / "templates"}, Faces::load(data_folder() / "fonts")}; }

BuiltUnit build_unit(BuildOptions options, OpenedUnit opened, const std::string& inputs, const std::function<const Loaded&()>& loaded) {
  if (!opened.judged) return failed_unit(kUnusable, std::move(opened.findings));
  Findings failures = options.review.empty() ? Findings() : take_review(*opened.judged, options.review);
  if (!failures.empty()) return failed_unit(kUnusable, std::move(failures));
  if (options.append && !fs::is_directory(options.out)) return failed_unit(kUnusable, {no_printed_package(options.out)});
  auto staging = Staging::open(options.out, opened.judged->dossier.workbook.unit.text("单位名称"), failures);
  if (!staging) return failed_unit(kNotWritten, std::move(failures));
  std::optional<PrintRecord> printed;
  if (options.append) {
    printed = open_printed(staging->target(), {opened.judged->dossier.workbook.unit.text("单位名称"), opened.judged->rubric.id}, options, failures);
    if (!printed) return failed_unit(kUnusable, std::move(failures));
  }
  BuiltUnit out;
  out.target = staging->target();
  out.renumbered = !options.append && has_supplements(staging->target());
  const PrintRecord* const onto = printed ? &*printed : nullptr;
  out.judged = judge_unit(std::move(opened), options, staging->scratch(), options.dpi, onto).judged;
  out.judged->dossier.inputs_sha256 = inputs;
  failures = not_prepared(out.judged->assessment, *staging, printed.has_value());
  if (printed && failures.empty()) failures = compare_with_printed(out.judged->dossier.evidence, *printed);
  if (!failures.empty() || !build_package(options, loaded(), out, *staging, onto, failures)) return failed_unit(kNotWritten, std::move(failures));
  out.code = out.judged->assessment.complete() ? kDone : kFindings;
  return out;
}

int run_build(const BuildOptions& asked) {
  BuildOptions options = asked;
  if (options.out.empty()) options.out = beside(options.unit, "输出");
  if (is_inside(options.out, options.unit)) {
    std::cerr << "输出文件夹 " << visible_path(options.out) << " 在单位文件夹里面，会和原始材料混在一起；请用 -o 指定单位文件夹以外的位置\n";
    return kUsage;
  }
  if (options.shared && is_inside(options.out, *options.shared)) {
    std::cerr << "输出文件夹 " << visible_path(options.out) << " 在合署共享的文件夹里面；请用 -o 指定别的位置\n";
    return kUsage;
  }
  FolderDigests shared;
  const std::string inputs = inputs_digest(options, data_digest(), shared);  // before anything is read: what changes meanwhile is seen next time
  std::optional<Loaded> loaded;
  const BuiltUnit built = build_unit(options, open_unit(options), inputs,
                                     [&loaded]() -> const Loaded& { return loaded ? *loaded : loaded.emplace(load_data()); });
  if (!built.judged) return refuse(built.failures, built.code);
  print_result(options, built);
  if (options.json) std::cout << read_file(built.target / "result.json", 1U << 30).value_or("");
  return built.code;
}

}  // namespace lvce
