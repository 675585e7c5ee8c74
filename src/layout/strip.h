// A strip is a piece of page that is never cut: one line of text, one part of a table, one chart.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "layout/page.h"

namespace lvce {

/// Boxes of a strip: x from the left edge of the type area, y **downwards** from the strip's top; a box's own reference point stays what it
/// is on a page (baseline, lower left corner).
struct Strip {
  double height = 0;
  double before = 0;  ///< least distance to what stands above, pt
  double after = 0;   ///< … and below
  double hang = 0;    ///< of its height: blank at its foot that may lie below the type area
  double spare = 0;   ///< of its height: distance to the next line that may be given up where that brings a signature onto the page
  std::vector<RectBox> rects;
  std::vector<LineBox> lines;
  std::vector<TextBox> texts;
  std::vector<ImageBox> images;
  std::vector<LinkBox> links;
  std::vector<std::pair<std::string, double>> anchors;  ///< name, distance of its top from the strip's top
};

}  // namespace lvce
