// A font whose letters leave no ink: what is read on a scan is laid over it with this, to be found and copied. One for each file.
#pragma once

#include <qpdf/QPDF.hh>
#include <string>
#include <string_view>

namespace lvce {

/// A TrueType font of two empty glyphs: 1 is as wide as high, 2 is half of that. The same bytes each time.
std::string unseen_font_program();

/// A Type0 font whose codes are UTF-16 units, with its map back to characters.
QPDFObjectHandle unseen_font(QPDF& pdf);

/// "<4E2D6587>": what unseen_font() is given. Characters beyond U+FFFF, and those that nobody sees, are left out.
std::string unseen_codes(std::string_view utf8);

/// In sizes: 1 for characters of the East, 0.5 for letters and digits.
double unseen_width(std::string_view utf8);

inline constexpr double kUnseenDescent = 0.12;  ///< of the size, below the foot

}  // namespace lvce
