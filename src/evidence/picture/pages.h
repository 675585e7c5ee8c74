// A PDF of pictures: what a TIFF of several pages and a long picture become.
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

/// Where a picture lies on its page: points from the lower left corner.
struct PlacedJpeg {
  JpegPage picture;
  double x = 0, y = 0, width = 0, height = 0;
};

struct PicturePage {
  PageSize size;
  std::vector<PlacedJpeg> pictures;
};

inline constexpr PageSize kPicturePage{595.276, 841.890};  ///< A4: what a photo page measures, whatever the photo

/// A4, upright or across as the picture is.
PageSize picture_page_size(int width, int height);

/// Alone and centred on A4, as large as fits.
PicturePage centred_on_a4(JpegPage picture);

/// False when the file cannot be written.
bool write_picture_pages(const std::vector<PicturePage>& pages, const std::filesystem::path& file);

}  // namespace lvce
