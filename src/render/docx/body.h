// The blocks of a document as the body of word/document.xml.
#pragma once

#include <string>

#include "render/docx/parts.h"
#include "render/render.h"

namespace lvce {

/// Relationship ids of headers and footers; an empty one is not there.
struct PageMarks {
  std::string footer, even_footer;  ///< page numbers at the right, and at the left of even pages
  std::string no_footer;            ///< of pages without number
  std::string header;
};

/// <w:body>…</w:body>; charts are added to the parts.
std::string word_body(const Document& document, const Faces& faces, const DocxOptions& options, const PageMarks& marks, OfficeParts& parts);

}  // namespace lvce
