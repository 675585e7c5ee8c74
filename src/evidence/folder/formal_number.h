// Numbers as official forms and clerks write them besides figures: 第二单元, 二、, （二）, ②, （2）. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "evidence/folder/number_table.h"

namespace lvce {

struct FormalNumber {
  Levels levels;      ///< "二、（一）1." is 2.1.1
  bool unit = false;  ///< 第…单元: counts from the top, wherever it lies
  std::string rest;   ///< the name behind it
};

/// Nothing where a name does not begin so, or where the numeral counts something (二楼, 第一季度, 三项制度).
std::optional<FormalNumber> read_formal_number(std::string_view name);

}  // namespace lvce
