#include "evidence/plain_text.h"

#include <algorithm>

#include "support/text.h"

namespace lvce {
namespace {

std::optional<std::u32string> from_utf16(std::string_view bytes, bool big_endian) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  std::u32string out;
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? (first << 8) | second : (second << 8) | first);
  };
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    char32_t c = unit(at);
    if (c >= 0xDC00 && c <= 0xDFFF) return std::nullopt;
    if (c >= 0xD800 && c < 0xDC00) {
      at += 2;
      const char32_t low = at < bytes.size() ? unit(at) : 0;
      if (low < 0xDC00 || low > 0xDFFF) return std::nullopt;
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
    }
    out += c;
  }
  return out;
}

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

std::optional<std::u32string> decode(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  else if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), false);
  else if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), true);
  if (bytes.find('\0') != std::string_view::npos) return std::nullopt;
  if (is_valid_utf8(bytes)) return decode_utf8(bytes);
  const std::optional<std::string> converted = from_gb18030(bytes);
  return converted ? std::optional(decode_utf8(*converted)) : std::nullopt;
}

}  // namespace

std::optional<std::string> decode_plain_text(std::string_view bytes) {
  const std::optional<std::u32string> points = decode(bytes);
  if (!points || !reads_as_text(*points)) return std::nullopt;
  return clean(*points);
}

}  // namespace lvce
