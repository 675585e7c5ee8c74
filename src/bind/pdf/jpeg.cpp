#include "bind/pdf/jpeg.h"

#include <array>
#include <cstdint>
#include <fstream>

namespace lvce {
namespace {

constexpr int kMarkersAtMost = 1000;

int read_16(std::istream& in) {
  const int high = in.get();
  const int low = in.get();
  return high < 0 || low < 0 ? -1 : high << 8 | low;
}

/// The next marker code; fill bytes FF are allowed before it. −1 at the end or where no marker stands.
int next_marker(std::istream& in) {
  if (in.get() != 0xFF) return -1;
  int code = in.get();
  while (code == 0xFF) code = in.get();
  return code;
}

/// SOF0–2: baseline, extended, progressive; what DCTDecode reads everywhere.
bool is_frame(int marker) { return marker >= 0xC0 && marker <= 0xC2; }

std::optional<JpegHeader> parse_frame(std::istream& in) {
  if (in.get() != 8) return std::nullopt;
  JpegHeader header;
  header.height = read_16(in);
  header.width = read_16(in);
  header.components = in.get();
  const bool usable = header.width > 0 && header.height > 0 && (header.components == 1 || header.components == 3);
  return usable ? std::optional(header) : std::nullopt;
}

}  // namespace

std::optional<JpegHeader> read_jpeg_header(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (in.get() != 0xFF || in.get() != 0xD8) return std::nullopt;
  for (int i = 0; i < kMarkersAtMost; ++i) {
    const int marker = next_marker(in);
    const int length = read_16(in);
    if (marker < 0 || length < 2) return std::nullopt;
    if (is_frame(marker)) return parse_frame(in);
    if (marker == 0xDA) return std::nullopt;  // data begins: no frame seen
    in.seekg(length - 2, std::ios::cur);
  }
  return std::nullopt;
}

}  // namespace lvce
