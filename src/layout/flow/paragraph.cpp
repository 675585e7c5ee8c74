#include "layout/flow/paragraph.h"

#include <algorithm>
#include <iterator>

#include "layout/style.h"
#include "layout/text/even_lines.h"
#include "layout/text/set_line.h"

namespace lvce {

namespace {

/// Slices [from, to) off the lines.
std::vector<Strip> slice(std::vector<Strip>& lines, std::size_t from, std::size_t to) {
  const auto at = [&](std::size_t i) { return std::make_move_iterator(lines.begin() + static_cast<std::ptrdiff_t>(i)); };
  return std::vector<Strip>(at(from), at(to));
}

std::vector<LineRange> lines_of(const GlyphText& text, const Style& style, double width, Typesetter& setter) {
  if (style.balanced) return balance_lines(text, width, setter.words);
  if (style.align == Align::justify) return even_lines(text, {width - style.first_indent, width});
  return break_lines(text, {width - style.first_indent, width});
}

}  // namespace

std::vector<Strip> paragraph_lines(const Paragraph& paragraph, double width, Typesetter& setter) {
  const Style& style = style_of(paragraph.style);
  const GlyphText text = make_glyphs(paragraph.runs, style.face, style.size, style.tracking, setter);
  const double room = width - style.right_indent;
  std::vector<Strip> strips;
  bool begins = true;  // a forced line end begins a line that is indented again
  for (const LineRange& line : lines_of(text, style, room, setter)) {
    const double indent = begins ? style.first_indent : 0;
    Strip strip;
    strip.height = style.pitch;
    strip.spare = style.pitch == kLinePitch ? kLinePitch - kClosestPitch : 0;
    set_line(text, line, {indent, room - indent, 0, style.pitch, style.align}, strip);
    strips.push_back(std::move(strip));
    begins = false;
  }
  strips.front().before = style.before;
  strips.back().after = style.after;
  if (!paragraph.anchor.empty()) strips.front().anchors.emplace_back(paragraph.anchor, 0.0);
  return strips;
}

void add_lines(std::vector<Strip> lines, bool keep_all, std::size_t tail, Flow& flow) {
  const std::size_t count = lines.size();
  if (keep_all || count <= 3 || tail > count - 2) return flow.add(std::move(lines), keep_all || tail > 0);
  const std::size_t last = std::max<std::size_t>(tail, 2);  // lines that stay together
  flow.add(slice(lines, 0, 2));
  for (std::size_t i = 2; i + last < count; ++i) flow.add(std::move(lines[i]));
  flow.add(slice(lines, count - last, count), tail > 0);
}

void add_paragraph(const Paragraph& paragraph, std::size_t tail, Flow& flow, Typesetter& setter) {
  const bool keep = paragraph.keep_with_next || style_of(paragraph.style).keep_with_next;
  add_lines(paragraph_lines(paragraph, flow.width(), setter), keep, tail, flow);
}

}  // namespace lvce
