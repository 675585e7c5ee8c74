// Paragraphs → strips of one line each, with widows and orphans kept.
#pragma once

#include "layout/flow/flow.h"
#include "layout/text/glyphs.h"

namespace lvce {

/// Lines of the paragraph, top to bottom.
std::vector<Strip> paragraph_lines(const Paragraph& paragraph, double width, Typesetter& setter);

/// Puts the paragraph on the flow: its first two and last two lines stay together; headings stay with what follows. `tail`: so many of its
/// last lines stay with the next block (a signature is never alone on a page); 0: none.
void add_paragraph(const Paragraph& paragraph, std::size_t tail, Flow& flow, Typesetter& setter);

/// The same for lines made elsewhere.
void add_lines(std::vector<Strip> lines, bool keep_all, std::size_t tail, Flow& flow);

}  // namespace lvce
