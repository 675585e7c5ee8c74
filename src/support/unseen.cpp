#include "support/unseen.h"

#include <array>
#include <cstdio>

#include <unicode/uchar.h>

#include "support/text.h"

namespace lvce {
namespace {

constexpr char32_t kGraphemeJoiner = 0x34F;

/// Nearly all of Chinese and English text: not worth a look into ICU's tables.
bool is_plainly_seen(char32_t c) { return (c >= 0x20 && c < 0x7F) || (c >= 0x3000 && c < 0xD800 && c != 0x3164); }

bool is_format(int type) {
  return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR || type == U_SURROGATE;
}

/// Whether text before `at` ends in a line that "\r\n" ends: its \r is no trouble.
bool is_line_end(const std::u32string& text, std::size_t at) { return text[at] == U'\r' && at + 1 < text.size() && text[at + 1] == U'\n'; }

std::string unit_escape(unsigned unit) {
  std::array<char, 8> out{};
  std::snprintf(out.data(), out.size(), "\\u%04x", unit & 0xFFFFU);
  return out.data();
}

std::string json_escape(char32_t c) {
  if (c < 0x10000) return unit_escape(c);
  return unit_escape(0xD800U + ((c - 0x10000U) >> 10)) + unit_escape(0xDC00U + ((c - 0x10000U) & 0x3FFU));
}

}  // namespace

bool is_unseen(char32_t c) {
  if (is_plainly_seen(c)) return false;
  const auto point = static_cast<UChar32>(c);
  const int type = u_charType(point);
  if (is_format(type) || c == kGraphemeJoiner || U_IS_UNICODE_NONCHAR(point)) return true;
  return type != U_NON_SPACING_MARK && u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool is_joint(char32_t c) { return c == '\r' || c == 0xAD || c == 0x180E || (c >= 0x200B && c <= 0x200F) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF; }

std::string escaped(char32_t c) {
  std::array<char, 16> out{};
  std::snprintf(out.data(), out.size(), "U+%04X", static_cast<unsigned>(c));
  return "〈" + std::string(out.data()) + "〉";
}

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char32_t c : decode_utf8(text)) {
    if (is_unseen(c)) out += escaped(c);
    else append_utf8(out, c);
  }
  return out;
}

std::string visible_path(const std::filesystem::path& path) { return visible(path.string()); }

std::string visible_lines(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const std::u32string points = decode_utf8(text);
  for (std::size_t at = 0; at < points.size(); ++at) {
    const char32_t c = points[at];
    if (is_line_end(points, at)) continue;
    if (is_unseen(c) && c != '\n' && c != '\t') out += escaped(c);
    else append_utf8(out, c);
  }
  return out;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char32_t c : decode_utf8(text)) {
    if (is_joint(c)) continue;
    if (is_unseen(c) && c != '\n' && c != '\t') out += escaped(c);
    else append_utf8(out, c);
  }
  return out;
}

std::string json_escaped(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (const char32_t c : decode_utf8(json)) {
    if (is_unseen(c) && c != '\n') out += json_escape(c);
    else append_utf8(out, c);
  }
  return out;
}

}  // namespace lvce
