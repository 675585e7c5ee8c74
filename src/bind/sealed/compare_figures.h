// What must be said of the figures in a document that the office edited.
#pragma once

#include <filesystem>

#include "document/document.h"
#include "office/dossier.h"
#include "support/finding.h"

namespace lvce {

/// Compares the probed PDF `file`, which stands at `place`, with what `document` says now: edited-copy-figure of each figure that does not stand there,
/// edited-copy-not-compared where it is a scan or another text; edited-copy-charts (note) where charts cannot be compared, for it is no .docx.
void compare_figures(const Document& document, const EvidenceFile& file, const Place& place, Findings& findings);

/// What the worker left of it to bind, else the file itself.
const std::filesystem::path& bound_file_of(const EvidenceFile& file);

}  // namespace lvce
