#include "layout/kit.h"

#include <cmath>

namespace lvce::test {

FontId PlainFaces::font_for(Face, char32_t c) const { return c >= 0xE000 && c <= 0xF8FF ? -1 : 0; }
double PlainFaces::advance(FontId, char32_t c) const { return c < 0x80 ? 500 : 1000; }

LaidOut lay_out_plain(const Document& document, const PageNumbers& numbers, LayoutOptions options) {
  return lay_out_with(document, PlainFaces(), numbers, options);
}

Paragraph paragraph(ParagraphStyle style, const std::string& text) {
  Paragraph made;
  made.style = style;
  made.runs.emplace_back();
  made.runs.back().text = text;
  return made;
}

TableCell cell(const std::string& text) {
  TableCell made;
  made.value.value = text;
  return made;
}

TableCell number(const std::string& digits, int places) {
  TableCell made;
  made.value.value = *Decimal::parse(digits);
  made.value.format.places = places;
  made.align = Align::decimal;
  return made;
}

TableRow row(std::vector<TableCell> cells) {
  TableRow made;
  made.cells = std::move(cells);
  return made;
}

Document document_of(std::vector<Block> blocks, Orientation orientation) {
  Document document;
  document.sections.emplace_back();
  document.sections.back().orientation = orientation;
  document.sections.back().blocks = std::move(blocks);
  return document;
}

std::string characters(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "字";
  return text;
}

std::vector<TextLine> lines_of(const Page& page) {
  std::vector<TextLine> lines;
  for (const TextBox& box : page.texts) {
    if (lines.empty() || std::abs(lines.back().y - box.y) > 0.5) lines.push_back({box.x, box.y, ""});
    lines.back().text += box.text;
  }
  return lines;
}

std::string text_of(const Page& page) {
  std::string text;
  for (const TextBox& box : page.texts) text += box.text;
  return text;
}

bool page_says(const Page& page, const std::string& words) { return text_of(page).find(words) != std::string::npos; }

}  // namespace lvce::test
