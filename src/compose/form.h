// Forms: laid-out pages and worksheets described in YAML (docs/template-format.md), expanded over the values of an assessment.
#pragma once

#include <string>

#include "compose/compose.h"
#include "compose/fill.h"
#include "compose/scope.h"

namespace lvce {

/// Expands templates/<name>. A missing or broken template gives a document without sections and an error finding "template-broken".
Document expand_form(const Templates& templates, const std::string& name, const Vocabulary& words, Findings& findings);

/// Blocks of the first section of a form, to be set into a narrative.
std::vector<Block> expand_form_blocks(const Templates& templates, const std::string& name, const Vocabulary& words, const Scope& scope, Findings& findings);

}  // namespace lvce
