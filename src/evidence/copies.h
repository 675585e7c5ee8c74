// Files of one content.
#pragma once

#include "office/dossier.h"
#include "support/finding.h"

namespace lvce {

/// Marks the copies among files that are bound (`EvidenceFile::copy_of`) and names them: under one indicator they count once (warning, one for
/// each indicator); at several indicators each counts, which is told as a note of papers and as a warning of pictures, for a picture shows one thing.
void mark_copies(EvidenceFolder& folder, Findings& findings);

}  // namespace lvce
