// Sizes and spacing of GB/T 9704-2012 and of the parts that it leaves open. Points.
#pragma once

#include "document/document.h"
#include "layout/page.h"

namespace lvce {

/// 22 lines fill the 225 mm of the type area: 22 × 28.99 = 637.78 of 637.80 pt.
inline constexpr double kLinePitch = 28.99;
inline constexpr double kClosestPitch = 26;  ///< where lines stand closer to bring a signature onto their page
/// 28 characters fill its 156 mm exactly.
inline constexpr double kCharacterPitch = 156 * kPointsPerMm / 28;
inline constexpr double kBodySize = 16;                           ///< 3号
inline constexpr double kTracking = kCharacterPitch - kBodySize;  ///< −0.21 after each body character

struct Style {
  Face face = Face::body;
  double size = kBodySize;
  double pitch = kLinePitch;
  Align align = Align::justify;
  double first_indent = 0;  ///< of the first line
  double right_indent = 0;
  double tracking = 0;
  double before = 0;  ///< least space above
  double after = 0;   ///< … and below
  bool keep_with_next = false;
  bool balanced = false;  ///< lines of nearly equal length
};

const Style& style_of(ParagraphStyle style);

}  // namespace lvce
