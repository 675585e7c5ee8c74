// What is stamped on sheets: page numbers, the strip over evidence, 此页空白, the notice in place of a broken page.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "bind/plan/piece.h"
#include "bind/sheet/mark.h"
#include "faces/faces.h"

namespace lvce {

/// The sheet as it is viewed, points.
struct StampedSheet {
  double width = kA4WidthPt;
  double height = kA4HeightPt;
  bool binding_right = false;
  bool over_content = false;  ///< white behind the text: the sheet's content may lie under it
};

/// "— 57 —", "— 57-2 —", 14 pt: odd pages right, even pages left, one character in from the type area, 7 mm below it (GB/T 9704-2012, 7.5), on own pages and
/// evidence alike. `at_foot`: nearer to the edge, on sheets that are turned for the screen and over evidence in its full size.
Mark number_mark(const PageLabel& number, const StampedSheet& sheet, bool at_foot, const Faces& faces);
/// Above evidence: label at the left, running page at the right, a thin rule below.
Mark strip_mark(const std::string& label, const std::string& running, const StampedSheet& sheet, const Faces& faces);
/// The words of the strip above a piece's pages; empty: it has none.
std::string strip_label(const Piece& piece, const EvidenceFolder& evidence);
Mark blank_mark(const Faces& faces);
/// Lines in the middle of a sheet, the first one larger.
Mark notice_mark(const std::vector<std::string>& lines, const Faces& faces);

/// Adds the characters of a mark, by font, for render_pdf.
void collect_characters(const Mark& mark, std::map<FontId, std::set<char32_t>>& into);

}  // namespace lvce
