// Check boxes and radio buttons: which are chosen, and whether their own look shows it.
#pragma once

#include <qpdf/QPDFAnnotationObjectHelper.hh>
#include <qpdf/QPDFFormFieldObjectHelper.hh>

namespace lvce {

/// By the widget's state (/AS), else by the field's value; `stale`, where the file asks for its fields to be drawn anew, by the value first.
bool is_chosen(QPDFAnnotationObjectHelper& annotation, QPDFFormFieldObjectHelper field, bool stale);

/// The library finds no appearance where the state does not fit it: a state beside a plain stream, as poppler's signatures have it, or none
/// beside a choice of streams.
void settle_state(QPDFAnnotationObjectHelper& annotation, QPDFFormFieldObjectHelper field, bool chosen, bool stale);

/// Of a settled widget: no look, an empty one, the same as for a box left open, or one that writes in a font which is nowhere.
/// `fonts`: of the form's resources.
bool lacks_sign(QPDFAnnotationObjectHelper& annotation, QPDFObjectHandle fonts);

}  // namespace lvce
