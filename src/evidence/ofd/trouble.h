// What went wrong while an OFD was drawn, and what it may still cost.
#pragma once

#include <cstdint>
#include <set>
#include <string>

namespace lvce::ofd {

/// Shared by everything that draws one file, nested ones too.
struct Trouble {
  std::size_t page = 0;                    ///< from 1, that is being drawn
  std::set<std::size_t> lost_pages;        ///< not there at all: a stand-in is bound
  std::set<std::size_t> broken_pages;      ///< drawn in part
  std::set<std::size_t> picture_pages;     ///< pictures missing or unreadable
  std::set<std::size_t> font_pages;        ///< embedded fonts that cannot be used: ours stand in
  std::set<std::size_t> character_pages;   ///< characters that no face has
  std::set<std::size_t> annotation_pages;  ///< annotations are spoken of that are not there
  bool lost_annotations = false;           ///< the same of a whole document: which pages had any is not known
  int lost_documents = 0;
  std::int64_t objects_left = 2'000'000;
  std::int64_t glyphs_left = 5'000'000;
  double dashes_left = 500'000;  ///< readers and printers draw each of them

  /// False when the budget is used up: nothing more is drawn.
  bool may_draw() {
    if (objects_left > 0 && glyphs_left > 0) {
      --objects_left;
      return true;
    }
    broken_pages.insert(page);
    return false;
  }
};

}  // namespace lvce::ofd
