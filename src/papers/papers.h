// Ledger → the papers that it can write alone. They are drafts for the office: nothing here counts as evidence until the office has checked,
// completed and sealed them and put the signed copy into its own folder.
#pragma once

#include <vector>

#include "assess/assess.h"
#include "compose/compose.h"

namespace lvce {

/// Stands above every page (bind/separate.h) and on top of every worksheet (with_mark) of a paper.
inline constexpr const char* kPaperMark = "由台账生成，待审核盖章";

struct Papers {
  std::vector<Document> documents;  ///< `stem` is the file name, for PDF and XLSX alike
  /// paper-skipped (note: no figures for it), paper-incomplete (warning: blank months), paper-blank (note: texts that only people know).
  Findings findings;
};

/// Needs rubric, dossier (workbook), energy, years and paper_date of the assessment; indicators and evidence are not looked at. All figures
/// are those of the energy report; month sums are exact, and a blank month leaves its period without a sum.
Papers compose_papers(const Assessment& assessment, const Templates& templates);

/// With the mark as the first line of each section: for worksheets.
Document with_mark(Document document);

}  // namespace lvce
