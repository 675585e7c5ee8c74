#include "evidence/pdf/to_unicode.h"

#include <algorithm>
#include <memory>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <vector>

#include "support/encoding.h"
#include "support/text.h"

namespace lvce {
namespace {

std::uint32_t big_endian(const std::string& bytes) {
  std::uint32_t value = 0;
  for (const unsigned char byte : bytes.substr(0, 4)) value = value << 8 | byte;
  return value;
}

/// What a map says for one code; nothing where it is broken.
std::u32string characters_of(const std::string& bytes) { return decode_utf8(from_utf16(bytes, true).value_or("")); }

}  // namespace

ToUnicode::ToUnicode(const std::string& map) {
  const auto source = std::make_shared<BufferInputSource>("map", map);
  QPDFTokenizer tokenizer;
  tokenizer.allowEOF();
  std::vector<std::string> strings;
  std::size_t listed = std::string::npos;  // where an array of characters began
  const auto take_list = [&] {
    if (listed < 2 || listed > strings.size()) return;
    const std::uint32_t first = big_endian(strings[listed - 2]);
    for (std::size_t i = listed; i < strings.size() && characters_.size() < kEntriesAtMost; ++i)
      characters_[first + static_cast<std::uint32_t>(i - listed)] = characters_of(strings[i]);
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
  const std::u32string first = characters_of(characters);
  if (first.empty()) return;
  const std::uint32_t from = big_endian(low), to = big_endian(high);
  for (std::uint32_t code = from; code <= to && characters_.size() < kEntriesAtMost; ++code) {
    std::u32string& shown = characters_[code] = first;
    shown.back() += static_cast<char32_t>(code - from);
    if (code == to) break;
  }
}

std::string ToUnicode::text_of(const std::string& string) const {
  std::u32string out;
  for (std::size_t i = 0; i + length_ <= string.size(); i += length_) {
    const std::uint32_t code = big_endian(string.substr(i, length_));
    const auto found = characters_.find(code);
    if (found != characters_.end()) out += found->second;
    else if (characters_.empty() && code < 0x80) out += static_cast<char32_t>(code);
  }
  std::erase_if(out, [](char32_t c) { return c > 0x10FFFF || (c >= 0xD800 && c < 0xE000); });
  return encode_utf8(out);
}

}  // namespace lvce
