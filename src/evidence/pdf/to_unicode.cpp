#include "evidence/pdf/to_unicode.h"

#include <algorithm>
#include <memory>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <vector>

#include "support/text.h"

namespace lvce {
namespace {

std::uint32_t number_of(const std::string& bytes) {
  std::uint32_t value = 0;
  for (const unsigned char byte : bytes.substr(0, 4)) value = value << 8 | byte;
  return value;
}

std::u32string from_utf16(const std::string& bytes) {
  std::u32string out;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const std::uint32_t unit = number_of(bytes.substr(i, 2));
    const bool pair = unit >= 0xD800 && unit < 0xDC00 && i + 3 < bytes.size();
    if (!pair) {
      out += static_cast<char32_t>(unit);
      continue;
    }
    i += 2;
    out += static_cast<char32_t>(0x10000 + ((unit - 0xD800) << 10) + ((number_of(bytes.substr(i, 2)) - 0xDC00) & 0x3FF));
  }
  return out;
}

}  // namespace

ToUnicode::ToUnicode(const std::string& map) {
  const auto source = std::make_shared<BufferInputSource>("map", map);
  QPDFTokenizer tokenizer;
  tokenizer.allowEOF();
  std::vector<std::string> strings;
  std::size_t listed = std::string::npos;  // where an array of characters began
  const auto take_list = [&] {
    if (listed < 2 || listed > strings.size()) return;
    const std::uint32_t first = number_of(strings[listed - 2]);
    for (std::size_t i = listed; i < strings.size() && characters_.size() < kEntriesAtMost; ++i)
      characters_[first + static_cast<std::uint32_t>(i - listed)] = from_utf16(strings[i]);
    strings.resize(listed - 2);
    listed = std::string::npos;
  };
  for (;;) {
    const QPDFTokenizer::Token token = tokenizer.readToken(source, "map", true);
    const std::string& word = token.getValue();
    if (token.getType() == QPDFTokenizer::tt_eof) return;
    if (token.getType() == QPDFTokenizer::tt_string) strings.push_back(word);
    if (token.getType() == QPDFTokenizer::tt_array_open) listed = strings.size();
    if (token.getType() == QPDFTokenizer::tt_array_close) take_list();
    if (token.getType() != QPDFTokenizer::tt_word) continue;
    if (word == "endcodespacerange" && !strings.empty()) length_ = std::clamp<std::size_t>(strings.back().size(), 1, 4);
    if (word == "endbfchar") {
      for (std::size_t i = 0; i + 1 < strings.size(); i += 2) add_range(strings[i], strings[i], strings[i + 1]);
    }
    if (word == "endbfrange") {
      for (std::size_t i = 0; i + 2 < strings.size(); i += 3) add_range(strings[i], strings[i + 1], strings[i + 2]);
    }
    strings.clear();
  }
}

void ToUnicode::add_range(const std::string& low, const std::string& high, const std::string& characters) {
  const std::u32string first = from_utf16(characters);
  if (first.empty()) return;
  const std::uint32_t from = number_of(low), to = number_of(high);
  for (std::uint32_t code = from; code <= to && characters_.size() < kEntriesAtMost; ++code) {
    std::u32string& shown = characters_[code] = first;
    shown.back() += static_cast<char32_t>(code - from);
    if (code == to) break;
  }
}

std::string ToUnicode::text_of(const std::string& string) const {
  std::u32string out;
  for (std::size_t i = 0; i + length_ <= string.size(); i += length_) {
    const std::uint32_t code = number_of(string.substr(i, length_));
    const auto found = characters_.find(code);
    if (found != characters_.end()) out += found->second;
    else if (characters_.empty() && code < 0x80) out += static_cast<char32_t>(code);
  }
  std::erase_if(out, [](char32_t c) { return c > 0x10FFFF || (c >= 0xD800 && c < 0xE000); });
  return encode_utf8(out);
}

}  // namespace lvce
