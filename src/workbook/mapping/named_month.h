// Year and month in the name of a sheet or a file: 1月, 2021年3月能耗, 2021.1, and short ones: 21.1, 21-01, 21年1月, 2101. Pure.
#pragma once

#include <optional>
#include <string>

namespace lvce::formats {

struct NamedMonth {
  std::optional<int> year;
  std::optional<int> month;
};

NamedMonth month_of_name(const std::string& name);

}  // namespace lvce::formats
