// Value axes with round steps.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace lvce {

/// From `low` to `high` in steps of 1, 2 or 5 times a power of ten; zero is always inside.
struct Scale {
  double low = 0;
  double high = 1;
  double step = 0.2;

  /// 0 at low, 1 at high.
  double part(double value) const { return (value - low) / (high - low); }
  std::vector<double> ticks() const;
  std::string label(double tick) const;
};

Scale scale_for(double least, double greatest);

/// Values of the chart by series and category; absent ones are nothing.
std::optional<Decimal> value_at(const Chart& chart, std::size_t series, std::size_t category);
/// Scale of all values, or of the sums over series when `stacked`.
Scale scale_of(const Chart& chart, bool stacked);
/// As labels show it.
std::string value_label(const Chart& chart, const Decimal& value);
/// Said in place of a missing value.
std::string blank_label(const Chart& chart, std::size_t series, std::size_t category);

}  // namespace lvce
