#include "bind/plan/stamps.h"

#include <algorithm>
#include <utility>

#include "bind/plan/evidence_pieces.h"
#include "bind/sheet/frame.h"
#include "layout/layout.h"
#include "support/text.h"
#include "support/unseen.h"

namespace lvce {
namespace {

constexpr double kNumberSize = 14;            // 4号
constexpr double kStripSize = 9;              // 小五号
constexpr double kDashGap = kNumberSize / 2;  // a half-width space; readers of PDF take less for letter spacing and lose the space
constexpr double kBindingMm = 28, kCutMm = 26;
constexpr double kNumberTopMm = 35 - 7;  // upper edge of the dashes over the sheet's foot: 7 mm below the type area
constexpr double kDashOfEm = 0.36;       // the dash over the baseline, in the face of numbers
constexpr double kFootBaselineMm = 6.5;
constexpr double kStripBaselineFromTopMm = 8.5, kRuleFromTopMm = 10.2;

void whiten(Mark& mark, double x, double y, double width, double size) {
  RectBox ground;
  ground.x = x - 2;
  ground.y = y - size * 0.25;
  ground.width = width + 4;
  ground.height = size * 1.3;
  ground.fill_grey = 1;
  mark.grounds.push_back(ground);
}

/// One piece of text at x, y; white behind it where it may lie over something.
void put(Mark& mark, const std::string& text, double size, double x, double y, bool ground, const Faces& faces) {
  if (ground) whiten(mark, x, y, measure_line(text, Face::song, size, faces), size);
  for (TextBox& box : lay_out_line(text, Face::song, size, x, y, faces)) mark.texts.push_back(std::move(box));
}

RectBox rule(double x, double y, double width) {
  RectBox box;
  box.x = x;
  box.y = y;
  box.width = width;
  box.height = 0.4;
  box.fill_grey = 0.5;
  return box;
}

}  // namespace

Mark number_mark(const PageLabel& number, const StampedSheet& sheet, bool at_foot, const Faces& faces) {
  const std::string digits = number.text();
  const double dash = measure_line("—", Face::song, kNumberSize, faces), inner = measure_line(digits, Face::song, kNumberSize, faces);
  const double width = 2 * dash + 2 * kDashGap + inner;
  const double left = (sheet.binding_right ? kCutMm : kBindingMm) * kPointsPerMm + kNumberSize;
  const double right = sheet.width - (sheet.binding_right ? kBindingMm : kCutMm) * kPointsPerMm - kNumberSize;
  const double x = number.is_front() ? right - width : left;
  const double y = at_foot ? kFootBaselineMm * kPointsPerMm : kNumberTopMm * kPointsPerMm - kNumberSize * kDashOfEm;
  Mark mark;
  if (sheet.over_content) whiten(mark, x, y, width, kNumberSize);
  put(mark, "— ", kNumberSize, x, y, false, faces);
  put(mark, digits + " ", kNumberSize, x + dash + kDashGap, y, false, faces);
  put(mark, "—", kNumberSize, x + width - dash, y, false, faces);
  mark.number = number;
  return mark;
}

Mark strip_mark(const std::string& label, const std::string& running, const StampedSheet& sheet, const Faces& faces) {
  const double left = (sheet.binding_right ? kFrameOuterMm : kFrameBindingMm) * kPointsPerMm;
  const double right = sheet.width - (sheet.binding_right ? kFrameBindingMm : kFrameOuterMm) * kPointsPerMm;
  const double y = sheet.height - kStripBaselineFromTopMm * kPointsPerMm;
  const double running_width = measure_line(running, Face::song, kStripSize, faces);
  const std::string fitting = shorten_to(visible(label), Face::song, kStripSize, right - left - running_width - 2 * kStripSize, faces);
  Mark mark;
  put(mark, fitting, kStripSize, left, y, sheet.over_content, faces);
  put(mark, running, kStripSize, right - running_width, y, sheet.over_content, faces);
  if (!sheet.over_content) mark.grounds.push_back(rule(left, sheet.height - kRuleFromTopMm * kPointsPerMm, right - left));
  return mark;
}

std::string strip_label(const Piece& piece, const EvidenceFolder& evidence) {
  if (piece.files.empty()) return piece.label;
  std::string label = piece.label;
  const EvidenceFile& first = evidence.files.at(piece.files.front());
  if (label.empty()) label = piece.indicator + "　" + (is_in_pieces(first) && !first.caption.empty() ? first.caption : title_of(first));
  if (piece.files.size() > 1) label += " 等" + std::to_string(piece.files.size()) + "张图片";
  return label;
}

Mark blank_mark(const Faces& faces) {
  const std::string text = "此页空白";
  Mark mark;
  put(mark, text, 10.5, (kA4WidthPt - measure_line(text, Face::song, 10.5, faces)) / 2, kA4HeightPt / 2, false, faces);
  for (TextBox& box : mark.texts) box.grey = 0.5;
  return mark;
}

Mark notice_mark(const std::vector<std::string>& lines, const Faces& faces) {
  constexpr double kWidth = 150 * kPointsPerMm;
  Mark mark;
  double y = kA4HeightPt / 2 + 60;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const double size = i == 0 ? 18 : 12;
    const std::string line = shorten_to(visible(lines[i]), Face::song, size, kWidth, faces);
    put(mark, line, size, (kA4WidthPt - measure_line(line, Face::song, size, faces)) / 2, y, false, faces);
    y -= i == 0 ? 36 : 20;
  }
  return mark;
}

void collect_characters(const Mark& mark, std::map<FontId, std::set<char32_t>>& into) {
  for (const TextBox& box : mark.texts) {
    for (const char32_t c : decode_utf8(box.text)) into[box.font].insert(c);
  }
}

}  // namespace lvce
