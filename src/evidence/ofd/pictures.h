// Pictures of an OFD as Cairo surfaces: PNG, JPEG, GIF, BMP, TIFF, WebP, JPEG 2000 by libvips, JBIG2 by jbig2dec.
#pragma once

#include <cairo.h>

#include <map>
#include <memory>
#include <string>

#include "evidence/ofd/resources.h"

namespace lvce::ofd {

struct SurfaceRelease {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::shared_ptr<cairo_surface_t>;

/// What `bytes` show; nothing when they are no picture that can be read. Larger ones than 16 megapixels are made smaller; JPEG is kept as it is.
Surface picture_of(const std::string& bytes);

class Pictures {
 public:
  explicit Pictures(Package& package) : package_(package) {}
  /// Of a MultiMedia resource; `mask` (may be nullptr): another one, whose white shows it and whose black hides it.
  Surface picture_for(const Resource& resource, const Resource* mask);

 private:
  Surface plain(const Resource& resource);

  Package& package_;
  std::map<std::string, Surface> known_;
  std::size_t pixels_ = 0;  ///< of `known_`
};

}  // namespace lvce::ofd
