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

/// A text of several lines becomes that many paragraphs of one style.
void add_paragraphs(std::vector<Block>& blocks, ParagraphStyle style, std::vector<Run> runs, const std::string& anchor = "");

}  // namespace lvce
