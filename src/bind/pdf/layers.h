// Layers (optional content) that a file hides must stay hidden: without them a drawing would show what its office switched off.
#pragma once

#include <vector>

#include "bind/pdf/objects.h"

namespace lvce {

/// In the PDF that volumes are written from.
struct Layers {
  std::vector<PdfObject> all;  ///< of files that hide any
  std::vector<PdfObject> hidden;
};

/// Notes the layers of `source` when some are hidden by its default configuration (BaseState, ON, OFF), as copied into `into`.
void take_layers(QPDF& source, QPDF& into, Layers& layers);
/// Writes them into the catalog; nothing when there are none.
void write_layers(QPDF& pdf, const Layers& layers);

}  // namespace lvce
