#include "layout/text/lines.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace lvce {

namespace {

constexpr double kWidthTolerance = 0.01;    ///< pt
constexpr double kHangShare = 0.5;          ///< em of a closing mark at the end of a line
constexpr double kPunctuationShare = 0.15;  ///< em of each inner mark
constexpr double kGapShare = 0.03;          ///< em of each gap
constexpr std::size_t kMarksPushedIn = 3;
constexpr double kMostSqueezed = 2;         ///< em of a line
constexpr std::size_t kLongestTitle = 300;  ///< characters; longer text is merely filled
constexpr std::u32string_view kBlankRight = U"，。、；：！？）》”’】〉」』〕";
constexpr std::u32string_view kBlankLeft = U"（《“‘【〈「『〔";

/// Ends of the longest lines that fit: at a proper break, and at one that is better avoided.
struct Fitting {
  std::size_t well = 0;
  std::size_t if_need_be = 0;
};

/// Fills lines one after the other.
class LineBreaker {
 public:
  LineBreaker(const GlyphText& text, LineWidths widths) : glyphs_(text.glyphs), text_(text), widths_(widths) {}

  std::vector<LineRange> run() {
    std::size_t begin = 0;
    do {
      const LineRange line = next_line(begin, lines_.empty() ? widths_.first : widths_.other);
      lines_.push_back(line);
      begin = line.end;
      if (!ended_by_force(line)) begin = skip_spaces(begin);
    } while (begin < glyphs_.size());
    return std::move(lines_);
  }

 private:
  bool ended_by_force(const LineRange& line) const { return line.end > line.begin && glyphs_[line.end - 1].kind == LineKind::newline; }

  std::size_t skip_spaces(std::size_t at) const {
    while (at < glyphs_.size() && glyphs_[at].kind == LineKind::space) ++at;
    return at;
  }

  LineRange next_line(std::size_t begin, double width) const {
    double filled = 0;
    Fitting fitting{begin, begin};
    for (std::size_t i = begin; i < glyphs_.size(); ++i) {
      const Glyph& glyph = glyphs_[i];
      if (glyph.kind == LineKind::newline) return {begin, i + 1, true};
      filled += glyph.room;
      if (filled > width + kWidthTolerance && glyph.kind != LineKind::space) return full_line(begin, i, fitting, filled, width);
      if (glyph.brk == Break::may) fitting.well = i + 1;
      if (glyph.brk == Break::rather_not) fitting.if_need_be = i + 1;
    }
    return {begin, glyphs_.size(), true};
  }

  /// Glyph `over` is the first beyond the edge.
  LineRange full_line(std::size_t begin, std::size_t over, const Fitting& fitting, double filled, double width) const {
    const double overfull = filled;  // with glyph `over`
    const std::size_t pushed_in = end_of_marks(over, filled);
    if (pushed_in > 0 && filled - width <= squeeze_room(text_, begin, pushed_in).total()) {
      if (pushed_in < glyphs_.size() && glyphs_[pushed_in].kind == LineKind::newline) return {begin, pushed_in + 1, true};
      return {begin, pushed_in, pushed_in == glyphs_.size()};
    }
    if (fitting.well > begin && !too_loose(begin, fitting.well, width)) return {begin, fitting.well, false};
    const bool need_be = fitting.if_need_be > fitting.well;
    if (need_be && !too_loose(begin, fitting.if_need_be, width)) return {begin, fitting.if_need_be, false};
    if (const std::size_t end = squeezed_end(begin, over, overfull, width); end > 0) return {begin, end, end == glyphs_.size()};
    if (need_be) return {begin, fitting.if_need_be, false};
    if (fitting.well > begin) return {begin, fitting.well, false};
    return {begin, forced_end(begin, over), false};
  }

  /// The next end beyond the edge that a little squeezing reaches, from glyph `over` on, with which the line is `filled`; 0: there is none.
  std::size_t squeezed_end(std::size_t begin, std::size_t over, double filled, double width) const {
    for (std::size_t i = over; i < glyphs_.size() && glyphs_[i].kind != LineKind::newline; ++i) {
      if (i > over) filled += glyphs_[i].room;
      const double excess = filled - width;
      if (excess > kMostSqueezed * text_.size) return 0;
      if (glyphs_[i].brk != Break::no && excess <= squeeze_room(text_, begin, i + 1).total()) return i + 1;
    }
    return 0;
  }

  bool too_loose(std::size_t begin, std::size_t end, double width) const { return is_too_loose(text_, {begin, end}, width); }

  /// End of the run of closing marks that begins at `at`, when the line may end there; 0 otherwise. Adds their width to `filled`.
  std::size_t end_of_marks(std::size_t at, double& filled) const {
    std::size_t end = at;
    while (end < glyphs_.size() && glyphs_[end].kind == LineKind::close && end - at < kMarksPushedIn) {
      if (end > at) filled += glyphs_[end].room;
      ++end;
    }
    if (end == at) return 0;
    const bool line_may_end = end == glyphs_.size() || glyphs_[end - 1].brk != Break::no || glyphs_[end].kind == LineKind::newline;
    return line_may_end ? end : 0;
  }

  /// Nothing allows a break: after the last character that fits, 避头尾 kept where that is possible.
  std::size_t forced_end(std::size_t begin, std::size_t over) const {
    for (std::size_t end = over; end > begin; --end) {
      const LineKind next = glyphs_[end].kind;
      if (next != LineKind::close && next != LineKind::glue && glyphs_[end - 1].kind != LineKind::open) return end;
    }
    return std::max(over, begin + 1);
  }

  const std::vector<Glyph>& glyphs_;
  const GlyphText& text_;
  LineWidths widths_;
  std::vector<LineRange> lines_;
};

GlyphText with_breaks_between_words(const GlyphText& text, WordBoundaries& words) {
  std::u32string plain;
  for (const Glyph& glyph : text.glyphs) plain.push_back(glyph.c);
  const std::vector<bool> ends = words.find(plain);
  GlyphText strict = text;
  for (std::size_t i = 0; i < strict.glyphs.size(); ++i) {
    if (!ends[i] && strict.glyphs[i].brk == Break::may) strict.glyphs[i].brk = Break::no;
  }
  return strict;
}

/// The lines in the narrowest measure that needs no more of them than `lines`.
std::vector<LineRange> narrowest(const GlyphText& text, double width, std::vector<LineRange> lines) {
  double low = 0;
  double high = width;
  while (high - low > text.size / 8) {
    const double middle = (low + high) / 2;
    std::vector<LineRange> tried = break_lines(text, {middle, middle});
    if (tried.size() > lines.size()) {
      low = middle;
    } else {
      high = middle;
      lines = std::move(tried);
    }
  }
  return lines;
}

}  // namespace

bool is_squeezable(const Glyph& glyph, double size) { return glyph.advance > 0.9 * size && (is_in(kBlankRight, glyph.c) || is_in(kBlankLeft, glyph.c)); }

SqueezeRoom squeeze_room(const GlyphText& text, std::size_t begin, std::size_t end) {
  SqueezeRoom room;
  if (end <= begin) return room;
  for (std::size_t i = begin; i + 1 < end; ++i) {
    if (is_squeezable(text.glyphs[i], text.size)) room.punctuation += kPunctuationShare * text.size;
  }
  const Glyph& last = text.glyphs[end - 1];
  if (is_squeezable(last, text.size) && is_in(kBlankRight, last.c)) room.hang = kHangShare * text.size;
  room.gaps = kGapShare * text.size * static_cast<double>(end - begin - 1);
  return room;
}

LineRange trimmed(const GlyphText& text, LineRange line) {
  const auto blank = [&](std::size_t i) { return text.glyphs[i].kind == LineKind::space || text.glyphs[i].kind == LineKind::newline; };
  while (line.end > line.begin && blank(line.end - 1)) --line.end;
  return line;
}

bool inside_word(const GlyphText& text, std::size_t at) {
  const auto tight = [&](const Glyph& glyph) { return glyph.kind == LineKind::word || (glyph.kind != LineKind::space && glyph.c < 0x80); };
  return tight(text.glyphs[at]) && tight(text.glyphs[at + 1]);
}

double room_of_gaps(const GlyphText& text, LineRange line) {
  std::size_t gaps = 0;
  for (std::size_t i = line.begin; i + 1 < line.end; ++i) gaps += inside_word(text, i) ? 0 : 1;
  return (kWidestGap * text.size - text.tracking) * static_cast<double>(gaps);
}

bool is_too_loose(const GlyphText& text, LineRange line, double width) {
  double slack = width;
  for (std::size_t i = line.begin; i < line.end; ++i) slack -= text.glyphs[i].room;
  return slack > room_of_gaps(text, line);
}

std::vector<LineRange> break_lines(const GlyphText& text, LineWidths widths) { return LineBreaker(text, widths).run(); }

std::vector<LineRange> balance_lines(const GlyphText& text, double width, WordBoundaries& words) {
  std::vector<LineRange> lines = break_lines(text, {width, width});
  if (lines.size() < 2 || text.glyphs.size() > kLongestTitle) return lines;
  const GlyphText by_words = with_breaks_between_words(text, words);
  std::vector<LineRange> whole_words = break_lines(by_words, {width, width});
  const bool words_kept = whole_words.size() == lines.size();
  return narrowest(words_kept ? by_words : text, width, words_kept ? std::move(whole_words) : std::move(lines));
}

}  // namespace lvce
