// The shades of a chart's series in sheets and Word files.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace lvce {

/// 0xRRGGBB, series by series: apart from each other also when printed black and white.
inline constexpr std::array<std::uint32_t, 4> kSeriesShades = {0x7F7F7F, 0x1F4E79, 0xBFBFBF, 0x404040};

constexpr std::uint32_t series_shade(std::size_t number) { return kSeriesShades[number % kSeriesShades.size()]; }

}  // namespace lvce
