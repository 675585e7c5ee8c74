// Made-up faces and short ways to write documents, for tests of layout.
#pragma once

#include <string>
#include <vector>

#include "layout/lay_out_with.h"

namespace lvce::test {

/// ASCII is half an em wide, everything else one em; all in font 0. Characters of the private use area are in no face.
class PlainFaces : public Measure {
 public:
  FontId font_for(Face face, char32_t c) const override;
  double advance(FontId font, char32_t c) const override;
};

LaidOut lay_out_plain(const Document& document, const PageNumbers& numbers = {}, LayoutOptions options = {});

Paragraph paragraph(ParagraphStyle style, const std::string& text);
TableCell cell(const std::string& text);
TableCell number(const std::string& digits, int places);
TableRow row(std::vector<TableCell> cells);
Document document_of(std::vector<Block> blocks, Orientation orientation = Orientation::portrait);
/// `count` times 字.
std::string characters(int count);

/// Texts on one baseline, joined, from the top of the page to its foot.
struct TextLine {
  double x = 0;
  double y = 0;
  std::string text;
};
std::vector<TextLine> lines_of(const Page& page);
/// All text of a page in the order of its boxes.
std::string text_of(const Page& page);
bool page_says(const Page& page, const std::string& words);

}  // namespace lvce::test
