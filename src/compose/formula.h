// Formulas of table cells, worked out exactly, so that no worksheet is written whose formula says something else than its stored result.
#pragma once

#include <string>

#include "document/document.h"
#include "support/finding.h"

namespace lvce {

/// Works out every formula of the document from the values of the cells that it names (numbers, texts, + - * / ( ), comparisons, the functions
/// of formula_functions.h, ranges {a}:{b} inside one table). A formula that cannot be worked out, or whose result differs from the cell's
/// value, is taken out with a warning "formula-dropped": the value stays. Then settles which marks show on paper.
void check_formulas(Document& document, Findings& findings);

}  // namespace lvce
