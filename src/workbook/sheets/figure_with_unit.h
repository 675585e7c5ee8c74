// "942.5元", "800公里", "1.2万千瓦时": a figure with its unit behind it, in a cell of a column that has that unit. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "support/decimal.h"

namespace lvce {

/// The figure in the column's unit, converted where that is exact (万 and its like); nothing where the units differ or no figure stands before.
std::optional<Decimal> parse_figure_with_unit(std::string_view text, const std::string& column_unit);

/// The same in a carrier's column, whose units may have several names: 95吨 of water in a column of 立方米.
std::optional<Decimal> parse_carrier_figure(std::string_view text, const std::string& carrier, const std::string& column_unit);

/// A figure, and a unit of energy, water or fuel behind it: 1234度.
struct FigureAndUnit {
  Decimal figure;
  std::string unit;
};
std::optional<FigureAndUnit> split_figure(std::string_view text);

}  // namespace lvce
