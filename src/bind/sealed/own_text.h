// What a document of ours says, character by character, and its figures.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace lvce {

/// Stands for what is not compared (a chart, a page number that the bound file decides, a blank that people must fill in).
inline constexpr char32_t kNotCompared = U'\uFFFC';

struct OwnFigure {
  std::size_t begin = 0, end = 0;  ///< in OwnText::text
};

struct OwnText {
  std::u32string text;             ///< without blanks
  std::vector<OwnFigure> figures;  ///< in order; two in neighbouring cells are two
};

OwnText own_text(const Document& document);

/// Text without blanks of any kind.
std::u32string without_blanks(const std::string& text);

/// "12,345.60", "-3.06", "2021": how far the figure that begins at `at` goes; `at` where none begins.
std::size_t end_of_figure(const std::u32string& text, std::size_t at);

}  // namespace lvce
