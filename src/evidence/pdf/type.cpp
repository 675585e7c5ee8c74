#include "evidence/pdf/type.h"

#include <algorithm>
#include <cstdio>
#include <qpdf/QUtil.hh>

#include "evidence/pdf/embed_font.h"
#include "support/files.h"

namespace lvce {
namespace {

constexpr char32_t kNoFace = U'〓';

std::string hex(unsigned code) {
  char text[8];
  std::snprintf(text, sizeof text, "%04X", code & 0xFFFFU);
  return text;
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
  Faces::Subset subset = faces().subset(id, characters);
  FontProgram program{faces().name(id), std::move(subset.bytes), {}};
  for (const auto& [character, code] : font.codes) {
    const auto glyph = subset.glyphs.find(character);
    program.by_code[code] = {character, glyph == subset.glyphs.end() ? 0 : glyph->second, faces().advance(id, character)};
  }
  const QPDFObjectHandle descriptor = QPDFObjectHandle::parse(
      "<< /Type /FontDescriptor /Flags 4 /FontBBox [-1000 -300 2000 1000] /ItalicAngle 0 /Ascent 860 /Descent -140 /CapHeight 700 /StemV 80 >>");
  QPDFObjectHandle below = QPDFObjectHandle::parse(
      "<< /Type /Font /Subtype /CIDFontType2 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>");
  below.replaceKey("/FontDescriptor", pdf_.makeIndirectObject(descriptor));
  font.object.replaceKey("/Type", QPDFObjectHandle::newName("/Font"));
  font.object.replaceKey("/Subtype", QPDFObjectHandle::newName("/Type0"));
  font.object.replaceKey("/Encoding", QPDFObjectHandle::newName("/Identity-H"));
  font.object.replaceKey("/DescendantFonts", QPDFObjectHandle::newArray({pdf_.makeIndirectObject(below)}));
  embed_font(pdf_, font.object, program);
}

}  // namespace lvce
