// One line of text → boxes.
#pragma once

#include "layout/strip.h"
#include "layout/text/lines.h"

namespace lvce {

/// Where a line stands in its strip.
struct LinePlace {
  double x = 0;      ///< left edge of the room for the line
  double width = 0;  ///< of that room
  double top = 0;    ///< of the line's pitch, from the strip's top
  double pitch = 0;
  Align align = Align::left;  ///< justify stretches all but last lines
};

/// Sets the line, with its links and grey grounds. The line is centred in its pitch.
void set_line(const GlyphText& text, LineRange line, const LinePlace& place, Strip& strip);

}  // namespace lvce
