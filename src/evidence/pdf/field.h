// Words that a PDF holds without showing them: values of form fields and free text, set in our own faces.
#pragma once

#include <qpdf/QPDFAnnotationObjectHelper.hh>
#include <qpdf/QPDFFormFieldObjectHelper.hh>

#include "evidence/pdf/type.h"

namespace lvce {

enum class Typed { nothing, drawn, impossible };

/// Gives the widget of a text or choice field an appearance that shows its value. Nothing: another kind of field, or no value (its frame and ground are drawn
/// all the same, those of an open tick box too), or an appearance that shows characters which our faces lack.
Typed draw_value(QPDF& pdf, PdfType& type, QPDFAnnotationObjectHelper& annotation, QPDFFormFieldObjectHelper field);

/// The same for /FreeText with its frame, ground and callout. False when it is none, or lacks its place or its words.
bool draw_free_text(QPDF& pdf, PdfType& type, QPDFAnnotationObjectHelper& annotation);

}  // namespace lvce
