// Markdown (cmark-gfm) to blocks, for narrative templates and for text evidence.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "document/document.h"

namespace lvce {

/// Turns the literal of one text node into runs (templates fill fields here; evidence keeps it), given its line in the source.
using TextToRuns = std::function<std::vector<Run>(const std::string& literal, int line)>;
/// Sees a paragraph of nothing but plain text first; true: it has dealt with it (template directives).
using TakeParagraph = std::function<bool(const std::string& literal, int line)>;

struct MarkdownReader {
  TextToRuns text;
  TakeParagraph take;         ///< may be empty
  std::string anchor_prefix;  ///< headings get anchors "<prefix>:<n>"; empty: none
  std::vector<Block>* blocks = nullptr;
  std::vector<Bookmark>* bookmarks = nullptr;  ///< may be null
  int* headings = nullptr;                     ///< running number of anchors; needed with a prefix
};

/// `#` title, `##` 一、, `###` （一）, `####` 1.; lists, tables, quotes (notes), rules (page breaks). Raw HTML and links become their text.
void read_markdown(const std::string& source, const MarkdownReader& reader);

}  // namespace lvce
