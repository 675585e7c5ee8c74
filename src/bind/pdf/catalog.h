// What libqpdf 11.3 has no helper for: page labels, bookmarks, links, as dictionaries.
#pragma once

#include <vector>

#include "bind/pdf/volume.h"

namespace lvce {

/// Decimal labels from `first_number` on, behind `front` pages labelled i, ii ….
void write_page_labels(QPDF& pdf, int front, int first_number);
/// The outline tree; entries below the first level are closed.
void write_outline(QPDF& pdf, const std::vector<OutlineEntry>& entries, const std::vector<PdfObject>& pages);
void write_links(QPDF& pdf, const BoundSheet& sheet, PdfObject page, const std::vector<PdfObject>& pages);
/// Language, title, viewer settings.
void write_document_facts(QPDF& pdf, const Volume& volume);

}  // namespace lvce
