// How photos share pages, by their own shapes: rows of one or two in printed order, as few pages as stay legible, and those well filled. Pure.
#pragma once

#include <cstddef>
#include <vector>

namespace lvce {

struct PhotoShape {
  double ratio = 4.0 / 3;  ///< width ÷ height
  double tallest = 1e9;    ///< pt: what its pixels bear
  bool captioned = false;
};

struct PhotoRow {
  std::size_t first = 0;
  std::size_t count = 1;
  double height = 0;  ///< pt, of its pictures
};

using PhotoPage = std::vector<PhotoRow>;

/// All in pt. `caption` is what stands below a row of captioned photos, `gap` what stands between rows and between photos.
struct PhotoRoom {
  double width = 0;
  double height = 0;
  double gap = 0;
  double caption = 0;
};

/// The rows of one page in a room whose captions take `captions` in all: full width where the height allows it, else the rows of one photo shrink first.
void fit_rows(PhotoPage& page, const std::vector<PhotoShape>& shapes, const PhotoRoom& room, double captions);

/// Every photo once, in order. `first_height` is what the first page has left.
std::vector<PhotoPage> plan_photo_pages(const std::vector<PhotoShape>& shapes, const PhotoRoom& room, double first_height);

}  // namespace lvce
