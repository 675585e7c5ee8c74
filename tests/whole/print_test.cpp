// lvce print: the set for a visit.
#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>

#include "whole/package.h"

namespace fs = std::filesystem;
using namespace lvce::testing;

namespace {

struct Printed {
  Ran ran;
  nlohmann::json said;
};

Printed print(const fs::path& folder, std::vector<std::string> more = {}) {
  std::vector<std::string> command = {"print", sample("shanxi-complete").string(), "--for", "验收", "-o", folder.string(), "--json", "--quiet"};
  command.insert(command.end(), more.begin(), more.end());
  Printed out{run_lvce(command), {}};
  out.said = nlohmann::json::parse(out.ran.out, nullptr, false);
  return out;
}

std::vector<std::string> names(const nlohmann::json& said) {
  std::vector<std::string> out;
  for (const auto& file : said["files"]) out.push_back(file["path"]);
  return out;
}

}  // namespace

TEST_CASE("print: what is read first, then the rest, with the numbers of the bound file") {
  const TempFolder place;
  const Printed printed = print(place / "打印");
  INFO(printed.ran.err);
  REQUIRE(printed.ran.code == 0);
  CHECK(names(printed.said) == std::vector<std::string>{"1-验收先看.pdf", "2-能耗计算表等.pdf", "3-佐证材料.pdf"});
  int pages = 0, sheets = 0;
  for (const auto& file : printed.said["files"]) {
    const auto texts = page_texts(place / "打印" / file["path"].get<std::string>());
    CHECK(file["pages"] == texts.size());
    CHECK(file["sheets"] == (texts.size() + 1) / 2);
    pages += file["pages"].get<int>();
    sheets += file["sheets"].get<int>();
  }
  CHECK(printed.said["pages"] == pages);
  CHECK(printed.said["sheets"] == sheets);

  const auto first = page_texts(place / "打印/1-验收先看.pdf");
  CHECK(first.front().find("申报材料") != std::string::npos);
  CHECK(first.at(2).find("自评报告") != std::string::npos);
  const auto guide = std::find_if(first.begin(), first.end(), [](const std::string& text) { return text.find("现场核查导引：一、") != std::string::npos; });
  REQUIRE(guide != first.end());
  // The page that the sheet names shows the file of that indicator, with that number printed on it.
  std::smatch row;
  REQUIRE(std::regex_search(*guide, row, std::regex("([0-9]+)-[0-9]+[ \n]")));
  const std::string number = "— " + row[1].str() + " —";
  const auto evidence = page_texts(place / "打印/3-佐证材料.pdf");
  const auto found = std::find_if(evidence.begin(), evidence.end(), [&](const std::string& text) { return text.find(number) != std::string::npos; });
  REQUIRE(found != evidence.end());
  CHECK(found->find("1.1.1") != std::string::npos);
}

TEST_CASE("print: a part, copies, files that portals take") {
  const TempFolder place;
  const Printed part = print(place / "一部分", {"--only", "2.1、3"});
  REQUIRE(part.ran.code == 0);
  CHECK(names(part.said) == std::vector<std::string>{"1-验收先看.pdf", "2-佐证材料.pdf"});
  const auto sheets = page_texts(place / "一部分/1-验收先看.pdf");
  CHECK(sheets.size() == 4);  // the cover, two units, each on both sides
  CHECK(sheets.at(2).find("2.1.1") != std::string::npos);
  CHECK(sheets.at(2).find("2.2.1") == std::string::npos);
  for (const std::string& page : page_texts(place / "一部分/2-佐证材料.pdf")) CHECK(page.find("4.1.1") == std::string::npos);

  const Printed cut = print(place / "分册", {"--copies", "3", "--max-mb", "3"});
  REQUIRE(cut.ran.code == 0);
  const auto files = names(cut.said);
  REQUIRE(files.size() > 4);
  CHECK(files[0] == "1-验收先看（正本）.pdf");
  CHECK(files[1] == "2-验收先看（副本）.pdf");
  CHECK(cut.said["files"][1]["copies"] == 2);
  CHECK(page_texts(place / "分册" / files[1]).front().find("副本") != std::string::npos);
  const std::string count = std::to_string(files.size() - 3);
  int pages = 0;
  for (std::size_t i = 3; i < files.size(); ++i) {
    CHECK(files[i] == std::to_string(i + 1) + "-佐证材料（第" + std::to_string(i - 2) + "册共" + count + "册）.pdf");
    CHECK(fs::file_size(place / "分册" / files[i]) <= 3000000);
    pages += cut.said["files"][i]["pages"].get<int>();
  }
  const Printed whole = print(place / "整本");
  CHECK(pages == whole.said["files"][2]["pages"]);
}

TEST_CASE("print: the set before is kept where another one takes its place") {
  const TempFolder place;
  const fs::path folder = place / "打印";
  REQUIRE(print(folder).ran.code == 0);
  const std::string before = read_text(folder / "3-佐证材料.pdf");
  REQUIRE(print(folder).ran.code == 0);
  CHECK_FALSE(fs::exists(folder / "已打印"));  // the same again
  REQUIRE(print(folder, {"--only", "2.1"}).ran.code == 0);
  CHECK_FALSE(fs::exists(folder / "3-佐证材料.pdf"));
  CHECK((read_text(folder / "已打印/第1次/3-佐证材料.pdf") == before));
  REQUIRE(print(folder, {"--only", "2.2"}).ran.code == 0);
  CHECK((read_text(folder / "已打印/第1次/3-佐证材料.pdf") == before));
  CHECK(fs::exists(folder / "已打印/第2次/2-佐证材料.pdf"));
  write_text(folder / "批注.txt", "x");
  CHECK(print(folder).ran.code == 4);
  CHECK(fs::exists(folder / "批注.txt"));
}

TEST_CASE("print: wrong usage") {
  const std::string unit = sample("shanxi-complete").string();
  CHECK(run_lvce({"print", unit}).code == 2);
  CHECK(run_lvce({"print", unit, "--for", "检查"}).code == 2);
  const TempFolder place;
  const Ran unknown = run_lvce({"print", unit, "--for", "验收", "-o", (place / "打印").string(), "--only", "9.9"});
  CHECK(unknown.code == 2);
  CHECK(unknown.err.find("9.9") != std::string::npos);
  CHECK_FALSE(fs::exists(place / "打印"));
  CHECK(run_lvce({"print", unit, "--for", "验收", "-o", unit + "/打印"}).code == 2);
}
