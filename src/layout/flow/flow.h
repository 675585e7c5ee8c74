// Puts strips on pages: gaps, keeps, page and section breaks.
#pragma once

#include <string>
#include <vector>

#include "layout/strip.h"
#include "layout/type_area.h"

namespace lvce {

/// Fills pages from top to bottom. Strips that must stay with what follows are held back until that is placed.
class Flow {
 public:
  Flow(LaidOut& out, const LayoutOptions& options) : out_(out), options_(options) {}

  void begin_section(const Section& section);
  void end_section();

  /// Places the strips without a page break between them; with `keep_with_next` not without what comes next either.
  void add(std::vector<Strip> group, bool keep_with_next = false);
  void add(Strip strip, bool keep_with_next = false);
  /// From here on as much as fits a page is held back: the lines that stay with a signature.
  void hold_a_page() { most_held_ = 1; }
  /// At least this much blank, on top of nothing else; dropped where a page ends.
  void space(double points);
  void page_break(bool to_odd);
  /// Ends the page; what is held moves along.
  void break_page();

  double width() const { return area_.width; }
  double full_height() const { return area_.height; }
  /// Height left on this page, below what is held, for a next strip that wants `before` pt above it.
  double room(double before = 0) const;
  /// Nothing stands on the page yet; held strips do not count.
  bool at_top() const { return !page_open_ || cursor_ == 0; }
  /// Places what is held without waiting for what follows.
  void release() {
    if (!held_.empty()) place_one_by_one();
  }
  bool holds() const { return !held_.empty(); }
  const Section& section() const { return *section_; }

 private:
  void open_page();
  void close_page();
  void place(const Strip& strip);
  void place_one_by_one();
  double gap_above(const Strip& strip) const;
  double held_height(bool without_first_gap) const;
  void spare_blanks();
  /// GB/T 9704: where the signature would miss the page by little, the lines of the page stand closer.
  void close_lines(double lacking);
  void move_placed(std::size_t strip, double up);
  void centre_pages();

  struct Held {
    Strip strip;
    double gap = 0;
    double spare = 0;  ///< of the gap: blank that may be given up
  };

  /// A strip on the open page: its first boxes, and what its line may give up.
  struct Placed {
    std::size_t rects = 0, lines = 0, texts = 0, images = 0, links = 0, anchors = 0;
    double spare = 0;
  };

  LaidOut& out_;
  LayoutOptions options_;
  const Section* section_ = nullptr;
  TypeArea area_;
  bool page_open_ = false;
  bool forced_ = false;  ///< the page was begun on purpose: blank at its top counts
  bool to_odd_ = false;
  double cursor_ = 0;       ///< height filled
  double after_ = 0;        ///< space that the last strip wants below
  double space_ = 0;        ///< explicit blank
  double most_held_ = 0.5;  ///< of a page
  std::vector<Held> held_;
  std::vector<Placed> placed_;         ///< on the open page
  std::size_t first_page_ = 0;         ///< of the section
  std::vector<double> filled_;         ///< height filled on each page of the section
  std::vector<AnchorPlace*> anchors_;  ///< of the section's portrait pages
};

}  // namespace lvce
