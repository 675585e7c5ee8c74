#include "layout/text/set_line.h"

#include <algorithm>
#include <cmath>

#include "support/text.h"

namespace lvce {

namespace {

/// Han glyphs sit in their square with the baseline 0.12 em above its foot.
constexpr double kBaselineBelowMiddle = 0.38;
constexpr double kMaxSpaceStretch = 0.25;   ///< em a space between words …
constexpr double kMaxMarkStretch = 0.2;     ///< … and the blank half of a mark
constexpr std::size_t kMaxCharacters = 60;  ///< of a box
constexpr double kMarkedGrey = 0.85;

/// Distributes a line's slack and emits its boxes.
class LineSetter {
 public:
  LineSetter(const GlyphText& text, LineRange line, const LinePlace& place, Strip& strip)
      : text_(text), line_(trimmed(text, line)), place_(place), strip_(strip), after_(line_.end - line_.begin, text.tracking), shift_(after_.size(), 0) {}

  void run() {
    if (line_.end == line_.begin) return;
    double natural = 0;  // whole character cells: the last one's tracking counts
    for (std::size_t i = line_.begin; i < line_.end; ++i) natural += glyph(i).advance;
    const double slack = place_.width - natural;
    double x = place_.x;
    if (slack < -0.001) {
      squeeze(-slack);
    } else if (place_.align == Align::justify && !line_.last) {
      stretch(slack);
    } else if (place_.align == Align::centre) {
      x += slack / 2;
    } else if (place_.align == Align::right || place_.align == Align::decimal) {
      x += slack;
    }
    emit(x);
  }

 private:
  const Glyph& glyph(std::size_t i) const { return text_.glyphs[i]; }
  double& after(std::size_t i) { return after_[i - line_.begin]; }
  double baseline() const { return place_.top + place_.pitch / 2 + kBaselineBelowMiddle * text_.size; }

  /// Where white stands already: a space, behind ，and 》, before （.
  bool has_blank(std::size_t gap) const {
    const auto mark = [&](std::size_t i, LineKind kind) { return glyph(i).kind == kind && is_squeezable(glyph(i), text_.size); };
    if (glyph(gap + 1).kind == LineKind::close) return false;  // ），
    return glyph(gap).kind == LineKind::space || mark(gap, LineKind::close) || mark(gap + 1, LineKind::open);
  }

  double widest_blank(std::size_t gap) const { return (glyph(gap).kind == LineKind::space ? kMaxSpaceStretch : kMaxMarkStretch) * text_.size; }

  void stretch(double room) {
    std::vector<std::size_t> gaps;
    std::size_t blanks = 0;
    for (std::size_t i = line_.begin; i + 1 < line_.end; ++i) {
      if (inside_word(text_, i)) continue;
      gaps.push_back(i);
      if (has_blank(i)) ++blanks;
    }
    if (gaps.empty()) return;
    const double each = std::min(room / static_cast<double>(gaps.size()), kWidestGap * text_.size - text_.tracking);
    const double left = room - each * static_cast<double>(gaps.size());
    // Beyond that only blanks widen: a line without them stays a little short rather than torn apart.
    const double each_blank = blanks == 0 ? 0 : left / static_cast<double>(blanks);
    for (const std::size_t i : gaps) after(i) += each + (has_blank(i) ? std::min(each_blank, widest_blank(i)) : 0);
  }

  void squeeze(double excess) {
    const SqueezeRoom room = squeeze_room(text_, line_.begin, line_.end);
    excess -= std::min(excess, room.hang);
    const double from_marks = std::min(excess, room.punctuation);
    if (from_marks > 0) {
      for (std::size_t i = line_.begin; i + 1 < line_.end; ++i) {
        if (!is_squeezable(glyph(i), text_.size)) continue;
        const double share = from_marks * (0.15 * text_.size) / room.punctuation;
        after(i) -= share;
        if (glyph(i).kind == LineKind::open) shift_[i - line_.begin] = -share;
      }
    }
    excess -= from_marks;
    const double each = excess / std::max(1.0, static_cast<double>(after_.size() - 1));
    for (std::size_t i = line_.begin; i + 1 < line_.end; ++i) after(i) -= each;
  }

  /// One box as long as font, spacing and run stay the same.
  void emit(double x) {
    std::size_t i = line_.begin;
    while (i < line_.end) {
      const std::size_t end = end_of_box(i);
      TextBox box;
      box.x = x + shift_[i - line_.begin];
      box.y = baseline();
      box.size = text_.size;
      box.font = glyph(i).font;
      box.char_space = end - i > 1 ? after(i) : 0;
      const double left = box.x;
      for (std::size_t k = i; k < end; ++k) {
        append_utf8(box.text, glyph(k).c);
        x += glyph(k).advance - text_.tracking + after(k);
      }
      strip_.texts.push_back(std::move(box));
      look(glyph(i).run, left, x - (end == line_.end ? text_.tracking : 0));
      i = end;
    }
  }

  std::size_t end_of_box(std::size_t i) {
    std::size_t end = i + 1;
    if (shift_[i - line_.begin] != 0) return end;  // what follows is not shifted
    while (end < line_.end && end - i < kMaxCharacters && glyph(end).font == glyph(i).font && glyph(end).run == glyph(i).run &&
           std::abs(after(end - 1) - after(i)) < 1e-9 && shift_[end - line_.begin] == 0) {
      ++end;
    }
    return end;
  }

  /// Link and grey ground of a box, joined to the one before when that is of the same run on this line.
  void look(std::size_t run, double left, double right) {
    const RunLook& looks = text_.looks[run];
    const double lower = baseline() + 0.2 * text_.size;
    const double height = 1.2 * text_.size;
    if (looks.marked) strip_.rects.push_back({left, lower, right - left, height, kMarkedGrey, 0, 0});
    if (looks.link.empty()) return;
    if (run == linked_run_ && !strip_.links.empty()) {
      strip_.links.back().width = right - strip_.links.back().x;
    } else {
      strip_.links.push_back({left, lower, right - left, height, looks.link});
      linked_run_ = run;
    }
  }

  const GlyphText& text_;
  LineRange line_;
  const LinePlace& place_;
  Strip& strip_;
  std::vector<double> after_;  ///< pt after each glyph
  std::vector<double> shift_;  ///< of the glyph itself, for opening marks whose blank is on the left
  std::size_t linked_run_ = ~std::size_t{0};
};

}  // namespace

void set_line(const GlyphText& text, LineRange line, const LinePlace& place, Strip& strip) { LineSetter(text, line, place, strip).run(); }

}  // namespace lvce
