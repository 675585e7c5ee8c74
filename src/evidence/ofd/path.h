// AbbreviatedData of an OFD: a path in few letters.
#pragma once

#include <cairo.h>

#include <string_view>

namespace lvce::ofd {

/// Appends the path in the present coordinates of `to`. M, S, L, Q, B, A, C; what is no command is passed over. False when nothing was drawn.
bool append_path(cairo_t* to, std::string_view data);

}  // namespace lvce::ofd
