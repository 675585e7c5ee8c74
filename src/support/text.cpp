#include "support/text.h"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include "support/ascii.h"

namespace lvce {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
  char32_t code_point;
  std::size_t length;  ///< bytes taken; 0 marks an invalid byte
};

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

Decoded decode_one(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t offset) { return static_cast<unsigned char>(bytes[at + offset]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  std::size_t length = 0;
  char32_t minimum = 0;
  if (lead >= 0xC2 && lead < 0xE0) {
    length = 2;
    minimum = 0x80;
  } else if (lead >= 0xE0 && lead < 0xF0) {
    length = 3;
    minimum = 0x800;
  } else if (lead >= 0xF0 && lead < 0xF5) {
    length = 4;
    minimum = 0x10000;
  }
  if (length == 0 || at + length > bytes.size()) return {kReplacement, 0};
  char32_t code_point = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(byte(i))) return {kReplacement, 0};
    code_point = (code_point << 6) | (byte(i) & 0x3FU);
  }
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (code_point < minimum || code_point > 0x10FFFF || surrogate) return {kReplacement, 0};
  return {code_point, length};
}

bool is_space(char32_t c) { return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x3000 || c == 0xA0 || c == 0xFEFF || (c >= 0x2000 && c <= 0x200B); }

bool is_wide(char32_t c) {
  const int width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH || (width == U_EA_AMBIGUOUS && c >= 0x2000);
}

constexpr char32_t kLeftOut = 0xFFFFFFFF;

/// The text with each code point as `change` gives it (kLeftOut: without it); an invalid byte becomes U+FFFD. Unchanged ones are copied as bytes.
template <typename Change>
std::string rewritten(std::string_view text, const Change& change) {
  std::string out;
  out.reserve(text.size());
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_one(text, at);
    const std::size_t next = at + std::max<std::size_t>(decoded.length, 1);
    const char32_t changed = change(decoded.code_point);
    if (decoded.length == 0 || changed != decoded.code_point) {
      out += text.substr(copied, at - copied);
      if (changed != kLeftOut) append_utf8(out, changed);
      copied = next;
    }
    at = next;
  }
  return out += text.substr(copied);
}

/// Where the last code point begins; the last byte when it is invalid. `text` is not empty.
std::size_t last_point(std::string_view text) {
  for (std::size_t length = 1; length <= std::min<std::size_t>(text.size(), 4); ++length) {
    const std::size_t at = text.size() - length;
    if (decode_one(text, at).length == length) return at;
  }
  return text.size() - 1;
}

/// The run of digits at `at`, without leading zeros; `at` moves behind it.
std::string_view take_number(std::string_view text, std::size_t& at) {
  while (at < text.size() && text[at] == '0') ++at;
  const std::size_t begin = at;
  while (at < text.size() && is_ascii_digit(text[at])) ++at;
  return text.substr(begin, at - begin);
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const Decoded decoded = decode_one(bytes, at);
    if (decoded.length == 0) return false;
    at += decoded.length;
  }
  return true;
}

std::u32string decode_utf8(std::string_view bytes) {
  std::u32string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const Decoded decoded = decode_one(bytes, at);
    out += decoded.code_point;
    at += std::max<std::size_t>(decoded.length, 1);
  }
  return out;
}

void append_utf8(std::string& to, char32_t c) {
  const auto add = [&to](char32_t byte) { to += static_cast<char>(byte); };
  if (c < 0x80) {
    add(c);
  } else if (c < 0x800) {
    add(0xC0 | (c >> 6));
    add(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    add(0xE0 | (c >> 12));
    add(0x80 | ((c >> 6) & 0x3F));
    add(0x80 | (c & 0x3F));
  } else {
    add(0xF0 | (c >> 18));
    add(0x80 | ((c >> 12) & 0x3F));
    add(0x80 | ((c >> 6) & 0x3F));
    add(0x80 | (c & 0x3F));
  }
}

std::string encode_utf8(std::u32string_view code_points) {
  std::string out;
  out.reserve(code_points.size() * 3);
  for (char32_t c : code_points) append_utf8(out, c);
  return out;
}

std::optional<std::string> from_gb18030(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open("gb18030", &status);
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::u16string wide(bytes.size() + 1, u'\0');
  const int32_t length = ucnv_toUChars(converter, wide.data(), static_cast<int32_t>(wide.size()), bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  ucnv_close(converter);
  if (U_FAILURE(status)) return std::nullopt;
  std::string out;
  for (int32_t i = 0; i < length; ++i) {
    const auto unit = static_cast<std::size_t>(i);
    char32_t c = wide[unit];
    if (c >= 0xD800 && c < 0xDC00 && i + 1 < length) {
      c = 0x10000 + ((c - 0xD800) << 10) + (wide[unit + 1] - 0xDC00U);
      ++i;
    }
    append_utf8(out, c);
  }
  return out;
}

std::string fold_width(std::string_view text) {
  return rewritten(text, [](char32_t c) -> char32_t {
    if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
    return c == 0x3000 || c == 0xA0 ? U' ' : c;
  });
}

std::string trim(std::string_view text) {
  while (!text.empty()) {
    const Decoded first = decode_one(text, 0);
    if (!is_space(first.code_point)) break;
    text.remove_prefix(first.length);
  }
  while (!text.empty()) {
    const std::size_t last = last_point(text);
    if (!is_space(decode_one(text, last).code_point)) break;
    text = text.substr(0, last);
  }
  return rewritten(text, [](char32_t c) { return c; });
}

std::string without_space(std::string_view text) {
  return rewritten(text, [](char32_t c) -> char32_t { return is_space(c) ? kLeftOut : c; });
}

int display_width(std::string_view text) {
  int columns = 0;
  for (char32_t c : decode_utf8(text)) columns += is_wide(c) ? 2 : 1;
  return columns;
}

int count_characters(std::string_view text) {
  const std::u32string points = decode_utf8(text);
  return static_cast<int>(std::count_if(points.begin(), points.end(), [](char32_t c) { return !is_space(c); }));
}

bool natural_less(std::string_view left, std::string_view right) {
  std::size_t l = 0;
  std::size_t r = 0;
  while (l < left.size() && r < right.size()) {
    if (is_ascii_digit(left[l]) && is_ascii_digit(right[r])) {
      const std::string_view a = take_number(left, l);
      const std::string_view b = take_number(right, r);
      if (a.size() != b.size()) return a.size() < b.size();
      if (a != b) return a < b;
      continue;
    }
    if (left[l] != right[r]) return static_cast<unsigned char>(left[l]) < static_cast<unsigned char>(right[r]);
    ++l;
    ++r;
  }
  if (l < left.size() || r < right.size()) return r < right.size();
  return left < right;  // equal but for leading zeros: keep the order total
}

bool starts_with_any(std::string_view text, const std::vector<std::string>& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& prefix) { return text.starts_with(prefix); });
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> out;
  while (true) {
    const std::size_t at = text.find(separator);
    out.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return out;
    text.remove_prefix(at + 1);
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += separator;
    out += parts[i];
  }
  return out;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace lvce
