// Counting pages: which number the next piece of a volume gets, and where blanks go.
#pragma once

namespace lvce {

/// Counts the pages of a volume from its cover = 1. Pieces that begin a sheet (dividers, parts) start on odd pages when both sides are printed.
class Sequence {
 public:
  explicit Sequence(bool duplex, int first = 1) : duplex_(duplex), next_(first) {}

  int next() const { return next_; }
  /// True when a blank page must be taken before a piece that begins a sheet.
  bool needs_blank() const { return duplex_ && next_ % 2 == 0; }
  void take(int pages) { next_ += pages; }

 private:
  bool duplex_;
  int next_;
};

}  // namespace lvce
