// A look for annotations that bring none: marks of text, lines, shapes and strokes of a pen, drawn from what their dictionaries say
// (ISO 32000-1, 12.5.6), as readers draw them on the screen.
#pragma once

#include <qpdf/QPDFAnnotationObjectHelper.hh>

namespace lvce {

/// Gives the annotation an appearance (/AP /N) and a rectangle that holds it. False when its kind, or what its dictionary lacks, makes that
/// impossible: nothing is changed then. Words beside a line (/Cap) are not drawn.
bool draw_look(QPDF& pdf, QPDFAnnotationObjectHelper& annotation);

/// The same for a check box or radio button that is chosen: a tick, a cross or a dot in its rectangle.
bool draw_tick(QPDF& pdf, QPDFAnnotationObjectHelper& annotation, bool radio);

}  // namespace lvce
