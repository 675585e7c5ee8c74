// A PDF of pictures, one to a page: what a TIFF of several pages becomes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "office/dossier.h"

namespace lvce {

struct JpegPage {
  std::string jpeg;
  int width = 0;  ///< pixels
  int height = 0;
  bool grey = false;
};

inline constexpr PageSize kPicturePage{595.276, 841.890};  ///< A4: what a photo page measures, whatever the photo

/// A4, upright or across as the picture is.
PageSize picture_page_size(int width, int height);

/// Each picture centred on its A4 page, as large as fits. False when the file cannot be written.
bool write_picture_pages(const std::vector<JpegPage>& pictures, const std::filesystem::path& file);

}  // namespace lvce
