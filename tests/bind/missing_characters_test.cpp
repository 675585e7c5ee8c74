#include "bind/missing_characters.h"

#include <catch2/catch.hpp>

using namespace lvce;

TEST_CASE("a character that no face has is told once, with its code point", "[missing_characters]") {
  Binding binding;
  binding.pieces.resize(3);
  binding.pieces[1].document.stem = "01 自评报告";
  binding.pieces[1].laid_out.missing_characters = {"\U0003134A", "\uE000"};
  binding.pieces[2].document.stem = "06 缺项清单";
  binding.pieces[2].laid_out.missing_characters = {"\U0003134A"};
  Findings findings;
  report_missing_characters(binding, findings);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].code == "character-without-face");
  CHECK(findings[0].place.text() == "01 自评报告");
  CHECK(findings[0].message.find("U+3134A") != std::string::npos);
  CHECK(findings[1].message.find("U+E000") != std::string::npos);
}
