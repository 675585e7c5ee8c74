#include "layout/text/even_lines.h"

#include <algorithm>
#include <limits>

namespace lvce {

namespace {

constexpr double kLonely = 1;      ///< cost of a last line of one or two characters
constexpr double kRatherNot = 1;   ///< … of a break that is better avoided
constexpr double kTooLoose = 20;   ///< … of each part of a line's room that its gaps cannot take
constexpr double kSqueezed = 2;    ///< … of a line that is squeezed as far as it can be
constexpr double kEachLine = 0.1;  ///< no line more than needed
constexpr double kImpossible = std::numeric_limits<double>::infinity();
constexpr double kMostSqueezedEm = 2;

/// The cheapest way to come to a break.
struct Way {
  double cost = kImpossible;
  std::size_t from = 0;  ///< where the line that ends here begins
};

/// Chooses the breaks of a text without forced line ends.
class BreakChooser {
 public:
  BreakChooser(const GlyphText& text, LineWidths widths) : text_(text), widths_(widths), end_(text.glyphs.size()), ways_(end_ + 1) { ways_.front().cost = 0; }

  /// Nothing where a word is wider than a line.
  std::vector<LineRange> run() {
    for (std::size_t at = 0; at < end_; ++at) {
      if (ways_[at].cost < kImpossible) extend(at);
    }
    std::vector<LineRange> lines;
    if (ways_[end_].cost == kImpossible) return lines;
    for (std::size_t at = end_; at > 0; at = ways_[at].from) lines.push_back({ways_[at].from, at, at == end_});
    std::reverse(lines.begin(), lines.end());
    return lines;
  }

 private:
  const Glyph& glyph(std::size_t at) const { return text_.glyphs[at]; }

  /// Every line that begins at `from`.
  void extend(std::size_t from) {
    const double width = from == 0 ? widths_.first : widths_.other;
    std::size_t begin = from;
    while (from > 0 && begin < end_ && glyph(begin).kind == LineKind::space) ++begin;
    double filled = 0;
    for (std::size_t at = begin; at < end_; ++at) {
      filled += glyph(at).room;
      if (filled > width + kMostSqueezedEm * text_.size && glyph(at).kind != LineKind::space) return;
      if (at + 1 < end_ && glyph(at).brk == Break::no) continue;
      const double cost = ways_[from].cost + cost_of({begin, at + 1, at + 1 == end_}, width);
      if (cost < ways_[at + 1].cost) ways_[at + 1] = {cost, from};
    }
  }

  double cost_of(LineRange line, double width) const {
    const LineRange seen = trimmed(text_, line);
    double slack = width;
    for (std::size_t i = seen.begin; i < seen.end; ++i) slack -= glyph(i).room;
    double cost = kEachLine;
    if (slack < 0) {
      const double room = squeeze_room(text_, seen.begin, seen.end).total();
      if (-slack > room) return kImpossible;
      cost += kSqueezed * (slack / room) * (slack / room);
    } else if (!line.last) {
      const double share = slack / std::max(1.0, room_of_gaps(text_, seen));
      cost += share * share + (share > 1 ? kTooLoose * (share - 1) : 0);
    }
    if (line.last) return cost + (seen.end - seen.begin < 3 ? kLonely : 0);
    return cost + (glyph(line.end - 1).brk == Break::rather_not ? kRatherNot : 0);
  }

  const GlyphText& text_;
  LineWidths widths_;
  std::size_t end_;
  std::vector<Way> ways_;
};

}  // namespace

std::vector<LineRange> even_lines(const GlyphText& text, LineWidths widths) {
  std::vector<LineRange> lines = break_lines(text, widths);
  const bool one_paragraph = std::none_of(text.glyphs.begin(), text.glyphs.end(), [](const Glyph& glyph) { return glyph.kind == LineKind::newline; });
  const auto loose = [&](const LineRange& line) { return !line.last && is_too_loose(text, line, &line == &lines.front() ? widths.first : widths.other); };
  if (!one_paragraph || text.glyphs.empty() || std::none_of(lines.begin(), lines.end(), loose)) return lines;
  std::vector<LineRange> chosen = BreakChooser(text, widths).run();
  return chosen.empty() ? lines : chosen;
}

}  // namespace lvce
