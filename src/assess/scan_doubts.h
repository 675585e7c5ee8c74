// What was read on scans (--ocr) beside what their names and the workbook say. Words that are only guessed at: notes, never more.
#pragma once

#include "office/dossier.h"
#include "support/finding.h"

namespace lvce {

/// scan-year: no page names a year of the file's name, but another. scan-unit-unnamed: the first page holds text, but not the unit's name, neither whole
/// nor from its own part on (示例市机关事务管理局: 机关事务管理局), with a quarter of its characters misread at most.
void doubt_scans(const Dossier& dossier, Findings& findings);

/// Fewest characters to put in, out or right so that `name` stands somewhere in `text`.
std::size_t misread_in(std::u32string_view name, std::u32string_view text);

}  // namespace lvce
