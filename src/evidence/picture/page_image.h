// Pages as they look, for those who only look: poppler draws them, nothing of it is bound. In a worker, after start_pictures().
#pragma once

#include <filesystem>
#include <string>

#include "evidence/picture/pixels.h"

namespace lvce {

/// Pages of a PDF; 1 for a picture that we decode; 0: neither.
int pages_to_look_at(const std::filesystem::path& file);

/// Page (from 0) of a PDF at `dpi`, or a picture turned upright and taken for A4; no side longer than `side`. Nothing where it cannot be drawn.
Image image_of_page(const std::filesystem::path& file, int page, double dpi, int side);

/// Bytes on white, rows from above: three a pixel, or one (`grey`). Empty on failure.
std::string bytes_on_white(const Image& image, bool grey);

}  // namespace lvce
