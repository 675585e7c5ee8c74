// One table of a form: rows and cells from YAML, repeats, merges.
#pragma once

#include "compose/fill.h"
#include "compose/scope.h"
#include "compose/yaml_view.h"
#include "document/document.h"

namespace lvce {

Table expand_table(const YamlView& view, const Vocabulary& words, const Scope& scope);

}  // namespace lvce
