#include <array>
#include <utility>

#include "faces/subset.h"

namespace lvce {

namespace {

/// Private use first; a text with more than 6,400 characters above U+FFFF in one font goes on with codes that it does not use.
constexpr std::array<std::pair<char32_t, char32_t>, 3> kFreeCodes = {{{0xE000, 0xF8FF}, {0xA000, 0xD7FF}, {0x3400, 0x9FFF}}};

}  // namespace

std::map<char32_t, char32_t> choose_private_codes(const std::set<char32_t>& characters) {
  std::map<char32_t, char32_t> codes;
  auto next = characters.upper_bound(0xFFFF);
  for (const auto& [first, last] : kFreeCodes)
    for (char32_t code = first; code <= last && next != characters.end(); ++code)
      if (!characters.contains(code)) codes[*next++] = code;
  return codes;
}

}  // namespace lvce
