// Words set into a box: broken into lines, aligned, made smaller until they fit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "evidence/pdf/type.h"

namespace lvce {

struct WordsBox {
  double width = 0, height = 0;  ///< pt
  double inset = 2;              ///< pt, free on each side
  double size = 0;               ///< pt; 0: as fits, 12 at most
  std::string colour;            ///< an operator; empty: black
  int align = 0;                 ///< 0 left, 1 centre, 2 right (/Q)
  bool many_lines = false;       ///< from the top, broken where they are too long; else one line in the middle
  int cells = 0;                 ///< a character each, as for numbers of accounts; 0: none
};

/// At spaces, and beside characters of the East but for marks that belong to their neighbour; what is longer than a line is broken anywhere.
std::vector<std::u32string> broken_into_lines(PdfType& type, std::u32string_view text, double width_in_sizes);

/// Content operators in a space whose origin is the box's lower left corner.
std::string set_words(PdfType& type, std::string_view utf8, const WordsBox& box);

/// Size and colour of a default appearance ("/Helv 9 Tf 0 g") into the box; what else stands there is left alone.
void read_default_appearance(std::string_view appearance, WordsBox& box);

}  // namespace lvce
