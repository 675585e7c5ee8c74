#include "evidence/pdf/embed_font.h"

#include "evidence/pdf/packed_stream.h"
#include "evidence/pdf/unicode_map.h"
#include "support/files.h"

namespace lvce {
namespace {

constexpr double kUsualAdvance = 1000;  // of a Han character

/// Six letters that another subset of the same font does not have (ISO 32000-1, 9.6.4).
std::string tag_of(const std::string& bytes) {
  std::string tag = sha256_of(bytes).substr(0, 6);
  for (char& digit : tag) digit = static_cast<char>('A' + (digit <= '9' ? digit - '0' : digit - 'a' + 10));
  return tag;
}

/// Two bytes for each code up to the last.
std::string glyph_numbers(const FontProgram& program) {
  std::string map(program.by_code.empty() ? 2 : 2 * (program.by_code.rbegin()->first + std::size_t{1}), '\0');
  for (const auto& [code, glyph] : program.by_code) {
    const std::size_t at = 2 * std::size_t{code};
    map[at] = static_cast<char>(glyph.number >> 8);
    map[at + 1] = static_cast<char>(glyph.number & 0xFF);
  }
  return map;
}

/// "first last width" for each run of codes that follow each other with one width other than the usual one.
QPDFObjectHandle widths_of(const FontProgram& program) {
  QPDFObjectHandle widths = QPDFObjectHandle::newArray();
  const auto add = [&](char32_t first, char32_t last, double advance) {
    widths.appendItem(QPDFObjectHandle::newInteger(first));
    widths.appendItem(QPDFObjectHandle::newInteger(last));
    widths.appendItem(QPDFObjectHandle::newReal(advance, 0));
  };
  for (auto at = program.by_code.begin(); at != program.by_code.end();) {
    const auto [first, glyph] = *at;
    char32_t last = first;
    for (++at; at != program.by_code.end() && at->first == last + 1 && at->second.advance == glyph.advance; ++at) last = at->first;
    if (glyph.advance != kUsualAdvance) add(first, last, glyph.advance);
  }
  return widths;
}

std::map<char32_t, char32_t> characters_by_code(const FontProgram& program) {
  std::map<char32_t, char32_t> characters;
  for (const auto& [code, glyph] : program.by_code) characters[code] = glyph.character;
  return characters;
}

}  // namespace

void embed_font(QPDF& pdf, QPDFObjectHandle font, const FontProgram& program) {
  const QPDFObjectHandle name = QPDFObjectHandle::newName("/" + tag_of(program.bytes) + "+" + program.name);
  QPDFObjectHandle below = font.getKey("/DescendantFonts").getArrayItem(0);
  QPDFObjectHandle descriptor = below.getKey("/FontDescriptor");
  QPDFObjectHandle file = packed_stream(pdf, program.bytes);
  file.getDict().replaceKey("/Length1", QPDFObjectHandle::newInteger(static_cast<long long>(program.bytes.size())));
  descriptor.replaceKey("/FontName", name);
  descriptor.replaceKey("/FontFile2", file);
  below.replaceKey("/BaseFont", name);
  below.replaceKey("/DW", QPDFObjectHandle::newReal(kUsualAdvance, 0));
  below.replaceKey("/W", widths_of(program));
  below.replaceKey("/CIDToGIDMap", packed_stream(pdf, glyph_numbers(program)));
  font.replaceKey("/BaseFont", name);
  font.replaceKey("/ToUnicode", packed_stream(pdf, to_unicode_cmap(characters_by_code(program))));
}

}  // namespace lvce
