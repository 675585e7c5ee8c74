// Two print records compared: which sheets must be printed after something was added. Pure.
#pragma once

#include <set>
#include <string>

#include "bind/append/print_record.h"
#include "support/finding.h"

namespace lvce {

struct Changes {
  std::set<PageLabel> fresh;    ///< pages of the bound file that were not there
  std::set<PageLabel> changed;  ///< pages of contents, tables and dividers that show something else now
  std::set<int> volumes;        ///< volumes (from 1) whose cover or contents are others
  Findings spoilt;              ///< append-page-changed: printed evidence would change, so nothing may be added
  bool any() const { return !fresh.empty() || !changed.empty() || !volumes.empty(); }
};

Changes changes_since(const PrintRecord& printed, const PrintRecord& now);

/// Printed on both sides: both pages of each sheet on which one is to be printed.
std::set<PageLabel> pages_to_print(const Changes& changes, bool duplex);

}  // namespace lvce
