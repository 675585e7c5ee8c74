// render_pdf: one libharu document for all own pages of a unit, then the font page.
#include "render/pdf_document.h"
#include "render/pdf_page.h"
#include "render/pdf_text.h"
#include "render/render.h"
#include "support/text.h"

namespace lvce {

namespace {

RenderedFont describe_font(FontId font, const std::set<char32_t>& characters, const Faces::Subset& subset) {
  RenderedFont described;
  described.font = font;
  described.private_codes = subset.private_codes;
  for (const char32_t c : characters) {
    const auto code = subset.private_codes.find(c);
    if (code != subset.private_codes.end()) described.codes[code->second] = c;
    else if (c <= 0xFFFF) described.codes[c] = c;
  }
  return described;
}

/// libharu embeds the glyphs that it was asked to measure: asks for all of them, also those that only stamps will use.
void use_all_glyphs(HPDF_Font font, const std::map<char32_t, char32_t>& codes) {
  std::string text;
  const auto flush = [&] { HPDF_Font_TextWidth(font, reinterpret_cast<const HPDF_BYTE*>(text.data()), static_cast<HPDF_UINT>(text.size())); };
  for (const auto& [code, character] : codes) {
    append_utf8(text, code);
    if (text.size() < 4000) continue;
    flush();
    text.clear();
  }
  flush();
}

/// Resource names are libharu's own: the n-th font set on a page is F<n>.
void add_font_page(PdfDocument& document, const EmbeddedFonts& embedded, std::vector<RenderedFont>& fonts) {
  const HPDF_Page page = document.add_page();
  HPDF_Page_BeginText(page);
  for (std::size_t i = 0; i < fonts.size(); ++i) {
    HPDF_Page_SetFontAndSize(page, embedded.at(fonts[i].font).handle, 10);
    fonts[i].resource_name = "F" + std::to_string(i + 1);
  }
  HPDF_Page_EndText(page);
}

}  // namespace

RenderedPdf render_pdf(const std::vector<const Page*>& pages, const Faces& faces, const std::map<FontId, std::set<char32_t>>& extra) {
  RenderedPdf rendered;
  PdfDocument document;
  EmbeddedFonts embedded;
  for (const auto& [font, characters] : collect_characters(pages, extra)) {
    const Faces::Subset subset = faces.subset(font, characters);
    rendered.fonts.push_back(describe_font(font, characters, subset));
    embedded[font] = {document.embed(subset.bytes), subset.private_codes};
    use_all_glyphs(embedded[font].handle, rendered.fonts.back().codes);
  }
  for (const Page* page : pages) {
    draw_page(document.add_page(), *page, embedded);
    document.check();
  }
  add_font_page(document, embedded, rendered.fonts);
  rendered.bytes = document.save();
  return rendered;
}

}  // namespace lvce
