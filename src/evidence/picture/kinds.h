// Which contents are pictures that we decode.
#pragma once

#include "evidence/job/content.h"

namespace lvce {

constexpr bool is_picture(Content content) {
  switch (content) {
    case Content::jpeg:
    case Content::png:
    case Content::webp:
    case Content::gif:
    case Content::tiff:
    case Content::heic:
    case Content::bmp:
    case Content::jpeg_xl:
    case Content::jpeg_2000: return true;
    case Content::pdf:
    case Content::other_picture:
    case Content::office:
    case Content::archive:
    case Content::media:
    case Content::web_page:
    case Content::text:
    case Content::unknown: break;
  }
  return false;
}

}  // namespace lvce
