#include "layout/flow/photos.h"

#include <algorithm>

#include "layout/flow/photo_rows.h"
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

/// Photo at the foot of its field; its caption below the row, as wide as `words`.
void set_photo(const Photo& photo, const Field& field, const Field& words, Strip& strip, Typesetter& setter) {
  const Size size = scaled(photo, field.width, field.height);
  const double y = field.top + field.height - size.height;
  strip.images.push_back({field.left + (field.width - size.width) / 2, y + size.height, size.width, size.height, photo.file_key});
  if (!photo.anchor.empty()) strip.anchors.emplace_back(photo.anchor, y);
  if (photo.caption.empty()) return;
  GlyphText text;
  double line_top = field.top + field.height + kCaptionGap;
  for (const LineRange& line : caption_lines(text, photo.caption, words.width, setter)) {
    set_line(text, line, {words.left, words.width, line_top, kCaptionPitch, Align::centre}, strip);
    line_top += kCaptionPitch;
  }
}

double caption_height(const Photo& photo, double width, Typesetter& setter) {
  if (photo.caption.empty()) return 0;
  GlyphText text;
  return kCaptionGap + static_cast<double>(caption_lines(text, photo.caption, width, setter).size()) * kCaptionPitch;
}

PhotoShape shape_of(const Photo& photo) {
  const Size largest = scaled(photo, 1e6, 1e6);
  return {largest.width / largest.height, largest.height, !photo.caption.empty()};
}

/// The photos of one page, in a room that says what is left of it.
class PageOfPhotos {
 public:
  PageOfPhotos(const std::vector<Photo>& photos, const std::vector<PhotoShape>& shapes, const PhotoRoom& room, Typesetter& setter)
      : photos_(photos), shapes_(shapes), room_(room), setter_(setter) {}

  /// `above` is how far they reach above the type area.
  Strip set(PhotoPage page, double above) {
    fit_rows(page, shapes_, room_, captions_of(page));
    Strip strip;
    double top = -above;
    for (const PhotoRow& row : page) {
      set_row(row, top, strip);
      top += row.height + captions_[row.first] + room_.gap;
    }
    strip.height = std::max(kLeastHeight, top - room_.gap);
    return strip;
  }

 private:
  /// A photo alone has the whole width for its words, others their own.
  double words_width(const PhotoRow& row, std::size_t at) const { return row.count == 1 ? room_.width : row.height * shapes_[at].ratio; }

  double captions_of(PhotoPage& page) {
    fit_rows(page, shapes_, room_, 0);
    captions_.assign(photos_.size(), 0);
    double sum = 0;
    for (const PhotoRow& row : page) {
      double& highest = captions_[row.first];
      for (std::size_t i = row.first; i < row.first + row.count; ++i) highest = std::max(highest, caption_height(photos_[i], words_width(row, i), setter_));
      sum += highest;
    }
    return sum;
  }

  void set_row(const PhotoRow& row, double top, Strip& strip) {
    double width = static_cast<double>(row.count - 1) * room_.gap;
    for (std::size_t i = row.first; i < row.first + row.count; ++i) width += row.height * shapes_[i].ratio;
    double left = (room_.width - width) / 2;
    for (std::size_t i = row.first; i < row.first + row.count; ++i) {
      const Field field = {left, top, row.height * shapes_[i].ratio, row.height};
      const Field words = row.count == 1 ? Field{0, top, room_.width, 0} : field;
      set_photo(photos_[i], field, words, strip, setter_);
      left += field.width + room_.gap;
    }
  }

  const std::vector<Photo>& photos_;
  const std::vector<PhotoShape>& shapes_;
  PhotoRoom room_;
  Typesetter& setter_;
  std::vector<double> captions_;  ///< below a row, by its first photo
};

}  // namespace

void add_photos(const PhotoPages& pages, Flow& flow, Typesetter& setter) {
  std::vector<PhotoShape> shapes;
  for (const Photo& photo : pages.photos) shapes.push_back(shape_of(photo));
  if (shapes.empty()) return;
  const bool tall_page = flow.section().orientation == Orientation::portrait && !flow.section().narrow_area;
  if (!flow.at_top() && flow.room() < kLeastShare * flow.full_height()) flow.break_page();
  const auto above = [&] { return tall_page && flow.at_top() && !flow.holds() ? kAboveTypeArea : 0; };
  const auto left = [&] { return std::max(kLeastHeight, flow.room()) + above(); };
  PhotoRoom room = {flow.width(), flow.full_height() + (tall_page ? kAboveTypeArea : 0), kBetween, kCaptionGap + kCaptionPitch};
  for (const PhotoPage& page : plan_photo_pages(shapes, room, left())) {
    room.height = left();
    flow.add(PageOfPhotos(pages.photos, shapes, room, setter).set(page, above()));
    flow.break_page();
  }
}

}  // namespace lvce
