// The blocks that the bureau's papers are made of.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "document/document.h"
#include "support/points.h"

namespace lvce {

/// Name and width in mm of a column; 0: a share of what is left.
struct PaperColumn {
  std::string head;
  double width = 0;
  double share = 1;
};

/// A table with its head row; rows are added by the caller.
Table list_table(const std::string& title, const std::vector<PaperColumn>& columns);

TableCell text_cell(std::string text, Align align = Align::left);
TableCell whole_cell(std::int64_t number);
TableCell points_cell(Points points);
TableCell decimal_cell(const Decimal& value, const NumberFormat& format);
TableCell blank_cell();
/// The same cell, named for formulas of others.
TableCell named(TableCell cell, std::string name);
/// The same cell, worked out by a formula that names other cells.
TableCell worked_out(TableCell cell, std::string formula);

Paragraph paper_line(ParagraphStyle style, std::string text);

/// One document of one section; `sheet` empty: no worksheet.
Document one_section(std::string stem, std::string title, std::string sheet, Orientation orientation, std::vector<Block> blocks);

}  // namespace lvce
