// `for`, `if` and `unless` of a template node.
#pragma once

#include <vector>

#include "compose/scope.h"
#include "compose/yaml_view.h"

namespace lvce {

/// False when `if` names a field that does not hold, or `unless` one that does.
bool wanted(const YamlView& view, const Scope& scope);

/// Calls `use` once with `scope`, or once for each scope of the collection that `for` names; where `if`/`unless` allow it (judged inside).
template <typename Use>
void repeat(const YamlView& view, const Vocabulary& words, const Scope& scope, Use use) {
  if (!view.has("for")) {
    if (wanted(view, scope)) use(scope);
    return;
  }
  const std::string name = view.text("for");
  const auto collection = words.collections.find(name);
  if (collection == words.collections.end()) {
    view.place().fault("没有名为“" + name + "”的列表", "请改用 docs/template-format.md 所列的列表名");
    return;
  }
  const std::vector<Scope> scopes = collection->second(scope);
  for (const Scope& each : scopes) {
    if (wanted(view, each)) use(each);
  }
}

}  // namespace lvce
