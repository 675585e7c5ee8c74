// render_pdf: one libharu document for all own pages of a unit, then the font page.
#include "render/pdf_document.h"
#include "render/pdf_page.h"
#include "render/pdf_text.h"
#include "render/render.h"

namespace lvce {

namespace {

RenderedFont describe_font(FontId font, const std::set<char32_t>& characters, const Faces& faces) {
  Faces::Subset subset = faces.subset(font, characters);
  RenderedFont described;
  described.font = font;
  described.program.name = faces.name(font);
  for (const auto& [character, glyph] : subset.glyphs) {
    const auto code = subset.private_codes.find(character);
    described.program.by_code[code == subset.private_codes.end() ? character : code->second] = {character, glyph, faces.advance(font, character)};
  }
  described.private_codes = std::move(subset.private_codes);
  described.program.bytes = std::move(subset.bytes);
  return described;
}

/// Resource names are libharu's own: the n-th font set on a page is F<n>.
void add_font_page(PdfDocument& document, const PlacedFonts& placed, std::vector<RenderedFont>& fonts) {
  const HPDF_Page page = document.add_page();
  HPDF_Page_BeginText(page);
  for (std::size_t i = 0; i < fonts.size(); ++i) {
    HPDF_Page_SetFontAndSize(page, placed.at(fonts[i].font).handle, 10);
    fonts[i].resource_name = "F" + std::to_string(i + 1);
  }
  HPDF_Page_EndText(page);
}

}  // namespace

RenderedPdf render_pdf(const std::vector<const Page*>& pages, const Faces& faces, const std::map<FontId, std::set<char32_t>>& extra) {
  RenderedPdf rendered;
  PdfDocument document;
  PlacedFonts placed;
  for (const auto& [font, characters] : collect_characters(pages, extra)) {
    rendered.fonts.push_back(describe_font(font, characters, faces));
    placed[font] = {document.name_font(faces.placeholder(font)), rendered.fonts.back().private_codes};
  }
  for (const Page* page : pages) {
    draw_page(document.add_page(), *page, placed);
    document.check();
  }
  add_font_page(document, placed, rendered.fonts);
  rendered.bytes = document.save();
  return rendered;
}

}  // namespace lvce
