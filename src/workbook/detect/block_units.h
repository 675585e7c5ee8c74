// The unit of the figures of a block: from its words, a column of units, the number formats, or what stands behind the figures.
#pragma once

#include <string>
#include <vector>

#include "workbook/detect/block_shape.h"
#include "workbook/detect/candidates.h"

namespace lvce::formats {

/// Settles `rule.unit` by the words above (`stack`) and around (`beside`), in the rows of this kind. Nobody says: the carrier's own, remarked or doubted.
void settle_block_unit(Candidate& found, const BlockShape& shape, const std::vector<std::string>& stack, const std::vector<std::string>& beside,
                       const std::string& kind);

/// Where no unit is said: 千吨 and the like among the words are asked.
void doubt_odd_units(Candidate& found, const std::vector<std::string>& words, const std::vector<std::string>& beside);

/// 煤气 is what many call natural gas, and also another gas, whose heat is half of it: it is asked.
void doubt_town_gas(Candidate& found, const std::vector<std::string>& words, const std::vector<std::string>& beside);

}  // namespace lvce::formats
