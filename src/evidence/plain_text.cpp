#include "evidence/plain_text.h"

#include <algorithm>

#include "support/encoding.h"
#include "support/text.h"

namespace lvce {
namespace {

bool is_text_character(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x1A;
  const bool private_use = c >= 0xE000 && c < 0xF900;
  return c != 0x7F && !private_use && c != 0xFFFD && c < 0xF0000;
}

/// Bytes that happen to decode are still no text when more than a few of the characters are controls or unassigned.
bool reads_as_text(const std::u32string& points) {
  const auto odd = std::count_if(points.begin(), points.end(), [](char32_t c) { return !is_text_character(c); });
  return static_cast<std::size_t>(odd) * 100 <= points.size();
}

std::string clean(const std::u32string& points) {
  std::string out;
  for (std::size_t at = 0; at < points.size(); ++at) {
    const char32_t c = points[at];
    if (c == '\r') {
      if (at + 1 >= points.size() || points[at + 1] != '\n') out += '\n';
    } else if (c == '\f') {
      out += '\n';
    } else if (c == '\t' || c == '\n' || (c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0) && c != 0xFEFF)) {
      append_utf8(out, c);
    }
  }
  return out;
}

bool has_wide_mark(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

}  // namespace

std::optional<std::string> decode_plain_text(std::string_view bytes) {
  if (!has_wide_mark(bytes) && bytes.find('\0') != std::string_view::npos) return std::nullopt;
  const std::optional<std::string> text = decode_text(bytes);
  if (!text) return std::nullopt;
  const std::u32string points = decode_utf8(*text);
  return reads_as_text(points) ? std::optional(clean(points)) : std::nullopt;
}

}  // namespace lvce
