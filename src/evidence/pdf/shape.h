// What of a PDF's page is to be seen, and which way round: the one rule for probing and binding.
#pragma once

#include <qpdf/QPDFPageObjectHelper.hh>

namespace lvce {

struct PageShape {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;  ///< MediaBox ∩ CropBox, user space units; A4 where the file names no usable box
  int rotate = 0;                         ///< 0, 90, 180, 270: turned clockwise for viewing
  double user_unit = 1;                   ///< points a unit; 0.01 … 75,000 (ISO 32000-1, Annex C), else 1
};

PageShape page_shape(QPDFPageObjectHelper page);

}  // namespace lvce
