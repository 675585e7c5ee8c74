// What stands in the attributes of an OFD: numbers, boxes, matrices, runs.
#pragma once

#include <cairo.h>

#include <optional>
#include <string_view>
#include <vector>

namespace lvce::ofd {

/// Numbers between white space and commas, also "#FF"; what is no number is left out. Each within ±10⁷, at most `most` of them.
std::vector<double> numbers_of(std::string_view text, std::size_t most = 200'000);

/// Offsets between characters: "5 5 g 3 2.5" is 5 5 2.5 2.5 2.5.
std::vector<double> offsets_of(std::string_view text, std::size_t most = 200'000);

/// Millimetres from the upper left corner.
struct Box {
  double x = 0, y = 0, width = 0, height = 0;
};
std::optional<Box> box_of(std::string_view text);

/// "a b c d e f"; nothing when there are fewer numbers. May be one that flattens everything: see can_draw().
std::optional<cairo_matrix_t> matrix_of(std::string_view text);
/// Cairo stops for good at a matrix that cannot be inverted.
bool can_draw(const cairo_matrix_t& matrix);

}  // namespace lvce::ofd
