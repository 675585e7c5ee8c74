#include <exception>
#include <iostream>
#include <system_error>

#include "bind/bind.h"
#include "cli/commands.h"
#include "cli/paths.h"
#include "cli/pipeline.h"
#include "cli/print.h"
#include "compose/compose.h"
#include "pack/pack.h"
#include "render/render.h"
#include "support/files.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

fs::path default_out(const fs::path& unit) {
  std::error_code error;
  return fs::weakly_canonical(unit, error).parent_path() / "输出";
}

std::optional<PackageFile> write_sheet(const Document& document, const Assessment& assessment, const fs::path& folder) {
  const std::string name = document.stem + ".xlsx";
  if (!write_file(folder / name, render_xlsx(document, assessment.paper_date))) return std::nullopt;
  return PackageFile{document.kind, name, 0};
}

std::vector<const Document*> documents_with_sheets(const Composed& composed) {
  std::vector<const Document*> out = {&composed.scores, &composed.energy};
  for (const Document& form : composed.form) out.push_back(&form);
  out.push_back(&composed.missing);
  return out;
}

/// One build under way: from the judged unit to the exchanged folder.
class Build {
 public:
  Build(const BuildOptions& options, Judged& judged, Staging& staging) : options_(options), judged_(judged), staging_(staging) {}

  bool run(Findings& failures) {
    const Templates templates{data_folder() / "templates"};
    const ProbeOptions probe = probe_options(options_, staging_.scratch(), options_.dpi);
    std::vector<SealedCopy> sealed = read_sealed_copies(options_.unit / kSealedFolder, probe, judged_.assessment.findings);
    Composed composed = compose_documents(judged_.assessment, templates);
    append(judged_.assessment.findings, std::move(composed.findings));
    const Faces faces = Faces::load(data_folder() / "fonts");
    const BindOptions bind{!options_.single_sided && !options_.screen, options_.screen, options_.full_size, options_.volume_pages, std::move(sealed)};
    BoundPackage bound = bind_package(judged_.assessment, judged_.dossier, composed, templates, faces, bind, staging_.folder());
    append(judged_.assessment.findings, std::move(bound.findings));
    std::vector<PackageFile> files;
    for (const OutputPdf& pdf : bound.files) files.push_back({pdf.kind, pdf.name, pdf.pages});
    for (const Document* document : documents_with_sheets(composed)) {
      auto sheet = write_sheet(*document, judged_.assessment, staging_.folder());
      if (!sheet) return fail(failures, document->stem + ".xlsx");
      files.push_back(std::move(*sheet));
    }
    return finish_package(staging_, judged_.assessment, bound.evidence, files, failures) && staging_.commit(failures);
  }

 private:
  static bool fail(Findings& failures, const std::string& name) {
    failures.push_back({"output-not-written", Severity::error, name, "写不进去", "请检查磁盘空间和文件夹权限", ""});
    return false;
  }

  const BuildOptions& options_;
  Judged& judged_;
  Staging& staging_;
};

bool build_package(const BuildOptions& options, Judged& judged, Staging& staging, Findings& failures) {
  try {
    return Build(options, judged, staging).run(failures);
  } catch (const std::exception& error) {
    failures.push_back({"output-failed", Severity::error, staging.target().string(), std::string("生成材料时出错：") + error.what(), "原有文件未动；请检查磁盘空间后重试", ""});
    return false;
  }
}

void print_result(const BuildOptions& options, const Assessment& assessment, const Staging& staging) {
  if (options.quiet) return;
  std::ostream& words = options.json ? std::cerr : std::cout;
  print_findings(words, assessment.findings);
  print_summary(words, assessment);
  words << "材料已写入：" << staging.target().string() << "\n";
  words << (assessment.complete() ? "请先看：申报材料全本.pdf\n" : "请先看：06 缺项清单.pdf，补齐后再运行一次\n");
}

int refuse(const Findings& findings, int code) {
  print_findings(std::cerr, findings);
  return code;
}

}  // namespace

int run_build(const BuildOptions& options) {
  const fs::path out = options.out.empty() ? default_out(options.unit) : options.out;
  if (is_inside(out, options.unit)) {
    std::cerr << "输出文件夹 " << out.string() << " 在单位文件夹里面，会和原始材料混在一起；请用 -o 指定单位文件夹以外的位置\n";
    return kUsage;
  }
  if (options.shared && is_inside(out, *options.shared)) {
    std::cerr << "输出文件夹 " << out.string() << " 在合署共享的文件夹里面；请用 -o 指定别的位置\n";
    return kUsage;
  }
  OpenedUnit opened = open_unit(options);
  if (!opened.judged) return refuse(opened.findings, kUnusable);
  Findings failures;
  auto staging = Staging::open(out, opened.judged->dossier.workbook.unit.text("单位名称"), failures);
  if (!staging) return refuse(failures, kNotWritten);
  const JudgedUnit unit = judge_unit(std::move(opened), options, staging->scratch(), options.dpi, options.cache);
  if (!build_package(options, *unit.judged, *staging, failures)) return refuse(failures, kNotWritten);
  print_result(options, unit.judged->assessment, *staging);
  if (options.json) std::cout << read_file(staging->target() / "result.json", 1U << 30).value_or("");
  return unit.judged->assessment.complete() ? kDone : kFindings;
}

}  // namespace lvce
