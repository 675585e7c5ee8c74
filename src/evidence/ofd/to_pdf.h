// A whole OFD as a PDF: vectors, searchable text, seals in their places.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/ofd/signature.h"
#include "evidence/ofd/trouble.h"

namespace lvce::ofd {

enum class DrawnEnd {
  drawn,
  damaged,  ///< no pages can be found
  locked,   ///< encrypted
  too_many_pages,
};

struct DrawnOfd {
  DrawnEnd end = DrawnEnd::damaged;
  std::string pdf;
  std::size_t pages = 0;
  std::string created;  ///< as the file says
  std::vector<Signature> signatures;
  int lost_signatures = 0;
  Trouble trouble;
};

/// Never throws but std::bad_alloc.
/// `wanted`: only so many pages are drawn.
DrawnOfd draw_ofd(std::string_view bytes, std::size_t most_pages, std::size_t wanted = SIZE_MAX);

}  // namespace lvce::ofd
