// lvce papers: the papers that the ledger alone can write.
#include <exception>
#include <iostream>

#include "bind/separate.h"
#include "cli/commands.h"
#include "cli/output_failure.h"
#include "cli/pipeline.h"
#include "cli/print.h"
#include "pack/pack.h"
#include "papers/papers.h"
#include "render/render.h"
#include "support/files.h"
#include "support/inside.h"
#include "support/unseen.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

/// The ledger judged; of the evidence only the invoices are needed.
void judge_ledger(Judged& judged, const UnitOptions& options, Findings& findings) {
  Assessment& assessment = judged.assessment;
  assessment.rubric = &judged.rubric;
  assessment.dossier = &judged.dossier;
  assessment.paper_date = judged.dossier.workbook.unit.text("填报日期");
  assessment.years = decide_years(judged.dossier.workbook.unit, judged.rubric, findings);
  assessment.energy = work_out_energy(judged, assessment.years, findings);
  const ProbeOptions probe = probe_options(options, {}, 0);
  const Unpacking unpacking{probe.worker, judged.unpacked.path(), nullptr};
  Findings of_evidence;  // told by check, which looks at all of it
  judged.dossier.evidence = scan_unit_evidence(options, judged.rubric, of_evidence, unpacking);
  read_evidence_invoices(judged.dossier.evidence, probe);
  check_with_invoices(judged, options.unit, probe, unpacking, assessment.energy, findings);
}

/// The three files of every paper into `folder`; nothing where one cannot be written.
std::optional<std::vector<PackageFile>> write_papers(const Papers& papers, const Assessment& assessment, const fs::path& folder, Findings& findings) {
  const Faces faces = Faces::load(data_folder() / "fonts");
  const std::string author = assessment.dossier->workbook.unit.text("单位名称");
  SeparatePdfs pdfs = write_separate(papers.documents, kPaperMark, author, faces, folder);
  append(findings, std::move(pdfs.findings));
  std::vector<PackageFile> files;
  for (const OutputPdf& pdf : pdfs.files) files.push_back({OutputKind::paper, pdf.name, pdf.pages});
  for (const Document& document : papers.documents) {
    const std::string name = document.stem + ".xlsx";
    const std::string sheet = render_xlsx(with_mark(document), assessment.paper_date);
    if (sheet.empty() || !write_file(folder / name, sheet)) return std::nullopt;
    files.push_back({OutputKind::paper, name, 0});
    const std::string word = document.stem + ".docx";
    if (!write_file(folder / word, render_docx(document, faces, {assessment.paper_date, author, kPaperMark, false}))) return std::nullopt;
    files.push_back({OutputKind::paper, word, 0});
  }
  return files;
}

/// Everything or nothing, as for a package.
std::optional<WrittenPapers> write_all(const Papers& papers, const Assessment& assessment, Staging& staging, Findings& findings, Findings& failures) {
  try {
    const auto files = write_papers(papers, assessment, staging.folder(), findings);
    auto written = files ? finish_papers(staging, *files) : std::nullopt;
    if (written && staging.commit(failures)) return written;
    if (failures.empty()) {
      failures.push_back(Finding::error("output-not-written", on_disk(staging.target().string()), "写不进去", "请检查磁盘空间和文件夹权限"));
    }
  } catch (const std::exception& error) {
    failures.push_back(describe_output_failure(staging.target(), "生成文稿时出错", error));
  }
  return std::nullopt;
}

/// Why DIR cannot be the output folder; empty: it can.
std::string wrong_folder(const fs::path& out, const fs::path& unit) {
  std::error_code error;
  if (is_inside(out, unit)) return "在单位文件夹里面，文稿未经审核盖章，不能和佐证材料混在一起；请用 -o 指定单位文件夹以外的位置";
  if (is_inside(fs::current_path(error), out)) return "就是当前所在的文件夹或在它上面，不能整体替换；请用 -o 指定另一个文件夹";
  return "";
}

void print_papers(std::ostream& out, const Papers& papers, const Findings& findings, const fs::path& target) {
  print_findings(out, findings);
  for (const Document& document : papers.documents) out << visible(document.stem) << "（.pdf、.xlsx、.docx）\n";
  out << papers.documents.size() << " 种文稿已写入：" << visible_path(target) << "\n"
      << "文稿" << kPaperMark << "；审核、盖章后的扫描件放入单位文件夹的“佐证材料”，才作为佐证\n";
}

}  // namespace

int run_papers(const PapersOptions& asked) {
  PapersOptions options = asked;
  if (options.out.empty()) options.out = beside(options.unit, "文稿");
  if (const std::string why = wrong_folder(options.out, options.unit); !why.empty()) {
    std::cerr << "输出文件夹 " << visible_path(options.out) << " " << why << "\n";
    return kUsage;
  }
  OpenedUnit opened = open_unit(options);
  if (!opened.judged) return refuse(opened.findings, kUnusable);
  Findings failures;
  auto staging = Staging::open_papers(options.out, failures);
  if (!staging) return refuse(failures, kNotWritten);
  Findings findings = std::move(opened.findings);
  judge_ledger(*opened.judged, options, findings);
  Papers papers = compose_papers(opened.judged->assessment, {data_folder() / "templates"});
  append(findings, std::move(papers.findings));
  const auto written = write_all(papers, opened.judged->assessment, *staging, findings, failures);
  if (!written) return refuse(failures, kNotWritten);
  if (!options.quiet) print_papers(options.json ? std::cerr : std::cout, papers, findings, staging->target());
  opened.judged->assessment.findings = std::move(findings);
  if (options.json) std::cout << papers_to_json(opened.judged->assessment, *written);
  return opened.judged->assessment.complete() ? kDone : kFindings;
}

}  // namespace lvce
