// 书脊.pdf: a strip to cut out and glue on the back of each volume. Pure but for measuring text.
#pragma once

#include <string>
#include <vector>

#include "faces/faces.h"
#include "layout/page.h"

namespace lvce {

struct Spine {
  int sheets = 0;                  ///< of paper in the volume
  std::vector<std::string> parts;  ///< from the top: the office, the year, the title, 第1册
};

/// A volume's thickness, mm: 0.1 for each sheet and 1 for the covers.
double spine_width_mm(int sheets);

/// Strips as high as A4 side by side, with cutting lines and their widths below. Text runs downwards; a volume too thin for it gets the
/// narrowest strip that can be read, and the line below says so.
std::vector<Page> lay_out_spines(const std::vector<Spine>& spines, const Faces& faces);

}  // namespace lvce
