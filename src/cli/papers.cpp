// lvce papers: the papers that the ledger alone can write.
#include <algorithm>
#include <exception>
#include <iostream>

#include "bind/sealed/compare_figures.h"
#include "bind/separate.h"
#include "cli/commands.h"
#include "cli/final_papers.h"
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

/// What is written, and how.
struct PapersToWrite {
  const Papers& papers;
  const FilledSet& filled;  ///< papers that the office filled in, in place of ours
  std::string mark;         ///< above every page; empty: final
  const Assessment& assessment;

  const FilledPaper* filled_of(std::size_t paper) const {
    const auto found = std::find_if(filled.papers.begin(), filled.papers.end(), [&](const FilledPaper& one) { return one.paper == paper; });
    return found == filled.papers.end() ? nullptr : &*found;
  }
};

/// The three files of every paper of ours into `folder`, and those of filled ones; nothing where one cannot be written.
std::optional<std::vector<PackageFile>> write_papers(const PapersToWrite& what, const fs::path& folder, Findings& findings) {
  const Faces faces = Faces::load(data_folder() / "fonts");
  const std::string author = what.assessment.dossier->workbook.unit.text("单位名称"), date = what.assessment.paper_date;
  std::vector<Document> own;
  std::vector<PackageFile> files;
  for (std::size_t at = 0; at < what.papers.documents.size(); ++at) {
    const Document& document = what.papers.documents[at];
    const FilledPaper* filled = what.filled_of(at);
    if (filled == nullptr) own.push_back(document);
    else if (!write_filled_paper(*filled, document.stem, folder, files)) return std::nullopt;
  }
  SeparatePdfs pdfs = write_separate(own, what.mark, author, faces, folder);
  append(findings, std::move(pdfs.findings));
  for (const OutputPdf& pdf : pdfs.files) files.push_back({OutputKind::paper, pdf.name, pdf.pages});
  for (const Document& document : own) {
    const std::string name = document.stem + ".xlsx";
    const std::string sheet = render_xlsx(what.mark.empty() ? document : with_mark(document), date);
    if (sheet.empty() || !write_file(folder / name, sheet)) return std::nullopt;
    files.push_back({OutputKind::paper, name, 0});
    const std::string word = document.stem + ".docx";
    if (!write_file(folder / word, render_docx(document, faces, {date, author, what.mark, false}))) return std::nullopt;
    files.push_back({OutputKind::paper, word, 0});
  }
  return files;
}

/// Everything or nothing, as for a package.
std::optional<WrittenPapers> write_all(const PapersToWrite& what, Staging& staging, Findings& findings, Findings& failures) {
  try {
    const auto files = write_papers(what, staging.folder(), findings);
    auto written = files ? finish_papers(staging, *files, what.filled.in_place) : std::nullopt;
    if (written && staging.commit(failures)) return written;
    if (failures.empty()) {
      failures.push_back(Finding::error("output-not-written", on_disk(staging.target().string()), "写不进去", "请检查磁盘空间和文件夹权限"));
    }
  } catch (const std::exception& error) {
    failures.push_back(describe_output_failure(staging.target(), "生成文稿时出错", error));
  }
  return std::nullopt;
}

/// Reads what the office filled in; what then keeps the papers from being final is returned.
Findings take_filled(FilledSet& filled, const Papers& papers, const PapersOptions& options, const fs::path& scratch, Findings& findings) {
  Findings faults;
  probe_filled_papers(filled.papers, kPaperMark, probe_options(options, scratch, 0), faults);
  if (faults.empty()) faults = faults_of_final(papers.documents, filled.papers, kPaperMark);
  if (!faults.empty()) return faults;
  for (const FilledPaper& one : filled.papers) compare_figures(papers.documents[one.paper], one.file, one.place(), findings);
  return {};
}

/// Why DIR cannot be the output folder; empty: it can.
std::string wrong_folder(const fs::path& out, const fs::path& unit) {
  std::error_code error;
  if (is_inside(out, unit)) return "在单位文件夹里面，文稿未经审核盖章，不能和佐证材料混在一起；请用 -o 指定单位文件夹以外的位置";
  if (is_inside(fs::current_path(error), out)) return "就是当前所在的文件夹或在它上面，不能整体替换；请用 -o 指定另一个文件夹";
  return "";
}

void print_papers(std::ostream& out, const PapersToWrite& what, const Findings& findings, const fs::path& target) {
  print_findings(out, findings);
  std::size_t to_fill = 0;
  for (std::size_t at = 0; at < what.papers.documents.size(); ++at) {
    const FilledPaper* filled = what.filled_of(at);
    const std::size_t blanks = filled == nullptr ? blanks_of(what.papers.documents[at]).size() : 0;
    to_fill += blanks;
    out << visible(what.papers.documents[at].stem) << (filled == nullptr ? "（.pdf、.xlsx、.docx）" : "（按填好的 " + visible(filled->file.path) + "）")
        << (blanks > 0 ? "：有 " + std::to_string(blanks) + " 处【请填写】" : "") << "\n";
  }
  if (to_fill > 0) out << "标【请填写】的只有本单位知道：在 .docx 里填好，原名放进单位文件夹的“修改稿”，再运行 lvce papers --final 出定稿\n";
  out << what.papers.documents.size() << " 种文稿已写入：" << visible_path(target) << "\n"
      << (what.mark.empty() ? "文稿是定稿，核对后打印盖章" : "文稿" + what.mark) << "；审核、盖章后的扫描件放入单位文件夹的“佐证材料”，才作为佐证\n";
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
  Findings findings = std::move(opened.findings), failures;
  judge_ledger(*opened.judged, options, findings);
  Papers papers = compose_papers(opened.judged->assessment, {data_folder() / "templates"});
  FilledSet filled;
  if (options.final) {
    filled = find_filled_set(options, papers.documents, findings);
    std::erase_if(papers.findings, [](const Finding& finding) { return finding.code == "paper-blank"; });  // here it is an error, place by place
  }
  append(findings, std::move(papers.findings));
  auto staging = Staging::open_papers(options.out, failures, filled.taken);
  if (!staging) return refuse(failures, kNotWritten);
  const Findings faults = options.final ? take_filled(filled, papers, options, staging->scratch(), findings) : Findings();
  if (!faults.empty()) return refuse(faults, kUnusable);
  const PapersToWrite what{papers, filled, options.final ? "" : kPaperMark, opened.judged->assessment};
  const auto written = write_all(what, *staging, findings, failures);
  if (!written) return refuse(failures, kNotWritten);
  if (!options.quiet) print_papers(options.json ? std::cerr : std::cout, what, findings, staging->target());
  opened.judged->assessment.findings = std::move(findings);
  if (options.json) std::cout << papers_to_json(opened.judged->assessment, *written);
  return opened.judged->assessment.complete() ? kDone : kFindings;
}

}  // namespace lvce
