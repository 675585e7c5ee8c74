// 05 in volumes of a handy thickness, each with its cover and contents. Pure but for `lay_out`.
#pragma once

#include <string>

#include "bind/plan/paginate.h"

namespace lvce {

struct SplitOptions {
  int pages = 0;  ///< a volume's pages at most, its cover and contents included; 0: 05 stays whole
  bool duplex = true;
  std::string unit_name;
  std::vector<std::string> begins = {};  ///< keys of the pieces that volumes begin with, as printed before; empty: cut by pages
};

/// After paginate(): replaces the part "evidence" by as many as are needed, cut at item borders; a volume of one item may be larger. The
/// divider of 05 and the evidence index go with the first item. Nothing changes when all fits into one. Printed numbers stay those of the
/// bound file; covers and contents show none and take an even number of pages when printed on both sides.
void split_evidence(Binding& binding, const SplitOptions& options, const Templates& templates, const LayOutFunction& lay_out);

}  // namespace lvce
