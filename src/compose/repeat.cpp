#include "compose/repeat.h"

namespace lvce {

bool wanted(const YamlView& view, const Scope& scope) {
  if (view.has("if")) {
    const FieldValue* field = need_field(view.text("if"), scope, view.place());
    if (field == nullptr || !field->holds()) return false;
  }
  if (view.has("unless")) {
    const FieldValue* field = need_field(view.text("unless"), scope, view.place());
    if (field == nullptr || field->holds()) return false;
  }
  return true;
}

}  // namespace lvce
