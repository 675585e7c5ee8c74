// Pages → PDF bytes (libharu), documents → XLSX bytes (libxlsxwriter). Deterministic.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "compose/document.h"
#include "layout/page.h"

namespace lvce {

/// How a stamp's text is written in the page content by bind/: resource name of each font in the rendered file and private codes.
struct RenderedFont {
  FontId font = 0;
  std::string resource_name;                   ///< as libharu named it on the font pages: "F1"
  std::map<char32_t, char32_t> private_codes;  ///< characters above U+FFFF
};

struct RenderedPdf {
  std::string bytes;      ///< one page per Page, then one last "font page" whose resources name every font
  std::vector<RenderedFont> fonts;
};

/// Draws all own pages of a unit into one PDF. `extra` are characters that bind/ will need for stamps, by face font.
/// ImageBoxes are left empty. The ToUnicode maps are libharu's: bind/ rewrites them.
RenderedPdf render_pdf(const std::vector<const Page*>& pages, const Faces& faces, const std::map<FontId, std::set<char32_t>>& extra);


/// One worksheet per section that names a sheet. `created` (YYYY-MM-DD or empty) fixes the date in the properties.
std::string render_xlsx(const Document& document, const std::string& created);

}  // namespace lvce
