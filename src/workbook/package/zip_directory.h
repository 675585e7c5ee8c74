// The directory of a zip file, read from its end: what stands behind it (the tail of an older, longer file) and what lies between the parts
// does not matter, nor how the sizes were written in front of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lvce::xlsx {

struct ZipEntry {
  std::string name;
  bool encrypted = false;
  unsigned method = 0;    ///< 0 stored, 8 deflated
  std::uint32_t crc = 0;  ///< CRC-32 of the content
  std::uint64_t size = 0;
  std::string_view packed;  ///< its compressed bytes, inside the file's
};

struct ZipDirectory {
  std::vector<ZipEntry> entries;
  bool readable = false;
  bool too_many = false;  ///< more entries than asked for
};

/// The last directory of the file whose entries all lie where it says.
ZipDirectory read_zip_directory(std::string_view bytes, std::size_t max_entries);

}  // namespace lvce::xlsx
