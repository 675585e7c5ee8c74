#include "layout/chart/canvas.h"

#include <algorithm>
#include <array>

#include "layout/text/set_line.h"

namespace lvce {

namespace {
constexpr double kOutline = 0.6;
constexpr double kHatch = 0.4;
constexpr double kHatchStep = 3;
constexpr double kLabelPitchRatio = 1.2;
}  // namespace

Pattern pattern_of(std::size_t series) {
  constexpr std::array all = {Pattern::dark, Pattern::slanted, Pattern::light, Pattern::ruled, Pattern::crossed, Pattern::upright, Pattern::white};
  return all[series % all.size()];
}

void Canvas::text(const std::string& words, double x, double middle, double size, Align align, Face face) {
  const GlyphText text = make_glyphs(words, face, size, setter_);
  const double width = width_of(text);
  const double left = align == Align::left ? x : align == Align::right ? x - width : x - width / 2;
  set_line(text, {0, text.glyphs.size(), true}, {left, width, middle, 0, Align::left}, strip_);
}

double Canvas::text_width(const std::string& words, double size, Face face) { return width_of(make_glyphs(words, face, size, setter_)); }

void Canvas::text_in(const std::string& words, const Area& area, double size, std::size_t most_lines, Align align) {
  const GlyphText text = make_glyphs(words, Face::body, size, setter_);
  std::vector<LineRange> lines = break_lines(text, {area.width(), area.width()});
  lines.resize(std::min(lines.size(), most_lines));
  const double pitch = size * kLabelPitchRatio;
  double top = (area.top + area.bottom) / 2 - static_cast<double>(lines.size()) * pitch / 2;
  for (const LineRange& line : lines) {
    set_line(text, line, {area.left, area.width(), top, pitch, align}, strip_);
    top += pitch;
  }
}

void Canvas::upright_text(const std::string& words, double x, double middle, double size) {
  const GlyphText text = make_glyphs(words, Face::body, size, setter_);
  double top = middle - static_cast<double>(text.glyphs.size()) * size / 2;
  for (std::size_t i = 0; i < text.glyphs.size(); ++i) {
    set_line(text, {i, i + 1, true}, {x - size / 2, size, top, size, Align::centre}, strip_);
    top += size;
  }
}

void Canvas::line(double x1, double y1, double x2, double y2, double width, double grey, bool dashed) {
  strip_.lines.push_back({x1, y1, x2, y2, width, grey, dashed});
}

void Canvas::fill(const Area& area, double grey) { strip_.rects.push_back({area.left, area.bottom, area.width(), area.height(), grey, 0, 0}); }

void Canvas::bar(const Area& area, Pattern pattern) {
  const double grey = pattern == Pattern::dark ? 0.35 : pattern == Pattern::light ? 0.82 : 1;
  strip_.rects.push_back({area.left, area.bottom, area.width(), area.height(), grey, kOutline, 0});
  if (pattern == Pattern::slanted || pattern == Pattern::crossed) slanted(area, kHatchStep * (pattern == Pattern::crossed ? 1.4 : 1), true);
  if (pattern == Pattern::crossed) slanted(area, kHatchStep * 1.4, false);
  if (pattern == Pattern::ruled) {
    for (double y = area.bottom - kHatchStep; y > area.top; y -= kHatchStep) line(area.left, y, area.right, y, kHatch);
  }
  if (pattern == Pattern::upright) {
    for (double x = area.left + kHatchStep; x < area.right; x += kHatchStep) line(x, area.top, x, area.bottom, kHatch);
  }
}

/// Parallels at 45°, cut at the area's edges.
void Canvas::slanted(const Area& area, double step, bool rising) {
  const double diagonal_step = step * 1.41421356;
  const double reach = area.width() + area.height();
  for (double offset = diagonal_step; offset < reach; offset += diagonal_step) {
    // The line enters at `offset` along bottom and one side, and leaves at the same distance along the other two.
    const double x_low = std::max(0.0, offset - area.height());
    const double x_high = std::min(offset, area.width());
    const double up_low = offset - x_low;  // height above the bottom at x_low
    const double up_high = offset - x_high;
    const double x1 = rising ? area.right - x_low : area.left + x_low;
    const double x2 = rising ? area.right - x_high : area.left + x_high;
    line(x1, area.bottom - up_low, x2, area.bottom - up_high, kHatch);
  }
}

}  // namespace lvce
