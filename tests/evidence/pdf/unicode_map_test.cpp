#include <catch2/catch.hpp>

#include "evidence/pdf/unicode_map.h"

using namespace lvce;
using Catch::Contains;

TEST_CASE("ToUnicode maps join runs, split them at 256 and keep blocks within 100 entries", "[pdf]") {
  const std::string small = to_unicode_cmap({{U'A', U'A'}, {U'B', U'B'}, {U'C', U'C'}, {U'节', U'节'}, {0xE000, U'𠀀'}});
  CHECK_THAT(small, Contains("1 beginbfrange\n<0041> <0043> <0041>\nendbfrange"));
  CHECK_THAT(small, Contains("2 beginbfchar\n<8282> <8282>\n<E000> <D840DC00>\nendbfchar"));
  std::map<char32_t, char32_t> across;
  for (char32_t c = 0x4EFE; c <= 0x4F01; ++c) across[c] = c;
  CHECK_THAT(to_unicode_cmap(across), Contains("<4EFE> <4EFF> <4EFE>\n<4F00> <4F01> <4F00>\n"));
  std::map<char32_t, char32_t> many;
  for (char32_t c = 0; c < 101; ++c) many[0x4E00 + 2 * c] = 0x4E00 + 2 * c;
  CHECK_THAT(to_unicode_cmap(many), Contains("100 beginbfchar") && Contains("1 beginbfchar"));
  CHECK_THAT(to_unicode_cmap({}), !Contains("beginbf") && Contains("endcmap"));
}
