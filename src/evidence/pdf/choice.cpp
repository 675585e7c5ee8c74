#include "evidence/pdf/choice.h"

#include <cstring>

#include "evidence/pdf/ink.h"

namespace lvce {
namespace {

QPDFObjectHandle looks_of(QPDFAnnotationObjectHelper& annotation) {
  QPDFObjectHandle looks = annotation.getAppearanceDictionary();
  return looks.isDictionary() ? looks.getKey("/N") : looks;
}

bool is_on(QPDFObjectHandle state) { return state.isName() && state.getName() != "/Off"; }

bool are_same(QPDFObjectHandle one, QPDFObjectHandle other) {
  if (!other.isStream()) return false;
  if (one.getObjGen() == other.getObjGen()) return true;
  const auto a = one.getStreamData(qpdf_dl_generalized), b = other.getStreamData(qpdf_dl_generalized);
  return a->getSize() == b->getSize() && std::memcmp(a->getBuffer(), b->getBuffer(), a->getSize()) == 0;
}

}  // namespace

bool is_chosen(QPDFAnnotationObjectHelper& annotation, QPDFFormFieldObjectHelper field, bool stale) {
  if (field.getFieldType() != "/Btn" || field.isPushbutton()) return false;
  QPDFObjectHandle value = field.getValue(), state = annotation.getObjectHandle().getKey("/AS"), looks = looks_of(annotation);
  if (!value.isName() || (state.isName() && !stale)) return is_on(state);
  if (!is_on(value)) return false;
  if (looks.isDictionary() && looks.hasKey(value.getName())) return true;
  return state.isName() ? state.getName() == value.getName() : !field.isRadioButton() || !looks.isDictionary();
}

void settle_state(QPDFAnnotationObjectHelper& annotation, QPDFFormFieldObjectHelper field, bool chosen, bool stale) {
  QPDFObjectHandle looks = looks_of(annotation), object = annotation.getObjectHandle();
  if (looks.isStream()) return object.removeKey("/AS");
  if (!looks.isDictionary() || annotation.getSubtype() != "/Widget" || (object.getKey("/AS").isName() && !stale)) return;
  QPDFObjectHandle value = field.getValue();
  if (value.isName() && looks.hasKey(value.getName())) object.replaceKey("/AS", value);
  else if (!chosen) object.replaceKey("/AS", QPDFObjectHandle::newName("/Off"));
}

bool lacks_sign(QPDFAnnotationObjectHelper& annotation, QPDFObjectHandle fonts) {
  QPDFObjectHandle look = annotation.getAppearanceStream("/N"), looks = looks_of(annotation);
  if (!look.isStream()) return true;
  if (looks.isDictionary() && are_same(look, looks.getKey("/Off"))) return true;
  const Ink ink = ink_of(look, InkWanted::all, fonts);
  return !ink.any || ink.lacks_font;
}

}  // namespace lvce
