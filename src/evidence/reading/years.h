// Years in text that was read: which year a paper speaks of, never a figure of it.
#pragma once

#include <string_view>
#include <vector>

namespace lvce {

/// Years 1990 … 2099 that stand as years, each once, in order of appearance: 2021年, 〔2021〕, 2021-03-05, 2021.3.5, 二〇二一年. Blanks do not matter.
std::vector<int> years_named_in(std::string_view utf8);

}  // namespace lvce
