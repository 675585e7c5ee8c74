#include "layout/layout.h"

#include "layout/lay_out_with.h"

namespace lvce {

LaidOut lay_out(const Document& document, const Faces& faces, const PageNumbers& numbers, const LayoutOptions& options) {
  return lay_out_with(document, FacesMeasure(faces), numbers, options);
}

}  // namespace lvce
