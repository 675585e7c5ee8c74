#include "layout/style.h"

#include <map>

namespace lvce {

namespace {

constexpr double kTwoCharacters = 2 * kCharacterPitch;

Style body(Face face, double indent) {
  Style style;
  style.face = face;
  style.first_indent = indent;
  style.tracking = kTracking;
  return style;
}

Style heading(Face face) {
  Style style = body(face, kTwoCharacters);
  style.keep_with_next = true;
  return style;
}

Style centred(Face face, double size, double pitch) {
  Style style;
  style.face = face;
  style.size = size;
  style.pitch = pitch;
  style.align = Align::centre;
  style.balanced = true;
  return style;
}

Style with_space(Style style, double before, double after) {
  style.before = before;
  style.after = after;
  return style;
}

Style keeping(Style style) {
  style.keep_with_next = true;
  return style;
}

Style flush(double size, double pitch) {
  Style style;
  style.size = size;
  style.pitch = pitch;
  return style;
}

Style signature_line() {
  Style style = body(Face::body, 0);
  style.align = Align::right;
  style.right_indent = 4 * kCharacterPitch;
  return style;
}

std::map<ParagraphStyle, Style> all_styles() {
  using enum ParagraphStyle;
  Style annex = flush(kBodySize, kLinePitch);
  annex.face = Face::hei;
  return {
      {title, keeping(with_space(centred(Face::title, 22, kLinePitch), 0, kLinePitch))},
      {subtitle, keeping(with_space(centred(Face::kai, kBodySize, kLinePitch), 0, kLinePitch))},
      {heading1, heading(Face::hei)},
      {heading2, heading(Face::kai)},
      {heading3, heading(Face::body)},
      {ParagraphStyle::body, lvce::body(Face::body, kTwoCharacters)},
      {body_flush, lvce::body(Face::body, 0)},
      {caption, with_space(centred(Face::body, 12, 18), 3, 9)},
      {table_title, keeping(with_space(centred(Face::title, 18, kLinePitch), 0, 6))},
      {note, with_space(flush(10.5, 15), 3, 3)},
      {small, flush(10.5, 16)},
      {cover_title, with_space(centred(Face::title, 36, 54), 0, kLinePitch)},
      {cover_line, centred(Face::body, kBodySize, kLinePitch * 1.25)},
      {annex_label, keeping(annex)},
      {right_line, signature_line()},
  };
}

}  // namespace

const Style& style_of(ParagraphStyle style) {
  static const std::map<ParagraphStyle, Style> styles = all_styles();
  static const Style plain;
  const auto found = styles.find(style);
  return found == styles.end() ? plain : found->second;
}

}  // namespace lvce
