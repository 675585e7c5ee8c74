#include "workbook/package/utf16.h"

#include "support/text.h"

namespace lvce::xlsx {

bool Utf16ToUtf8::begins_utf16(std::string_view bytes) {
  using namespace std::string_view_literals;
  const std::string_view start = bytes.substr(0, 2);
  return start == "\xFF\xFE"sv || start == "\xFE\xFF"sv || start == "<\0"sv || start == "\0<"sv;
}

std::string Utf16ToUtf8::convert(std::string_view block) {
  if (!started_ && !block.empty()) big_endian_ = block.front() == '\xFE' || block.front() == '\0';
  started_ = true;
  odd_ += block;
  std::string out;
  std::size_t at = 0;
  for (; at + 1 < odd_.size(); at += 2) {
    const auto first = static_cast<unsigned char>(odd_[at]);
    const auto second = static_cast<unsigned char>(odd_[at + 1]);
    take(static_cast<char32_t>(big_endian_ ? first << 8 | second : second << 8 | first), out);
  }
  odd_.erase(0, at);
  return out;
}

void Utf16ToUtf8::take(char32_t unit, std::string& out) {
  const bool low = unit >= 0xDC00 && unit <= 0xDFFF;
  if (high_ != 0) {
    append_utf8(out, low ? 0x10000 + ((high_ - 0xD800) << 10) + (unit - 0xDC00) : 0xFFFD);
    high_ = 0;
    if (low) return;
  }
  if (unit >= 0xD800 && unit <= 0xDBFF) high_ = unit;
  else if (unit != 0xFEFF) append_utf8(out, low ? 0xFFFD : unit);
}

}  // namespace lvce::xlsx
