#include "support/first_words.h"

#include <string_view>

#include "support/text.h"

namespace lvce {
namespace {

constexpr std::size_t kFewCharacters = 4;  ///< too few to tell what it is

/// In GBK, and no trouble on any file system.
bool is_safe(char32_t c) {
  if (std::u32string_view(U"、《》（）“”·-%").find(c) != std::u32string_view::npos) return true;
  const bool ascii = (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
  return ascii || (c >= 0x4E00 && c <= 0x9FA5);
}

/// Where a text makes its first pause.
bool is_pause(char32_t c) { return std::u32string_view(U"，。；：,;:！!？?\n").find(c) != std::u32string_view::npos; }

/// "得1.5分": no part of what is done.
bool gives_points(const std::u32string& text, std::size_t at) {
  return text[at] == U'得' && at + 1 < text.size() && text[at + 1] >= U'0' && text[at + 1] <= U'9';
}

/// Words that are too long, cut where a list or a quotation in them ends.
std::u32string cut_well(std::u32string words, std::size_t at_most) {
  if (words.size() <= at_most) return words;
  const bool at_comma = words[at_most] == U'、';
  words.resize(at_most);
  if (at_comma) return words;
  const std::size_t end = words.find_last_of(U"、》”）");
  if (end == std::u32string::npos || end < kFewCharacters) return words;
  words.resize(words[end] == U'、' ? end : end + 1);
  return words;
}

}  // namespace

std::string first_words(const std::string& text, std::size_t bytes_at_most) {
  std::u32string words;
  const std::u32string all = decode_utf8(text);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const char32_t c = all[i];
    if ((is_pause(c) || gives_points(all, i)) && words.size() >= kFewCharacters) break;
    if (is_safe(c) || c == U'/') words += c == U'/' ? U'-' : c;
    if (words.size() > bytes_at_most) break;
  }
  std::size_t characters = words.size(), bytes = encode_utf8(words).size();
  while (bytes > bytes_at_most) bytes -= encode_utf8(std::u32string(1, words[--characters])).size();
  return encode_utf8(cut_well(std::move(words), characters));
}

}  // namespace lvce
