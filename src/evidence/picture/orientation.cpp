#include "evidence/picture/orientation.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace lvce {
namespace {

constexpr std::uint32_t kOrientation = 0x0112;
constexpr std::size_t kTagBytes = 12, kEntriesAtMost = 1000;
constexpr std::size_t kRawAtMost = 1 << 20;

int sound(std::int64_t value) { return value >= 1 && value <= 8 ? static_cast<int>(value) : 1; }

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string bytes_of_hex(std::string_view text) {
  std::string bytes;
  int high = -1;
  for (char c : text.substr(0, kRawAtMost)) {
    const int digit = hex_digit(c);
    if (digit < 0) continue;  // line breaks
    if (high >= 0) bytes += static_cast<char>(high << 4 | digit);
    high = high < 0 ? digit : -1;
  }
  return bytes;
}

/// Numbers of a TIFF header and its first directory; 0 beyond the end.
class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), little_(bytes.starts_with("II")) {}

  int orientation() const {
    const std::size_t directory = number(4, 4), count = std::min<std::size_t>(number(directory, 2), kEntriesAtMost);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t entry = directory + 2 + i * kTagBytes;
      if (number(entry, 2) == kOrientation) return sound(number(entry + 8, 2));
    }
    return 1;
  }

 private:
  std::uint32_t number(std::size_t at, std::size_t length) const {
    std::uint32_t value = 0;
    if (at > bytes_.size() || length > bytes_.size() - at) return 0;
    for (std::size_t i = 0; i < length; ++i) {
      const std::size_t place = at + (little_ ? length - 1 - i : i);
      value = value << 8 | static_cast<unsigned char>(bytes_[place]);
    }
    return value;
  }

  std::string_view bytes_;
  bool little_;
};

void* take_raw_profile(VipsImage* image, const char* field, GValue*, void* orientation) {
  constexpr std::string_view kBefore = "png-comment-", kProfile = "Raw profile type ";
  const std::string_view name = field;
  const char* text = nullptr;
  if (!name.starts_with(kBefore) || name.find(kProfile) == name.npos || vips_image_get_string(image, field, &text) != 0) return nullptr;
  int& found = *static_cast<int*>(orientation);
  if (found == 1) found = orientation_of_raw_profile(text);
  return nullptr;
}

}  // namespace

int exif_orientation(VipsImage* header) {
  int value = 1;
  if (vips_image_get_typeof(header, VIPS_META_ORIENTATION) != 0) vips_image_get_int(header, VIPS_META_ORIENTATION, &value);
  return sound(value);
}

int other_orientation(VipsImage* header) {
  if (vips_image_get_typeof(header, VIPS_META_ORIENTATION) != 0) return 1;
  int found = 1;
  vips_image_map(header, take_raw_profile, &found);
  const void* xmp = nullptr;
  std::size_t length = 0;
  if (found == 1 && vips_image_get_typeof(header, VIPS_META_XMP_NAME) != 0 && vips_image_get_blob(header, VIPS_META_XMP_NAME, &xmp, &length) == 0)
    found = orientation_of_xmp({static_cast<const char*>(xmp), length});
  return found;
}

int orientation_of_raw_profile(std::string_view text) {
  constexpr std::string_view kStart("Exif\0\0", 6);
  for (int line = 0; line < 3; ++line) {  // an empty one, the profile's name, its length
    const std::size_t end = text.find('\n');
    if (end == text.npos) return 1;
    text.remove_prefix(end + 1);
  }
  const std::string bytes = bytes_of_hex(text);
  const std::size_t at = bytes.starts_with(kStart) ? kStart.size() : 0;
  return Tiff(std::string_view(bytes).substr(at)).orientation();
}

int orientation_of_xmp(std::string_view xml) {
  constexpr std::string_view kName = "tiff:Orientation";
  const std::size_t at = xml.find(kName);
  if (at == xml.npos) return 1;
  const std::string_view value = xml.substr(at + kName.size(), 3);  // ="6" or >6<
  const std::size_t digit = value.find_first_of("0123456789");
  return digit == value.npos ? 1 : sound(value[digit] - '0');
}

}  // namespace lvce
