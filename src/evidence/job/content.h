// What a file is by its bytes, whatever its name says.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace lvce {

enum class Content {
  pdf,
  jpeg,
  png,
  webp,
  gif,
  tiff,
  heic,  ///< HEIF, whatever codes its pixels: HEIC and AVIF
  bmp,
  jpeg_xl,
  jpeg_2000,
  other_picture,  ///< SVG, Photoshop: named so that the hint fits
  office,         ///< Word, Excel, PowerPoint, WPS, OpenDocument, RTF, OFD
  archive,        ///< ZIP, RAR, 7z, gzip, tar
  media,          ///< film and sound
  web_page,
  text,     ///< perhaps: no signature; decoding decides
  unknown,  ///< the last
};

/// The first bytes of a file, and its last: enough to tell what it is.
struct FileEnds {
  std::string head;  ///< at most 4 KiB
  std::string tail;  ///< at most 64 KiB; where a ZIP keeps its names
};

/// Nothing when the file cannot be read.
std::optional<FileEnds> read_ends(const std::filesystem::path& file);

Content content_of(const FileEnds& ends);

/// Where a picture begins behind bytes that are none of it (a line end, the words of a web server). Nothing where there is none.
std::optional<std::size_t> late_picture(std::string_view head);

}  // namespace lvce
