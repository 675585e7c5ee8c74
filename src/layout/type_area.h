// The part of a page that text and tables may fill.
#pragma once

#include "document/document.h"

namespace lvce {

/// In the page's own coordinates (landscape pages: 842 × 595), points.
struct TypeArea {
  double page_width = 0;
  double page_height = 0;
  double left = 0;
  double top = 0;  ///< y of the upper edge
  double width = 0;
  double height = 0;
};

/// Type area 156 × 225 mm below 37 mm; binding side 28 mm: left on odd pages, right on even ones when `mirrored`. A landscape page is
/// turned counter-clockwise, so its binding side is the upper edge on odd pages and the lower one on even pages. `narrow` widens the area
/// to 15 mm from the cut side and 20 mm from the head; the foot stays free for the page number.
TypeArea type_area_of(Orientation orientation, bool narrow, int page_number, bool mirrored);

}  // namespace lvce
