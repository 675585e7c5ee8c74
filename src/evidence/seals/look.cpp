#include "evidence/seals/look.h"

#include "evidence/picture/page_image.h"
#include "evidence/picture/picture.h"
#include "evidence/seals/red_seal.h"

namespace lvce {
namespace {

constexpr double kLookingDpi = 100;  ///< a ring of a millimetre is four pixels
constexpr int kLookingSide = 1200;
constexpr int kPagesFromEachEnd = 5;

SealState seal_on_page(const std::filesystem::path& file, int page) {
  const Image image = image_of_page(file, page, kLookingDpi, kLookingSide);
  if (!image) return SealState::unknown;
  const RgbPicture picture{image->Xsize, image->Ysize, bytes_on_white(image, false)};
  if (picture.pixels.size() != static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 3) return SealState::unknown;
  if (!find_red_seals(ink_map(picture)).empty()) return SealState::likely;
  return is_colourless(picture) ? SealState::unknown : SealState::unseen;
}

}  // namespace

void look_for_seals(const ProbeJob& job, Probed& probed) {
  probed.seal = SealState::unknown;
  const int pages = start_pictures() ? pages_to_look_at(job.file) : 0;
  for (int page = 0; page < pages && probed.seal != SealState::likely; ++page) {
    if (page >= kPagesFromEachEnd && page < pages - kPagesFromEachEnd) continue;
    const SealState found = seal_on_page(job.file, page);
    if (found != SealState::unknown) probed.seal = found;
  }
}

}  // namespace lvce
