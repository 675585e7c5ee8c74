#include "render/pdf_text.h"

#include "support/text.h"

namespace lvce {

namespace {

constexpr std::size_t kPieceBytes = 8000;  // libharu: strings of at most 65,535 bytes, written as hexadecimal

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF; }

bool is_plain_ascii(const std::string& text) {
  for (const char c : text)
    if (c < 0x20 || c > 0x7E) return false;
  return true;
}

}  // namespace

CharactersByFont collect_characters(const std::vector<const Page*>& pages, const CharactersByFont& extra) {
  CharactersByFont characters = extra;
  for (const Page* page : pages)
    for (const TextBox& box : page->texts)
      for (const char32_t c : decode_utf8(box.text))
        if (!is_control(c)) characters[box.font].insert(c);
  return characters;
}

std::vector<std::string> encode_text(const std::string& text, const std::map<char32_t, char32_t>& private_codes) {
  if (text.empty()) return {};
  if (text.size() <= kPieceBytes && is_plain_ascii(text)) return {text};
  std::vector<std::string> pieces(1);
  for (const char32_t c : decode_utf8(text)) {
    if (is_control(c)) continue;
    if (pieces.back().size() > kPieceBytes) pieces.emplace_back();
    const auto code = c > 0xFFFF ? private_codes.find(c) : private_codes.end();
    append_utf8(pieces.back(), code == private_codes.end() ? c : code->second);
  }
  if (pieces.back().empty()) pieces.pop_back();
  return pieces;
}

}  // namespace lvce
