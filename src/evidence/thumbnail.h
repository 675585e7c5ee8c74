// Small pictures for the screen: what a file shows on its first page. Made in a worker.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "evidence/evidence.h"
#include "evidence/job/content.h"
#include "evidence/job/protocol.h"

namespace lvce {

inline constexpr int kThumbnailWidth = 240, kThumbnailHeight = 340;  ///< pixels, at most

/// JPEG bytes of each: the picture, or the first page of a PDF or OFD. Nothing where a file has neither, or none that can be drawn.
std::vector<std::optional<std::string>> make_thumbnails(const std::vector<std::filesystem::path>& files, const ProbeOptions& options);

/// In the worker: writes job.prepared_stem + ".jpg".
void draw_thumbnail(const ProbeJob& job, const FileEnds& ends, Probed& probed);

}  // namespace lvce
