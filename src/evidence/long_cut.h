// Pictures and pages far longer than a sheet of paper: where they are cut, and how the pieces stand. The one place that decides it. Pure.
#pragma once

#include <optional>
#include <vector>

namespace lvce {

/// What is to be cut, in any unit (pixels, points), as it is seen.
struct LongItem {
  double width = 0, height = 0;
  double text = 0;        ///< the height of its ordinary letters: what is to stay readable
  double largest_mm = 0;  ///< a unit on paper is never larger
};

/// A part of the long side; neighbours overlap.
struct Slice {
  double from = 0, to = 0;
};

struct LongCut {
  std::vector<Slice> slices;  ///< in reading order
  std::size_t per_page = 1;   ///< side by side where the item is tall, else one below the other
  bool tall = true;
  double unit_mm = 0;  ///< a unit on paper
  double page_width_mm = 0, page_height_mm = 0;
  std::size_t pages() const { return (slices.size() + per_page - 1) / per_page; }
};

/// What fits into the frame of an evidence page as it is, and the air between pieces.
inline constexpr double kLongPageShortMm = 181.8, kLongPageLongMm = 272.8, kLongGapMm = 5;
inline constexpr double kInchMm = 25.4, kPtPerMm = 72 / kInchMm;
inline constexpr double kLongTimes = 3;  ///< longer than so many times its breadth
inline constexpr double kReadableTextMm = 2;

/// The fewest pages on which the text is at least 2 mm high, there as large as can be; an item whose text cannot be made so large is cut as wide
/// as it goes (a tall one on sheets that lie). Neighbours share two heights of text. Nothing for what is not long.
std::optional<LongCut> cut_long(const LongItem& item);

/// A screenshot or a panorama, in pixels: the text of a telephone's page is a thirtieth of its breadth high, that of a desktop's (more than 1,500
/// pixels) a hundredth. Not finer than 200 dots an inch where it is printed; breadths below 500 pixels 100.
std::optional<LongCut> cut_long_picture(int width, int height);

/// A page of a PDF, in points: letters of 10.5 points; on a page without text (one large picture) as in a picture.
std::optional<LongCut> cut_long_page(double width, double height, bool has_text);

}  // namespace lvce
