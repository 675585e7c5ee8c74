// The blocks of a form: paragraphs, tables, charts, spaces, breaks, signatures.
#pragma once

#include <vector>

#include "compose/repeat.h"
#include "document/document.h"

namespace lvce {

/// Expands a `blocks` list onto `blocks`; paragraphs with `bookmark` add to `bookmarks`.
void expand_blocks(const YamlNode& list, const Vocabulary& words, const Scope& scope, const TemplatePlace& place, std::vector<Block>& blocks,
                   std::vector<Bookmark>& bookmarks);

/// The style of that name, body and a fault when there is none.
ParagraphStyle parse_style(const std::string& name, const TemplatePlace& place);

/// Blanks before a paragraph: typed by people, in place of an indent, or set on purpose by a template.
enum class Blanks { dropped, kept };

/// A text of several lines becomes that many paragraphs of one style. Blanks before them are dropped where the style has an indent of its own or is centred.
void add_paragraphs(std::vector<Block>& blocks, ParagraphStyle style, std::vector<Run> runs, const std::string& anchor = "", Blanks leading = Blanks::dropped);

}  // namespace lvce
