// What stays with a signature: a last page never holds it beside a single sentence.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/text/glyphs.h"

namespace lvce {

inline constexpr std::size_t kAllLines = ~std::size_t{0};

/// For each block how many of its last lines stay with what follows, up to the section's signature and behind it; 0: as its style says. The text above a
/// signature (the list of annexes does not count) has four lines on its page at least, as far as there are paragraphs.
std::vector<std::size_t> closing_lines(const std::vector<Block>& blocks, double width, Typesetter& setter);

}  // namespace lvce
