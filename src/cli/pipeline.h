// From the unit folder to the assessment: the stages that check and build share.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "assess/assess.h"
#include "bind/append/print_record.h"
#include "cli/options.h"
#include "desk/desk.h"
#include "evidence/archive_memory.h"
#include "evidence/evidence.h"
#include "evidence/probe_memory.h"
#include "office/review_opinion.h"
#include "support/scratch_folder.h"

namespace lvce {

/// Rubric and dossier live here; the assessment borrows from them.
struct Judged {
  Rubric rubric;
  Dossier dossier;
  Assessment assessment;
  std::optional<ReviewOpinion> review;  ///< what a bureau's review said (--review)
  ScratchFolder unpacked{"unpacked"};   ///< what came out of archives of the evidence folder
};

/// What a program that judges again and again need not find out twice. One thread at a time.
struct JudgingMemory {
  ProbeMemory probes;
  ArchiveMemory archives;
  ScratchFolder unpacked{"unpacked"};  ///< what came out of archives
};

struct JudgedUnit {
  std::unique_ptr<Judged> judged;  ///< nothing: an input cannot be used at all (exit code 3)
  Findings findings;               ///< why, then
};

/// The folder itself, its workbook and its rubric, before anything is judged.
struct OpenedUnit {
  std::unique_ptr<Judged> judged;  ///< rubric and workbook read; nothing: cannot be used
  Findings findings;
};
OpenedUnit open_unit(const UnitOptions& options);

/// --review: what the bureau's review said. Findings: it cannot be used, or is of another unit or standard.
Findings take_review(Judged& judged, const std::filesystem::path& file);

/// Factors, all years of the ledger, targets, the second factor set and the ledger checks, as check and build have them.
EnergyReport work_out_energy(const Judged& judged, const Years& years, Findings& findings);

/// --evidence, else 佐证材料 in the unit folder.
std::filesystem::path evidence_folder(const UnitOptions& options);

/// 佐证材料 as scan_evidence reads it. One that is a link out of the unit folder is refused; --evidence may lie anywhere.
EvidenceFolder scan_unit_evidence(const UnitOptions& options, const Rubric& rubric, Findings& findings, const Unpacking& unpacking);

/// How strangers' files are probed: this program as worker.
ProbeOptions probe_options(const UnitOptions& options, const std::filesystem::path& work_folder, int dpi);

/// Reads the evidence and judges. `work_folder` is where the worker puts prepared files; empty: probe only. `cache` keeps conversions of
/// office documents; empty: none. `printed`: what a printed package holds keeps its order. `memory`: of earlier judgements.
JudgedUnit judge_unit(OpenedUnit opened, const UnitOptions& options, const std::filesystem::path& work_folder, int dpi, const std::filesystem::path& cache = {},
                      const PrintRecord* printed = nullptr, JudgingMemory* memory = nullptr);

/// What `check` says of a unit: the judgement, with what its papers lack.
Judgement judge_for_check(const UnitOptions& options, const std::shared_ptr<JudgingMemory>& memory = nullptr);

}  // namespace lvce
