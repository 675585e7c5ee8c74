// A decoded picture made ready to be bound: a JPEG, or where it is long a PDF of its pieces.
#pragma once

#include "evidence/job/protocol.h"
#include "evidence/picture/pages.h"
#include "evidence/picture/pixels.h"

namespace lvce {

inline constexpr std::int64_t kMaxPixels = 200'000'000;

bool is_small_enough(int width, int height, std::int64_t most, Probed& probed);

/// "stem.jpg"
std::filesystem::path prepared_path(const ProbeJob& job, const char* extension);
void say_not_written(Probed& probed);

/// One picture, its upright size in `probed`; only decoded when nothing is to be prepared.
void prepare_picture(const ProbeJob& job, const PixelSource& source, bool grey, Probed& probed);

/// Every page of a TIFF becomes a page of a PDF, long ones several.
void prepare_tiff_pages(const ProbeJob& job, const PixelSource& tiff, int count, Probed& probed);

}  // namespace lvce
