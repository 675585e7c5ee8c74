#include "bind/pdf/clean.h"

#include <vector>

namespace lvce {
namespace {

/// [/FlateDecode] → /FlateDecode with its parameters.
void unwrap_filter(PdfObject dictionary) {
  PdfObject filter = dictionary.getKey("/Filter");
  if (!filter.isArray() || filter.getArrayNItems() != 1) return;
  dictionary.replaceKey("/Filter", filter.getArrayItem(0));
  PdfObject parameters = dictionary.getKey("/DecodeParms");
  if (parameters.isArray() && parameters.getArrayNItems() == 1) dictionary.replaceKey("/DecodeParms", parameters.getArrayItem(0));
}

struct Visit {
  PdfObject object;
  Carried kind;
  int depth;
};

/// A stream of a page's contents may be drawn as a form elsewhere.
Carried kind_of(PdfObject object, Carried kind) {
  const bool is_form = kind == Carried::contents && object.isStream() && object.getDict().getKey("/Subtype").isNameAndEquals("/Form");
  return is_form ? Carried::xobject : kind;
}

}  // namespace

Cleaner::Cleaner(QPDF& source) : layers_(source) {}

std::string Cleaner::clean(PdfObject holder) {
  std::vector<Visit> stack = {{holder, Carried::holder, 0}};
  while (!stack.empty() && fault_.empty()) {
    auto [object, asked, depth] = stack.back();
    stack.pop_back();
    const Carried kind = kind_of(object, asked);
    if (object.isIndirect() && !seen_.emplace(object.getObjGen(), kind).second) continue;
    if (!object.isArray() && !object.isDictionary() && !object.isStream()) continue;
    if (depth > kNestingAtMost || ++visited_ > kObjectsAtMost) fault_ = "页面内部嵌套过深或对象过多";
    if (object.isStream()) unwrap_filter(object.getDict());
    if (kind == Carried::xobject && object.isStream()) layers_.settle_drawn(object.getDict());
    if (kind == Carried::properties && object.isDictionary()) layers_.settle_properties(object);
    std::vector<CarriedValue> below = keep_carried(object, kind);
    for (auto child = below.rbegin(); child != below.rend(); ++child) {
      if (child->kind != Carried::layer || !layers_.is_ours(child->value)) stack.push_back({child->value, child->kind, depth + 1});
    }
  }
  return fault_;
}

}  // namespace lvce
