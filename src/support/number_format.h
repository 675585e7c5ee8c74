// How figures are shown, each in one place: on paper, in sheets and in JSON alike.
#pragma once

namespace lvce {

struct NumberFormat {
  int places = 2;
  bool grouped = true;   ///< thousands separated
  bool percent = false;  ///< value is in percent already (−3.06 shows -3.06%); sheets get value/100 with a % format
  bool trim = false;     ///< points: "2.5", "10": no trailing zeros
};

inline constexpr NumberFormat kPointsFormat{2, false, false, true};
inline constexpr NumberFormat kWholeFormat{0, false, false, false};
inline constexpr NumberFormat kQuantityFormat{4, true, false, true};  ///< as the office typed it; 4 places bound what a change of units makes
inline constexpr NumberFormat kCoalFormat{2, true, false, false};     ///< kgce
inline constexpr NumberFormat kTonneFormat{3, true, false, false};    ///< tCO2, tce
inline constexpr NumberFormat kIntensityFormat{2, true, false, false};
inline constexpr NumberFormat kPercentFormat{2, false, true, false};
inline constexpr NumberFormat kFactorFormat{9, false, false, true};

}  // namespace lvce
