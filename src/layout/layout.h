// Document tree → pages. Pure: knows no PDF, reads no file.
#pragma once

#include "layout/page.h"

namespace lvce {

/// The page is that of GB/T 9704-2012 (sizes in layout/style.h, margins in layout/type_area.h). Between Han and Latin characters no extra
/// space is set, as in the offices' own templates. Lines are justified; a gap is never stretched beyond 0.14 em, because readers of PDF
/// take more for a space and copied text would be wrong: a line that must leave a long figure to the next one may stay a little short. Cost
/// is linear in the text.
///
/// `numbers` gives the printed numbers for contents and page references; an unknown target shows as "…". Line breaks never depend on the
/// numbers, so a document keeps its page count whatever they are.
LaidOut lay_out(const Document& document, const Faces& faces, const PageNumbers& numbers, const LayoutOptions& options);

/// One line of stamp or page-number text, split by fallback and measured; x is where it starts.
std::vector<TextBox> lay_out_line(const std::string& text, Face face, double size, double x, double y, const Faces& faces);
double measure_line(const std::string& text, Face face, double size, const Faces& faces);
/// Shortened with … to fit `width` points.
std::string shorten_to(const std::string& text, Face face, double size, double width, const Faces& faces);

/// Widths in points of the table's columns, as lay_out gives them in a type area of `width` points; the table stands in its middle. Empty: no row.
std::vector<double> column_widths_of(const Table& table, double width, const Faces& faces);

}  // namespace lvce
