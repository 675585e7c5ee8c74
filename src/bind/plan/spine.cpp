#include "bind/plan/spine.h"

#include <algorithm>
#include <cmath>

#include "layout/layout.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr double kSheetMm = 0.1, kCoversMm = 1;
constexpr double kNarrowestMm = 6, kWidestMm = 60;
constexpr double kLeftMm = 15, kGapMm = 12, kTopMm = 8, kFootMm = 18;
constexpr double kLargestText = 22, kSmallText = 8;  // pt
constexpr double kPartGap = 1.2;                     // of a character

double strip_width_mm(const Spine& spine) { return std::clamp(spine_width_mm(spine.sheets), kNarrowestMm, kWidestMm); }

void put_centred(const std::string& text, Face face, double size, double centre, double y, const Faces& faces, Page& page) {
  const double width = measure_line(text, face, size, faces);
  for (TextBox& box : lay_out_line(text, face, size, centre - width / 2, y, faces)) page.texts.push_back(std::move(box));
}

/// A number of two digits stands side by side, everything else one below the other.
std::vector<std::string> steps_of(const std::string& text) {
  const std::u32string all = decode_utf8(text);
  const auto is_digit = [&](std::size_t at) { return at < all.size() && all[at] >= U'0' && all[at] <= U'9'; };
  std::vector<std::string> steps;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] == U' ' || all[i] == U'　') continue;
    const bool pair = is_digit(i) && is_digit(i + 1) && !is_digit(i + 2) && (i == 0 || !is_digit(i - 1));
    steps.push_back(encode_utf8(all.substr(i, pair ? 2 : 1)));
    if (pair) ++i;
  }
  return steps;
}

void write_down(const Spine& spine, double centre, double width, double top, double height, const Faces& faces, Page& page) {
  double count = 0;
  for (const std::string& part : spine.parts) count += static_cast<double>(steps_of(part).size()) + kPartGap;
  const double size = std::min({kLargestText, width * 0.8, height * 0.94 / std::max(count * 1.1, 1.0)});
  double y = top - (height - (count - kPartGap) * size * 1.1) / 2;
  for (const std::string& part : spine.parts) {
    for (const std::string& step : steps_of(part)) {
      y -= size * 1.1;
      const double natural = measure_line(step, Face::title, size, faces);
      put_centred(step, Face::title, natural > width * 0.9 ? size * width * 0.9 / natural : size, centre, y + size * 0.12, faces, page);
    }
    y -= kPartGap * size * 1.1;
  }
}

std::string note_of(const Spine& spine) {
  const double width = spine_width_mm(spine.sheets);
  const int tenths = static_cast<int>(std::lround(width * 10));
  const std::string text = std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "毫米";
  return width < kNarrowestMm ? "厚" + text + "，可不贴" : "宽" + text;
}

void draw(const Spine& spine, double left_mm, const Faces& faces, Page& page) {
  const double width = strip_width_mm(spine) * kPointsPerMm, left = left_mm * kPointsPerMm;
  const double bottom = kFootMm * kPointsPerMm, top = kA4HeightPt - kTopMm * kPointsPerMm;
  RectBox frame;
  frame.x = left;
  frame.y = bottom;
  frame.width = width;
  frame.height = top - bottom;
  frame.line_width = 0.4;
  frame.line_grey = 0.5;
  page.rects.push_back(frame);
  write_down(spine, left + width / 2, width, top, top - bottom, faces, page);
  if (!spine.parts.empty()) put_centred(spine.parts.back(), Face::song, kSmallText, left + width / 2, bottom - 12, faces, page);
  put_centred(note_of(spine), Face::song, kSmallText, left + width / 2, bottom - 23, faces, page);
}

}  // namespace

double spine_width_mm(int sheets) { return sheets * kSheetMm + kCoversMm; }

std::vector<Page> lay_out_spines(const std::vector<Spine>& spines, const Faces& faces) {
  std::vector<Page> pages;
  double left = 0;
  for (const Spine& spine : spines) {
    const double width = std::max(strip_width_mm(spine), 16.0);  // room for the line below
    if (pages.empty() || left + width > kA4WidthPt / kPointsPerMm - kLeftMm) {
      pages.emplace_back().numbered = false;
      left = kLeftMm;
    }
    draw(spine, left + (width - strip_width_mm(spine)) / 2, faces, pages.back());
    left += width + kGapMm;
  }
  return pages;
}

}  // namespace lvce
