#include "cli/pipeline.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <system_error>

#include <unistd.h>

#include "assess/review.h"
#include "bind/append/rounds.h"
#include "bind/sealed/check_copies.h"
#include "cli/figures.h"
#include "compose/compose.h"
#include "energy/energy.h"
#include "evidence/evidence.h"
#include "evidence/rectified.h"
#include "prepare/sort_table.h"
#include "rubric/rubric.h"
#include "support/files.h"
#include "support/inside.h"
#include "support/program.h"
#include "workbook/workbook.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

const char* const kRubricItem = "评价标准";
const char* const kDateItem = "填报日期";

OpenedUnit unusable(Findings findings) { return {nullptr, std::move(findings)}; }

std::string rubric_wanted(const UnitOptions& options, const UnitInfo& unit) { return options.rubric.empty() ? unit.text(kRubricItem) : options.rubric; }

/// What is said of the rubric's name is said at the cell that names it.
void name_cell_of_rubric(Findings& findings, const Workbook& workbook) {
  for (Finding& finding : findings)
    if (finding.code == "rubric-unknown" || finding.code == "rubric-meant") finding.place = unit_item_place(workbook, kRubricItem);
}

/// Of which a demand asks for a seal.
std::set<std::string> indicators_with_seal(const Rubric& rubric) {
  std::set<std::string> ids;
  for (const Indicator* indicator : all_indicators(rubric)) {
    if (std::any_of(indicator->evidence.begin(), indicator->evidence.end(), [](const Demand& demand) { return demand.seal; })) ids.insert(indicator->id);
  }
  return ids;
}

/// --shared: the evidence of the offices under one roof, behind the unit's own.
void read_shared(Judged& judged, const fs::path& own, const fs::path& shared, Findings& findings, const Unpacking& unpacking) {
  if (is_inside(own, shared) || is_inside(shared, own)) {
    findings.push_back(Finding::error("shared-folder-overlaps", on_disk(shared.string()), "合署共享的文件夹与本单位的佐证材料文件夹重叠，没有读取",
                                      "请用 --shared 指定另一个文件夹"));
    return;
  }
  if (!judged.dossier.workbook.unit.yes("合署办公")) {
    findings.push_back(Finding::warning("shared-without-cohabitation", in_sheet(judged.dossier.workbook.file, "单位信息"),
                                        "使用了合署共享的材料，但“合署办公”没有填“是”", "请核对“合署办公”一项"));
  }
  add_shared_evidence(judged.dossier.evidence, shared, judged.rubric, findings, unpacking);
}

}  // namespace

Findings take_review(Judged& judged, const fs::path& file) {
  constexpr std::uintmax_t kReviewAtMost = 4U << 20;
  const auto bytes = read_file(file, kReviewAtMost);
  const std::string name = file.filename().string();
  if (!bytes) return {Finding::error("review-unreadable", on_disk(file.string()), "没有这个文件，打不开或者太大", "请核对 --review 后面的路径")};
  ReadReviewOpinion read = read_review_opinion(*bytes, name);
  if (!read.opinion) return std::move(read.findings);
  Findings wrong = check_review(*read.opinion, judged.rubric, judged.dossier.workbook.unit.text("单位名称"), name);
  if (wrong.empty()) judged.review = std::move(read.opinion);
  return wrong;
}

EnergyReport work_out_energy(const Judged& judged, const Years& years, Findings& findings) {
  const Workbook& workbook = judged.dossier.workbook;
  const FactorSet factors = load_factors(data_folder(), judged.rubric, workbook, years, findings);
  EnergyReport report = compute_energy(judged.rubric, workbook, factors, years, findings);
  compare_with_other_set(data_folder(), judged.rubric, workbook, years, report, findings);
  return report;
}

void check_with_invoices(Judged& judged, const fs::path& unit, const ProbeOptions& options, const Unpacking& unpacking, EnergyReport& report,
                         Findings& findings) {
  judged.dossier.invoices = read_unit_invoices(unit, judged.dossier.evidence, options, unpacking, findings);
  if (!judged.dossier.invoices.empty()) {
    const InvoiceWords words = load_invoice_words(data_folder() / "templates" / "invoices.yaml", findings);
    report.invoices = sort_invoices(judged.dossier.invoices, words, report.factors);
  }
  check_ledger(judged.rubric, judged.dossier.workbook, report, findings);
}

fs::path evidence_folder(const UnitOptions& options) { return options.evidence.value_or(options.unit / kEvidenceFolder); }

Finding evidence_leads_out(Place place, std::string hint) {
  return Finding::error("evidence-link-outside", std::move(place), "是一个链接，指向单位文件夹之外，没有读取", std::move(hint));
}

EvidenceFolder scan_unit_evidence(const UnitOptions& options, const Rubric& rubric, Findings& findings, const Unpacking& unpacking) {
  const fs::path folder = evidence_folder(options);
  if (options.evidence || !leads_out(folder, options.unit)) return scan_evidence(folder, rubric, findings, unpacking, declined_in(folder / kSortTable));
  findings.push_back(evidence_leads_out(in_evidence(""), "请放入文件夹本身；材料确实放在别处的，用 --evidence 指定"));
  return {};
}

/// What a review asked to put right.
void take_rectified(Judged& judged, const UnitOptions& options, Findings& findings, const Unpacking& unpacking) {
  const fs::path folder = options.unit / kRectifyFolder;
  if (leads_out(folder, options.unit)) return findings.push_back(evidence_leads_out(on_disk(std::string(kRectifyFolder)), "请放入文件夹本身"));
  add_rectified_evidence(judged.dossier.evidence, folder, judged.rubric, findings, unpacking);
}

ScanReader scan_reader() {
  const char* prefix = std::getenv("TESSDATA_PREFIX");
  return find_scan_reader(own_program(), prefix != nullptr ? prefix : "");
}

ProbeOptions probe_options(const UnitOptions& options, const fs::path& work_folder, int dpi) {
  ProbeOptions out;
  out.worker = own_program();
  out.work_folder = work_folder;
  out.dpi = dpi;
  out.workers = options.workers;
  out.shelf = options.shelf;
  const char* search_path = std::getenv("PATH");
  out.office = find_office(search_path != nullptr ? search_path : "");
  out.cache = options.cache;
  out.ocr = options.ocr;
  if (options.ocr) out.reader = scan_reader();
  out.progress = !options.quiet && ::isatty(STDERR_FILENO) == 1;
  return out;
}

OpenedUnit open_unit(const UnitOptions& options) {
  std::error_code error;
  if (!fs::is_directory(options.unit, error)) {
    const bool there = fs::exists(options.unit, error);
    return unusable({Finding::error("unit-folder-missing", on_disk(options.unit.string()), there ? "不是文件夹，或者打不开" : "没有这个文件夹",
                                    there ? "请给出台账所在的单位文件夹" : "请核对路径；路径里有空格的，前后加引号")});
  }
  ReadWorkbook read = read_unit_workbook({options.unit, options.workbook, options.mapping, !options.rubric.empty()});
  if (!read.workbook) return unusable(std::move(read.findings));
  if (options.figures) take_figures(read, *options.figures);
  const std::string wanted = rubric_wanted(options, read.workbook->unit);
  if (wanted.empty()) {
    read.findings.push_back(Finding::error("rubric-not-named", in_sheet(read.workbook->file, "单位信息"), "没有填写“评价标准”，不知道按哪套标准评价",
                                           "请填写标准代号（lvce rubric list 可查），或加 --rubric"));
    return unusable(std::move(read.findings));
  }
  LoadedRubric loaded = load_rubric(wanted, data_folder());
  if (options.rubric.empty()) name_cell_of_rubric(loaded.findings, *read.workbook);
  if (!loaded.rubric) {
    append(read.findings, std::move(loaded.findings));
    return unusable(std::move(read.findings));
  }
  std::copy_if(loaded.findings.begin(), loaded.findings.end(), std::back_inserter(read.findings),
               [](const Finding& finding) { return finding.code == "rubric-meant"; });
  // Lint's remarks on a usable rubric are for its author (lvce rubric lint): the clerk can do nothing about them.
  auto judged = std::make_unique<Judged>();
  judged->rubric = std::move(*loaded.rubric);
  judged->dossier.folder = options.unit;
  judged->dossier.workbook = std::move(*read.workbook);
  if (!options.date.empty()) judged->dossier.workbook.unit.items[kDateItem] = options.date;
  return {std::move(judged), std::move(read.findings)};
}

JudgedUnit judge_unit(OpenedUnit opened, const UnitOptions& options, const fs::path& work_folder, int dpi, const PrintRecord* printed, JudgingMemory* memory) {
  Judged& judged = *opened.judged;
  Findings& findings = opened.findings;
  const Years years = decide_years(judged.dossier.workbook.unit, judged.rubric, findings);
  EnergyReport energy = work_out_energy(judged, years, findings);
  const fs::path evidence = evidence_folder(options);
  const fs::path& unpacked = memory != nullptr ? memory->unpacked.path() : judged.unpacked.path();
  const Unpacking unpacking{probe_options(options, {}, dpi).worker, unpacked, memory != nullptr ? &memory->archives : nullptr};
  judged.dossier.evidence = scan_unit_evidence(options, judged.rubric, findings, unpacking);
  if (options.shared) read_shared(judged, evidence, *options.shared, findings, unpacking);
  if (judged.review) take_rectified(judged, options, findings, unpacking);
  if (printed != nullptr) order_by_round(judged.dossier.evidence, *printed);
  ProbeOptions probe = probe_options(options, work_folder, dpi);
  probe.sealed = indicators_with_seal(judged.rubric);
  probe.memory = memory != nullptr ? &memory->probes : nullptr;
  probe.seal_memory = memory != nullptr ? &memory->seals : nullptr;
  probe.invoice_memory = memory != nullptr ? &memory->invoices : nullptr;
  probe_evidence(judged.dossier.evidence, probe, findings);
  check_with_invoices(judged, options.unit, probe, unpacking, energy, findings);
  judged.assessment = assess(judged.rubric, judged.dossier, std::move(energy), years, std::move(findings));
  if (options.figures) name_figures_file(judged.assessment.findings, judged.dossier.workbook.file, *options.figures);
  return {std::move(opened.judged), {}};
}

Judgement judge_for_check(const UnitOptions& options, const std::shared_ptr<JudgingMemory>& memory) {
  OpenedUnit opened = open_unit(options);
  if (!opened.judged) return {nullptr, std::move(opened.findings), {}};
  const std::shared_ptr<Judged> judged = judge_unit(std::move(opened), options, {}, 0, nullptr, memory.get()).judged;
  // What the papers lack is found as they are composed; copies in their place are compared with them.
  Composed composed = compose_documents(judged->assessment, Templates{data_folder() / "templates"});
  Findings of_copies = check_copies(options.unit, composed, probe_options(options, {}, 0), [] { return Faces::load(data_folder() / "fonts"); });
  add_findings(judged->assessment, std::move(of_copies));
  add_findings(judged->assessment, std::move(composed.findings));
  return {std::shared_ptr<const Assessment>(judged, &judged->assessment), {}, memory ? memory->unpacked.path() : judged->unpacked.path()};
}

}  // namespace lvce
