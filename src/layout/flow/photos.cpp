#include "layout/flow/photos.h"

#include <algorithm>

#include "layout/text/set_line.h"

namespace lvce {

namespace {

constexpr double kCaptionSize = 12;  // 小四
constexpr double kCaptionPitch = 17;
constexpr double kCaptionGap = 5;
constexpr std::size_t kCaptionLines = 3;
constexpr double kBetween = 5 * kPointsPerMm;
/// Photo pages begin 20 mm below the sheet's edge: 10 mm for the evidence stamp, 10 mm of air; text pages begin at 37 mm.
constexpr double kAboveTypeArea = 17 * kPointsPerMm;
constexpr double kLeastShare = 0.55;                ///< of a page left over: else a new one is begun
constexpr double kPointsPerPixel = 72.0 / 200;      ///< never drawn coarser than 200 dpi …
constexpr double kPointsPerTinyPixel = 72.0 / 100;  ///< … but small pictures at 100 dpi
constexpr int kTinyPixels = 500;
constexpr double kLeastHeight = 60;

bool is_tall(const Photo& photo) { return photo.pixel_height > photo.pixel_width; }
bool is_small(const Photo& photo) { return std::max(photo.pixel_width, photo.pixel_height) < 2 * kTinyPixels; }

/// How many photos share a page and how they stand.
struct Arrangement {
  std::size_t count = 1;
  std::size_t columns = 1;
  std::size_t rows = 1;
};

Arrangement arrangement_of(const std::vector<Photo>& photos, std::size_t at, bool by_four) {
  const std::size_t left = photos.size() - at;
  if (by_four && left > 2) return {std::min<std::size_t>(4, left), 2, 2};
  if (left < 2 || is_tall(photos[at]) != is_tall(photos[at + 1])) return {1, 1, 1};
  if (is_tall(photos[at])) return {2, 2, 1};
  return {2, 1, 2};
}

struct Size {
  double width = 0;
  double height = 0;
};

Size scaled(const Photo& photo, double width, double height) {
  const double wide = photo.pixel_width > 0 ? photo.pixel_width : 1600;
  const double high = photo.pixel_height > 0 ? photo.pixel_height : 1200;
  const double finest = std::max(wide, high) < kTinyPixels ? kPointsPerTinyPixel : kPointsPerPixel;
  const double scale = std::min({width / wide, height / high, finest});
  return {wide * scale, high * scale};
}

/// The caption's lines, the third ended with … when there would be more.
std::vector<LineRange> caption_lines(GlyphText& text, const std::string& words, double width, Typesetter& setter) {
  text = make_glyphs(words, Face::body, kCaptionSize, setter);
  std::vector<LineRange> lines = balance_lines(text, width, setter.words);
  if (lines.size() <= kCaptionLines) return lines;
  lines = break_lines(text, {width, width});
  const std::size_t end = std::max(lines[kCaptionLines - 1].begin + 1, lines[kCaptionLines - 1].end - 1);
  text.glyphs.resize(end);
  const GlyphText dots = make_glyphs("…", Face::body, kCaptionSize, setter);
  text.glyphs.insert(text.glyphs.end(), dots.glyphs.begin(), dots.glyphs.end());
  lines.resize(kCaptionLines);
  lines.back() = {lines.back().begin, text.glyphs.size(), true};
  return lines;
}

struct Field {
  double left = 0, top = 0, width = 0, height = 0;
};

/// Photo in the middle of its field, its caption below it.
void set_photo(const Photo& photo, const Field& field, double caption_height, Strip& strip, Typesetter& setter) {
  const Size size = scaled(photo, field.width, field.height - caption_height);
  const double y = field.top + std::max(0.0, field.height - caption_height - size.height) / 2;
  strip.images.push_back({field.left + (field.width - size.width) / 2, y + size.height, size.width, size.height, photo.file_key});
  if (!photo.anchor.empty()) strip.anchors.emplace_back(photo.anchor, y);
  if (photo.caption.empty()) return;
  GlyphText text;
  double line_top = y + size.height + kCaptionGap;
  for (const LineRange& line : caption_lines(text, photo.caption, field.width, setter)) {
    set_line(text, line, {field.left, field.width, line_top, kCaptionPitch, Align::centre}, strip);
    line_top += kCaptionPitch;
  }
}

double caption_height(const Photo& photo, double width, Typesetter& setter) {
  if (photo.caption.empty()) return 0;
  GlyphText text;
  return kCaptionGap + static_cast<double>(caption_lines(text, photo.caption, width, setter).size()) * kCaptionPitch;
}

/// All photos of a page; `above` is how far they reach above the type area. Photos side by side have captions of one height.
Strip page_of_photos(const std::vector<Photo>& photos, std::size_t at, const Arrangement& arrangement, const Field& page, Typesetter& setter) {
  Strip strip;
  strip.height = page.height + page.top;
  const double columns = static_cast<double>(arrangement.columns);
  const double rows = static_cast<double>(arrangement.rows);
  Field field = page;
  field.width = (page.width - (columns - 1) * kBetween) / columns;
  field.height = (page.height - (rows - 1) * kBetween) / rows;
  for (std::size_t row = 0; row * arrangement.columns < arrangement.count; ++row) {
    const std::size_t first = row * arrangement.columns;
    const std::size_t end = std::min(first + arrangement.columns, arrangement.count);
    double caption = 0;
    for (std::size_t i = first; i < end; ++i) caption = std::max(caption, caption_height(photos[at + i], field.width, setter));
    for (std::size_t i = first; i < end; ++i) {
      field.left = page.left + static_cast<double>(i - first) * (field.width + kBetween);
      set_photo(photos[at + i], field, caption, strip, setter);
    }
    field.top += field.height + kBetween;
  }
  return strip;
}

}  // namespace

void add_photos(const PhotoPages& pages, Flow& flow, Typesetter& setter) {
  const std::vector<Photo>& photos = pages.photos;
  const bool all_wide = std::none_of(photos.begin(), photos.end(), is_tall);
  const bool all_small = std::all_of(photos.begin(), photos.end(), is_small);
  const bool tall_page = flow.section().orientation == Orientation::portrait && !flow.section().narrow_area;
  std::size_t at = 0;
  while (at < photos.size()) {
    if (!flow.at_top() && flow.room() < kLeastShare * flow.full_height()) flow.break_page();
    const double above = tall_page && flow.at_top() && !flow.holds() ? kAboveTypeArea : 0;
    const Arrangement arrangement = arrangement_of(photos, at, all_wide || all_small);
    const Field page = {0, -above, flow.width(), std::max(kLeastHeight, flow.room()) + above};
    flow.add(page_of_photos(photos, at, arrangement, page, setter));
    at += arrangement.count;
    flow.break_page();
  }
}

}  // namespace lvce
