// lvce papers: the papers that the ledger alone can write.
#include <exception>
#include <iostream>

#include "bind/separate.h"
#include "cli/commands.h"
#include "cli/paper_folder.h"
#include "cli/paths.h"
#include "cli/pipeline.h"
#include "cli/print.h"
#include "papers/papers.h"
#include "render/render.h"
#include "support/files.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

int refuse(const Findings& findings, int code) {
  print_findings(std::cerr, findings);
  return code;
}

/// The ledger judged; indicators and evidence are not needed.
void judge_ledger(Judged& judged, Findings& findings) {
  Assessment& assessment = judged.assessment;
  assessment.rubric = &judged.rubric;
  assessment.dossier = &judged.dossier;
  assessment.paper_date = judged.dossier.workbook.unit.text("填报日期");
  assessment.years = decide_years(judged.dossier.workbook.unit, judged.rubric, findings);
  assessment.energy = work_out_energy(judged, assessment.years, findings);
}

/// Both files of every paper into `folder`; their names, or nothing where one cannot be written.
std::vector<std::string> write_papers(const Papers& papers, const Assessment& assessment, const fs::path& folder, Findings& findings) {
  const Faces faces = Faces::load(data_folder() / "fonts");
  const std::string author = assessment.dossier->workbook.unit.text("单位名称");
  SeparatePdfs pdfs = write_separate(papers.documents, kPaperMark, author, faces, folder);
  append(findings, std::move(pdfs.findings));
  std::vector<std::string> names;
  for (const OutputPdf& pdf : pdfs.files) names.push_back(pdf.name);
  for (const Document& document : papers.documents) {
    const std::string name = document.stem + ".xlsx";
    if (!write_file(folder / name, render_xlsx(with_mark(document), assessment.paper_date))) return {};
    names.push_back(name);
  }
  return names;
}

bool write_all(const Papers& papers, const Assessment& assessment, PaperFolder& folder, Findings& findings, Findings& failures) {
  try {
    const std::vector<std::string> names = write_papers(papers, assessment, folder.staging(), findings);
    if (!names.empty()) return folder.commit(names, failures);
    failures.push_back({"output-not-written", Severity::error, folder.staging().string(), "写不进去", "请检查磁盘空间和文件夹权限", ""});
  } catch (const std::exception& error) {
    failures.push_back({"output-failed", Severity::error, folder.staging().string(), std::string("生成文稿时出错：") + error.what(),
                        "原有文件未动；请检查磁盘空间后重试", ""});
  }
  return false;
}

}  // namespace

int run_papers(const PapersOptions& options) {
  if (is_inside(options.out, options.unit)) {
    std::cerr << "输出文件夹 " << options.out.string() << " 在单位文件夹里面，文稿未经审核盖章，不能和佐证材料混在一起；请用 -o 指定单位文件夹以外的位置\n";
    return kUsage;
  }
  OpenedUnit opened = open_unit(options);
  if (!opened.judged) return refuse(opened.findings, kUnusable);
  Findings findings = std::move(opened.findings);
  Findings failures;
  judge_ledger(*opened.judged, findings);
  Papers papers = compose_papers(opened.judged->assessment, {data_folder() / "templates"});
  append(findings, std::move(papers.findings));
  if (!papers.documents.empty()) {
    auto folder = PaperFolder::open(options.out, failures);
    if (!folder || !write_all(papers, opened.judged->assessment, *folder, findings, failures)) return refuse(failures, kNotWritten);
  }
  if (!options.quiet) {
    print_findings(std::cout, findings);
    for (const Document& document : papers.documents) std::cout << document.stem << "（.pdf、.xlsx）\n";
    std::cout << papers.documents.size() << " 种文稿已写入：" << options.out.string() << "\n"
              << "文稿" << kPaperMark << "；审核、盖章后的扫描件放入单位文件夹的“佐证材料”，才作为佐证\n";
  }
  return is_complete(findings) ? kDone : kFindings;
}

}  // namespace lvce
