// Paragraphs of a Word file.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "document/document.h"

namespace lvce {

/// The anchors of a document as Word's bookmarks: names of forty characters at most, letters and figures only, numbered as they are met.
class WordAnchors {
 public:
  explicit WordAnchors(const Document& document);
  /// "_lvce3"; empty: the document has no such anchor.
  std::string name_of(const std::string& anchor) const;
  /// Beginning and end of the bookmark; empty: no anchor.
  std::string mark(const std::string& anchor) const;

 private:
  void add(const std::string& anchor) {
    if (!anchor.empty()) numbers_.try_emplace(anchor, numbers_.size() + 1);
  }
  std::map<std::string, std::size_t> numbers_;
};

/// What a paragraph is, but its words.
struct WordParagraph {
  std::string style;    ///< id
  std::string looks;    ///< elements of pPr that come behind pStyle, in the order of CT_PPr
  std::string letters;  ///< elements of every run's rPr that come behind the face
  std::string anchor;
  bool lines_are_paragraphs = true;  ///< a forced line end begins a paragraph; else it is a break in it
};

/// <w:p>…</w:p>, several where a line end is forced. `first_looks` stands in the first one only, behind `looks`.
std::string word_paragraphs(const WordParagraph& what, const std::vector<Run>& runs, const WordAnchors& anchors, const std::string& first_looks = "");

std::vector<Run> plain_run(const std::string& text);

}  // namespace lvce
