// lvce build --review through the real binary: 核查得分 in 02, 07, the report to fill in, and what lies in 整改材料 bound.
#include <catch2/catch.hpp>

#include "support/text.h"
#include "whole/package.h"

namespace fs = std::filesystem;
using namespace lvce;
using namespace lvce::testing;
using nlohmann::json;

namespace {

struct Reviewed {
  TempFolder place;
  fs::path unit = place / "u";
  fs::path review = place / "核查意见.json";
  json opinion = {{"unit", "晋源市机关事务服务中心"},
                  {"rubric", "shanxi-2021"},
                  {"package_sha256", std::string(64, 'c')},
                  {"level", "县"},
                  {"round", 1},
                  {"due", "2021-11-20"},
                  {"indicators", json::array()}};

  Reviewed() {
    fs::copy(sample("shanxi-complete"), unit, fs::copy_options::recursive);
    const Ran checked = run_lvce({"check", unit.string(), "--json"});
    const json result = json::parse(checked.out);
    opinion["unit"] = result.at("unit").at("name");
    for (const json& one : result.at("indicators"))
      opinion["indicators"].push_back({{"id", one.at("id")}, {"score", one.at("points")}, {"places", nullptr}, {"opinion", nullptr}, {"fix", nullptr}});
    for (json& one : opinion["indicators"])
      if (one.at("id") == "2.2.5.1") one.update({{"score", 0}, {"opinion", "统计台账缺两个月"}, {"fix", "补齐台账"}});
    fs::create_directories(unit / "整改材料");
    write_text(unit / "整改材料/2.2.5.1 补齐的统计台账.txt", "补齐的统计台账，2021年11月5日");
  }

  Ran build() {
    write_text(review, opinion.dump());
    return run_lvce({"build", unit.string(), "-o", (place / "out").string(), "--review", review.string(), "--json"});
  }
};

}  // namespace

TEST_CASE("a review fills 02, makes 07 and the report, and binds what was put right", "[whole][rectify]") {
  Reviewed reviewed;
  const Ran built = reviewed.build();
  INFO(built.err);
  REQUIRE(built.code <= 1);
  const json result = json::parse(built.out);
  std::map<std::string, std::string> kinds;
  for (const json& file : result.at("files")) kinds[file.at("path").get<std::string>()] = file.at("kind").get<std::string>();
  CHECK(kinds.at("07 整改清单.pdf") == "rectify");
  CHECK(kinds.at("07 整改清单.xlsx") == "rectify");
  CHECK(kinds.at("可编辑/整改报告.docx") == "editable");
  const fs::path folder = reviewed.place / "out" / result.at("unit").at("name").get<std::string>();
  const std::string list = without_space(run({"pdftotext", (folder / "07 整改清单.pdf").string(), "-"}).out);
  CHECK(list.find("统计台账缺两个月") != std::string::npos);
  CHECK(list.find("补齐的统计台账") != std::string::npos);
  CHECK(list.find("2021年11月20日") != std::string::npos);
  const std::string bound = without_space(run({"pdftotext", (folder / "05 佐证材料汇编.pdf").string(), "-"}).out);
  CHECK(bound.find("补齐的统计台账") != std::string::npos);
  bool listed = false;
  for (const json& one : result.at("indicators"))
    for (const json& file : one.at("evidence"))
      listed |= one.at("id") == "2.2.5.1" && file.at("path") == "整改材料/2.2.5.1 补齐的统计台账.txt" && !file.at("first_page").is_null();
  CHECK(listed);
  CHECK(run_lvce({"verify", folder.string()}).code == 0);
}

TEST_CASE("a review of another unit, another standard, or that is none is refused and nothing is written", "[whole][rectify]") {
  Reviewed reviewed;
  const std::string what = GENERATE(as<std::string>{}, "unit", "rubric", "score", "hostile");
  if (what == "unit") reviewed.opinion["unit"] = "另一个单位";
  if (what == "rubric") reviewed.opinion["rubric"] = "xinjiang-2023";
  if (what == "score") reviewed.opinion["indicators"][0]["score"] = 1000;
  if (what == "hostile") reviewed.opinion["indicators"][0]["opinion"] = std::string("a\x1b[2J");
  const Ran built = reviewed.build();
  CHECK(built.code == 3);
  CHECK(built.err.find("核查意见.json") != std::string::npos);
  CHECK_FALSE(fs::exists(reviewed.place / "out"));
}
