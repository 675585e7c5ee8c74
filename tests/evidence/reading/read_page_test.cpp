#include "evidence/job/read_page.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "evidence/evidence_kit.h"
#include "evidence/reading/kept_pages.h"

namespace lvce {
namespace {

ReadPage letter() {
  return {1240, 1754, {{118.25, 300.5, 0.00123, 33, {{"节约", 0, 66.25}, {"用水", 70, 133}}}, {10, 20, 0, 12, {{"CO2", 0, 30}, {"ppm", 34, 60}}}}};
}

}  // namespace

TEST_CASE("what was read survives being written, to the last digit", "[evidence][reading]") {
  const auto back = read_page_from_json(read_page_to_json(letter()));
  REQUIRE(back);
  CHECK(read_page_to_json(*back) == read_page_to_json(letter()));
  CHECK(back->lines.at(0).turn == 0.00123);
  CHECK(back->lines.at(0).words.at(1).text == "用水");
  for (const char* broken : {"", "{}", "[1]", R"({"width":0,"height":5,"lines":[]})", R"({"width":5,"height":5,"lines":[[1e300,0,0,0,[]]]})",
                             R"({"width":5,"height":5,"lines":[[1,2,3]]})", R"({"width":5,"height":99999999,"lines":[]})"})
    CHECK_FALSE(read_page_from_json(broken));
}

TEST_CASE("Chinese words are joined, Western ones are set apart", "[evidence][reading]") {
  CHECK(text_of_page(letter()) == "节约用水\nCO2 ppm\n");
  CHECK_FALSE(has_blank_between("2021", "年"));
  CHECK_FALSE(has_blank_between("，", "abc"));
  CHECK(has_blank_between("kWh", "10"));
}

TEST_CASE("pages are kept by file, page and language", "[evidence][reading]") {
  const testing::TempFolder folder;
  const KeptPages kept(folder.path() / "cache", "f1f1f1f1f1f1f1f1aa");
  CHECK_FALSE(kept.find("abc", 0));
  REQUIRE(kept.keep("abc", 0, letter()));
  REQUIRE(kept.find("abc", 0));
  CHECK(read_page_to_json(*kept.find("abc", 0)) == read_page_to_json(letter()));
  CHECK_FALSE(kept.find("abc", 1));
  CHECK_FALSE(kept.find("abd", 0));
  CHECK_FALSE(KeptPages(folder.path() / "cache", "another").find("abc", 0));
  for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "cache")) std::ofstream(entry.path()) << "half";
  CHECK_FALSE(kept.find("abc", 0));
  CHECK_FALSE(KeptPages("/proc/nowhere", "f").keep("abc", 0, letter()));
  CHECK(KeptPages("", "f").keep("abc", 0, letter()));
  CHECK_FALSE(KeptPages("", "f").find("abc", 0));
}

}  // namespace lvce
