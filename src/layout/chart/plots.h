// The drawings of the four kinds of chart, inside an area that title and legend left.
#pragma once

#include "document/document.h"
#include "layout/chart/canvas.h"

namespace lvce {

inline constexpr double kLabelSize = 8;      ///< categories, axes
inline constexpr double kValueSize = 7.5;    ///< value labels
inline constexpr double kSmallestValue = 6;  ///< … when there is little room

/// Bars beside each other, a missing value a gap marked 无数据, or with the word that the series has for it.
void draw_grouped_bars(const Chart& chart, const Area& area, Canvas& canvas);
/// Bars on top of each other with their values beside them and the sum above.
void draw_stacked_bars(const Chart& chart, const Area& area, Canvas& canvas);
/// Lines with markers; a missing value interrupts the line.
void draw_lines(const Chart& chart, const Area& area, Canvas& canvas);
/// Bars from left to right; of score and full points the second is the frame of the first.
void draw_horizontal_bars(const Chart& chart, const Area& area, Canvas& canvas);

/// Two series of which the first stays within the second everywhere: score and full points.
bool is_score_of_full(const Chart& chart);

/// Line and marker of a series, as drawn in lines charts and their legend.
void draw_line_sample(Canvas& canvas, std::size_t series, double x1, double x2, double y);
void draw_line_piece(Canvas& canvas, std::size_t series, double x1, double y1, double x2, double y2);
void draw_marker(Canvas& canvas, std::size_t series, double x, double y);

}  // namespace lvce
