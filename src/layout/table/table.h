// Tables → strips, one a page.
#pragma once

#include "layout/flow/flow.h"
#include "layout/text/glyphs.h"

namespace lvce {

/// Puts the table on the flow: title and the line above stay with its head and first row, the head is repeated on each page, rows that fit
/// no page break inside. `tail` is the height of a note that must stand on the page of the last row. Cost is linear in the cells' text.
void add_table(const Table& table, double tail, Flow& flow, Typesetter& setter);

}  // namespace lvce
