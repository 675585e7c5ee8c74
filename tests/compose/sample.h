// A small office for the tests of compose: a rubric of two units, a workbook, evidence and an assessment, all made by hand.
#pragma once

#include <string>

#include "assess/assess.h"
#include "compose/compose.h"

namespace lvce::sample {

/// Owns what an Assessment borrows.
struct Office {
  Rubric rubric;
  Dossier dossier;
  Assessment assessment;
};

/// Two units (9 and 6 points), three items, four indicators; 12 of 15 points claimed; years 2019 and 2020 with electricity by month, petrol by
/// year and water; one finding.
void fill(Office& office);

Templates templates();

/// All text of a document in order: paragraphs, cells, captions.
std::string text_of(const Document& document);
/// The first table of the document whose title or first cell holds the words.
const Table* find_table(const Document& document, const std::string& words);
/// The cell with this name anywhere in the document.
const TableCell* find_cell(const Document& document, const std::string& name);

}  // namespace lvce::sample
