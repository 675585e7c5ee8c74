#include "cli/pipeline.h"

#include <system_error>

#include <unistd.h>

#include "dossier/evidence.h"
#include "dossier/workbook.h"
#include "energy/energy.h"
#include "rubric/rubric.h"
#include "support/files.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

const char* const kEvidenceFolder = "佐证材料";
const char* const kRubricItem = "评价标准";
const char* const kDateItem = "填报日期";

OpenedUnit unusable(Findings findings) { return {nullptr, std::move(findings)}; }

std::string rubric_wanted(const UnitOptions& options, const UnitInfo& unit) { return options.rubric.empty() ? unit.text(kRubricItem) : options.rubric; }

ProbeOptions probe_options(const UnitOptions& options, const fs::path& work_folder, int dpi) {
  ProbeOptions out;
  std::error_code error;
  out.worker = fs::read_symlink("/proc/self/exe", error);
  out.work_folder = work_folder;
  out.dpi = dpi;
  out.progress = !options.quiet && ::isatty(STDERR_FILENO) == 1;
  return out;
}

EnergyReport work_out_energy(const Judged& judged, const Years& years, Findings& findings) {
  const Workbook& workbook = judged.dossier.workbook;
  const FactorSet factors = load_factors(data_folder(), judged.rubric, workbook, years, findings);
  EnergyReport report = compute_energy(judged.rubric, workbook, factors, years, findings);
  check_ledger(judged.rubric, workbook, report, findings);
  return report;
}

}  // namespace

OpenedUnit open_unit(const UnitOptions& options) {
  std::error_code error;
  if (!fs::is_directory(options.unit, error)) {
    return unusable({{"unit-folder-missing", Severity::error, options.unit.string(), "不是文件夹，或者打不开", "请给出单位文件夹的路径", ""}});
  }
  ReadWorkbook read = read_unit_workbook({options.unit, options.workbook, options.mapping});
  if (!read.workbook) return unusable(std::move(read.findings));
  const std::string wanted = rubric_wanted(options, read.workbook->unit);
  if (wanted.empty()) {
    read.findings.push_back({"rubric-not-named", Severity::error, read.workbook->file + " 单位信息", "没有填写“评价标准”，不知道按哪套标准评价",
                             "请填写标准代号（lvce rubric list 可查），或加 --rubric", ""});
    return unusable(std::move(read.findings));
  }
  LoadedRubric loaded = load_rubric(wanted, data_folder());
  append(read.findings, std::move(loaded.findings));
  if (!loaded.rubric) return unusable(std::move(read.findings));
  auto judged = std::make_unique<Judged>();
  judged->rubric = std::move(*loaded.rubric);
  judged->dossier.folder = options.unit;
  judged->dossier.workbook = std::move(*read.workbook);
  if (!options.date.empty()) judged->dossier.workbook.unit.items[kDateItem] = options.date;
  return {std::move(judged), std::move(read.findings)};
}

JudgedUnit judge_unit(OpenedUnit opened, const UnitOptions& options, const fs::path& work_folder, int dpi) {
  Judged& judged = *opened.judged;
  Findings& findings = opened.findings;
  const Years years = decide_years(judged.dossier.workbook.unit, judged.rubric, findings);
  EnergyReport energy = work_out_energy(judged, years, findings);
  const fs::path evidence = options.evidence.value_or(options.unit / kEvidenceFolder);
  judged.dossier.evidence = scan_evidence(evidence, judged.rubric, findings);
  probe_evidence(judged.dossier.evidence, probe_options(options, work_folder, dpi), findings);
  judged.assessment = assess(judged.rubric, judged.dossier, std::move(energy), years, std::move(findings));
  return {std::move(opened.judged), {}};
}

}  // namespace lvce
