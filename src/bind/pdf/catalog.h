// What libqpdf 11.3 has no helper for: page labels, bookmarks, links, as dictionaries.
#pragma once

#include <vector>

#include "bind/pdf/volume.h"

namespace lvce {

/// The sheets' numbers: 57, 57-1; i, ii … on those that show none.
void write_page_labels(QPDF& pdf, const std::vector<BoundSheet>& sheets);
/// The outline tree; entries below the first level are closed.
void write_outline(QPDF& pdf, const std::vector<OutlineEntry>& entries, const std::vector<PdfObject>& pages);
void write_links(QPDF& pdf, const BoundSheet& sheet, PdfObject page, const std::vector<PdfObject>& pages);
/// Language, title, viewer settings.
void write_document_facts(QPDF& pdf, const Volume& volume);

}  // namespace lvce
