// Pages → PDF bytes (libharu), documents → XLSX bytes (libxlsxwriter) and DOCX bytes. Deterministic.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "document/document.h"
#include "faces/faces.h"
#include "layout/page.h"

namespace lvce {

/// What bind/ needs of a font in the rendered file, to write stamps with it and to rewrite its ToUnicode map.
///
/// The font is a Type 0 font, Encoding Identity-H, with a CIDToGIDMap by code: text in a content stream is the codes as UTF-16BE in a
/// hexadecimal string, e.g. `BT /F1 9 Tf 1 0 0 1 85 800 Tm <7B2C003500379875> Tj ET` for 第57页. The code of a character is the character
/// itself, above U+FFFF the one in `private_codes`. Only characters in `codes` have a glyph.
struct RenderedFont {
  FontId font = 0;
  std::string resource_name;                   ///< key in /Resources /Font of the font page, without the slash: "F1". Other pages number theirs anew.
  std::map<char32_t, char32_t> private_codes;  ///< characters above U+FFFF → code as written
  FontProgram program;                         ///< with all characters of this font (also `extra`)
};

struct RenderedPdf {
  std::string bytes;  ///< one page per Page, then one last "font page" whose resources name every font; nothing is compressed
  std::vector<RenderedFont> fonts;
};

/// Draws all own pages of a unit into one PDF. `extra` are characters that bind/ will need for stamps, by face font.
/// ImageBoxes, LinkBoxes and the glyphs are left to bind/.
///
/// Every PDF page is portrait A4. A landscape page's content is turned 90° counter-clockwise: a point (x, y) of the Page lies at
/// (kA4WidthPt − y, x) of the PDF page, that is matrix 0 1 −1 0 kA4WidthPt 0; the head of a landscape table is at the left edge.
///
/// Expects of layout: only characters that `font` of their TextBox has (others show its .notdef box). Control characters (below U+0020 and
/// U+007F–U+009F) are skipped. Deterministic: no dates. Throws std::runtime_error with a Chinese message when libharu fails: that is a fault of
/// this program or a full memory, never of the clerk's files (exit code 4).
RenderedPdf render_pdf(const std::vector<const Page*>& pages, const Faces& faces, const std::map<FontId, std::set<char32_t>>& extra);

/// One worksheet per section that names a sheet. `created` (YYYY-MM-DD or empty) fixes the date in the properties.
std::string render_xlsx(const Document& document, const std::string& created);

struct DocxOptions {
  std::string created;  ///< YYYY-MM-DD, or empty: the properties then name no date
  std::string author;
  std::string mark;    ///< above every page; empty: none
  bool duplex = true;  ///< margins mirrored, page numbers at the outer side
};

/// The document as a Word file (ECMA-376, transitional): styles with outline levels, tables with repeated heads and merged cells, charts with their
/// figures, page numbers as fields, sections portrait and landscape, the page of GB/T 9704. Its words are those of the PDF in the same order. The
/// faces are named as offices have them and only measured here: nothing is embedded. Photos are not carried.
std::string render_docx(const Document& document, const Faces& faces, const DocxOptions& options);

}  // namespace lvce
