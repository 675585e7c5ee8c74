// Narrative documents: Markdown templates whose fields are filled after the Markdown has been parsed.
#pragma once

#include <string>

#include "compose/compose.h"
#include "compose/scope.h"

namespace lvce {

/// Reads templates/<name> into one portrait section. A paragraph of its own may be a directive:
/// {{> part.md for list}}, {{> part.md if field}}, {{> part.md unless field}}, {{> tables/x.yaml}}, {{> signature}}.
Document read_narrative(const Templates& templates, const std::string& name, const Vocabulary& words, Findings& findings);

}  // namespace lvce
