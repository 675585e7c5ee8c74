// A chart of a form: categories and series collected over repeats.
#pragma once

#include "compose/repeat.h"

namespace lvce {

Chart expand_chart(const YamlView& view, const Vocabulary& words, const Scope& scope);

}  // namespace lvce
