#include "ocr/page_picture.h"

#include "evidence/picture/page_image.h"
#include "evidence/picture/picture.h"

namespace lvce {

std::optional<GreyPicture> picture_of_page(const std::filesystem::path& file, int page) {
  if (!start_pictures()) return std::nullopt;
  const Image image = image_of_page(file, page, kReadingDpi, kReadingSide);
  if (!image) return std::nullopt;
  GreyPicture picture{image->Xsize, image->Ysize, bytes_on_white(image, true)};
  const bool whole = picture.pixels.size() == static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height);
  return whole ? std::optional<GreyPicture>(std::move(picture)) : std::nullopt;
}

}  // namespace lvce
