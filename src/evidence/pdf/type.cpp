#include "evidence/pdf/type.h"

#include <algorithm>
#include <cstdio>
#include <qpdf/QUtil.hh>

#include "evidence/pdf/packed_stream.h"
#include "support/files.h"

namespace lvce {
namespace {

constexpr char32_t kNoFace = U'〓';
constexpr std::size_t kMappingsInABlock = 100;

std::string hex(unsigned code) {
  char text[8];
  std::snprintf(text, sizeof text, "%04X", code & 0xFFFFU);
  return text;
}

std::string utf16_hex(char32_t c) {
  if (c <= 0xFFFF) return hex(c);
  const unsigned rest = static_cast<unsigned>(c) - 0x10000;
  return hex(0xD800 + (rest >> 10)) + hex(0xDC00 + (rest & 0x3FF));
}

/// Which character a code shows: what is searched for and copied.
std::string to_unicode(const std::map<char32_t, unsigned>& codes) {
  std::string text =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  std::size_t left = codes.size(), in_block = 0;
  for (const auto& [character, code] : codes) {
    if (in_block == 0) {
      in_block = std::min(left, kMappingsInABlock);
      text += std::to_string(in_block) + " beginbfchar\n";
    }
    text += "<" + hex(code) + "> <" + utf16_hex(character) + ">\n";
    --left;
    if (--in_block == 0) text += "endbfchar\n";
  }
  return text + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

}  // namespace

const Faces& PdfType::faces() {
  if (!faces_) faces_ = Faces::load(data_folder() / "fonts");
  return *faces_;
}

std::pair<FontId, char32_t> PdfType::placed(char32_t c) {
  const FontId id = faces().font_for(Face::song, c);
  if (id >= 0) return {id, c};
  lacking_.insert(c);
  return {faces().font_for(Face::song, kNoFace), kNoFace};
}

bool PdfType::has(std::u32string_view text) {
  return std::all_of(text.begin(), text.end(), [&](char32_t c) { return c < U' ' || faces().font_for(Face::song, c) >= 0; });
}

double PdfType::width(std::u32string_view text) {
  double sum = 0;
  for (const char32_t c : text) {
    const auto [id, shown] = placed(c);
    sum += faces().advance(id, shown);
  }
  return sum;
}

QPDFObjectHandle PdfType::resources() {
  if (!resources_.isInitialized()) resources_ = pdf_.makeIndirectObject(QPDFObjectHandle::parse("<< /Font << >> >>"));
  return resources_;
}

PdfType::Font& PdfType::font(FontId id) {
  const auto known = fonts_.find(id);
  if (known != fonts_.end()) return known->second;
  QPDFObjectHandle object = pdf_.makeIndirectObject(QPDFObjectHandle::newDictionary());
  resources().getKey("/Font").replaceKey("/F" + std::to_string(id), object);
  return fonts_[id] = {object, {}};
}

std::string PdfType::show(std::u32string_view text, double size) {
  std::string operators, codes;
  FontId current = -1;
  const auto flush = [&] {
    if (!codes.empty()) operators += "/F" + std::to_string(current) + ' ' + QUtil::double_to_string(size, 3) + " Tf <" + codes + "> Tj\n";
    codes.clear();
  };
  for (const char32_t c : text) {
    const auto [id, shown] = placed(c);
    if (id != current) flush();
    current = id;
    Font& of = font(id);
    codes += hex(of.codes.emplace(shown, static_cast<unsigned>(of.codes.size()) + 1).first->second);
  }
  flush();
  return operators;
}

void PdfType::finish() {
  for (auto& [id, used] : fonts_) embed(id, used);
}

void PdfType::embed(FontId id, Font& font) {
  std::set<char32_t> characters;
  for (const auto& [character, code] : font.codes) characters.insert(character);
  const Faces::Subset subset = faces().subset(id, characters);
  std::string glyph_of_code(2 * (font.codes.size() + 1), '\0');
  std::map<unsigned, double> advances;
  for (const auto& [character, code] : font.codes) {
    const auto glyph = subset.glyphs.find(character);
    const unsigned number = glyph == subset.glyphs.end() ? 0 : glyph->second;
    glyph_of_code[2 * code] = static_cast<char>(number >> 8);
    glyph_of_code[2 * code + 1] = static_cast<char>(number & 0xFF);
    advances[code] = faces().advance(id, character);
  }
  QPDFObjectHandle widths = QPDFObjectHandle::newArray();
  for (const auto& [code, advance] : advances) widths.appendItem(QPDFObjectHandle::newReal(advance, 0));
  const QPDFObjectHandle name = QPDFObjectHandle::newName("/LVCEAA+" + faces().name(id));
  QPDFObjectHandle descriptor = QPDFObjectHandle::parse(
      "<< /Type /FontDescriptor /Flags 4 /FontBBox [-1000 -300 2000 1000] /ItalicAngle 0 /Ascent 860 /Descent -140 /CapHeight 700 /StemV 80 >>");
  descriptor.replaceKey("/FontName", name);
  descriptor.replaceKey("/FontFile2", packed_stream(pdf_, subset.bytes));
  QPDFObjectHandle below = QPDFObjectHandle::parse(
      "<< /Type /Font /Subtype /CIDFontType2 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>");
  below.replaceKey("/BaseFont", name);
  below.replaceKey("/FontDescriptor", pdf_.makeIndirectObject(descriptor));
  below.replaceKey("/CIDToGIDMap", packed_stream(pdf_, glyph_of_code));
  below.replaceKey("/W", QPDFObjectHandle::newArray({QPDFObjectHandle::newInteger(1), widths}));
  font.object.replaceKey("/Type", QPDFObjectHandle::newName("/Font"));
  font.object.replaceKey("/Subtype", QPDFObjectHandle::newName("/Type0"));
  font.object.replaceKey("/BaseFont", name);
  font.object.replaceKey("/Encoding", QPDFObjectHandle::newName("/Identity-H"));
  font.object.replaceKey("/DescendantFonts", QPDFObjectHandle::newArray({pdf_.makeIndirectObject(below)}));
  font.object.replaceKey("/ToUnicode", packed_stream(pdf_, to_unicode(font.codes)));
}

}  // namespace lvce
