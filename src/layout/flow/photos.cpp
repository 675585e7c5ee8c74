#include "layout/flow/photos.h"

namespace lvce {

void add_photos(const PhotoPages&, Flow&, Typesetter&) {}

}  // namespace lvce
