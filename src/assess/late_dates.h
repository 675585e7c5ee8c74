// Dates that a document carries itself (mostly when it was saved as PDF) and that lie behind the date of the papers: the index would show them. A note, never
// more.
#pragma once

#include <string>

#include "office/dossier.h"
#include "support/finding.h"

namespace lvce {

/// evidence-dated-later: one note for all files that are bound. `paper_date` as 2021-10-12; nothing is said when it is empty.
void note_later_dates(const Dossier& dossier, const std::string& paper_date, Findings& findings);

}  // namespace lvce
