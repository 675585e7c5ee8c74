// --ocr through the real binary and the real Tesseract: scans are found by their words, and nothing is louder than a note.
#include <catch2/catch.hpp>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "drawn_scan.h"
#include "whole/package.h"
#include "whole/run.h"

using namespace lvce::testing;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> kLetter = {"示例市教育局关于开展节水宣传的通知", "示教发〔2019〕12号", "各学校：请认真组织节水宣传周活动，张贴标语，",
                                          "召开主题班会，按时报送活动总结和照片。", "2019年3月5日"};

/// A sample with two scans more, a PDF and a picture.
fs::path unit_with_scans(const TempFolder& place) {
  const fs::path unit = place / "unit";
  fs::copy(sample("shanxi-gaps"), unit, fs::copy_options::recursive);
  draw_scan(place / "a.jpg", kLetter);
  scan_to_pdf({place / "a.jpg"}, unit / "佐证材料" / "2.1.1 2021年节水通知.pdf");
  draw_scan(place / "b.jpg", {"光盘行动倡议书", "节约粮食从我做起"});
  fs::copy_file(place / "b.jpg", unit / "佐证材料" / "2.1.1-2 倡议书.jpg");
  return unit;
}

nlohmann::json note_of(const nlohmann::json& result, const std::string& code) {
  for (const auto& finding : result["findings"]) {
    if (finding["code"] == code) return finding;
  }
  return {};
}

bool some_page_says(const fs::path& pdf, const std::string& words) {
  const std::vector<std::string> pages = page_texts(pdf);
  return std::any_of(pages.begin(), pages.end(), [&](const std::string& page) { return page.find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE("scans become searchable in every PDF that binds them, the same each time", "[whole][ocr]") {
  const TempFolder place;
  const fs::path unit = unit_with_scans(place);
  const auto build = [&](const std::string& out) {
    return run_lvce(
        {"build", unit.string(), "-o", (place / out).string(), "--ocr", "--cache", (place / "cache").string(), "--per-indicator", "--json", "--quiet"});
  };
  const Ran first = build("out");
  REQUIRE(first.code == 1);  // the sample has gaps
  const auto result = nlohmann::json::parse(first.out);
  const auto read = note_of(result, "evidence-ocr"), year = note_of(result, "scan-year");
  CHECK(read["severity"] == "note");
  std::set<std::string> paths;  // also the sample's own scans
  for (const auto& at : read["places"]) paths.insert(at["path"].get<std::string>());
  CHECK(read["count"] == paths.size());
  CHECK(paths.contains("佐证材料/2.1.1 2021年节水通知.pdf"));
  CHECK(paths.contains("佐证材料/2.1.1-2 倡议书.jpg"));
  CHECK(year["severity"] == "note");
  CHECK(year["message"] == "文件名说2021年，正文像是2019年");
  CHECK(year["place"]["path"] == "佐证材料/2.1.1 2021年节水通知.pdf");
  fs::path folder;
  for (const auto& entry : fs::directory_iterator(place / "out")) folder = entry.is_directory() ? entry.path() : folder;
  for (const char* words : {"关于开展节水宣传的通知", "请认真组织节水宣传周活动", "节约粮食从我做起"}) {
    INFO(words);
    CHECK(some_page_says(folder / "申报材料全本.pdf", words));
    CHECK(some_page_says(folder / "05 佐证材料汇编.pdf", words));
    bool online = false;
    for (const auto& entry : fs::directory_iterator(folder / "线上填报"))
      online = online || (entry.path().extension() == ".pdf" && some_page_says(entry.path(), words));
    CHECK(online);
  }
  REQUIRE(build("again").code == 1);
  CHECK(read_text(folder / "SHA256SUMS") == read_text(place / "again" / folder.filename().string() / "SHA256SUMS"));
}

TEST_CASE("check and sort read scans too, only when asked", "[whole][ocr]") {
  const TempFolder place;
  const fs::path unit = unit_with_scans(place);
  const auto check = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments = {"check", unit.string(), "--json", "--quiet", "--cache", (place / "cache").string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return nlohmann::json::parse(run_lvce(arguments).out);
  };
  CHECK(note_of(check({"--ocr"}), "scan-year")["message"] == "文件名说2021年，正文像是2019年");
  CHECK(note_of(check({}), "scan-year").is_null());
  scan_to_pdf({place / "a.jpg"}, unit / "佐证材料" / "扫描0001.pdf");
  const auto sort = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments = {"sort", unit.string(), "--json", "--quiet", "--cache", (place / "cache").string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const auto said = nlohmann::json::parse(run_lvce(arguments).out);
    for (const auto& proposal : said["proposals"]) {
      if (proposal["path"] == "扫描0001.pdf") return proposal["indicators"].size();
    }
    return std::size_t{0};
  };
  CHECK(sort({}) == 0);
  CHECK(sort({"--ocr"}) > 0);
}

TEST_CASE("a missing language is said in plain words, and the package is written all the same", "[whole][ocr]") {
  const TempFolder place;
  const fs::path unit = unit_with_scans(place), alone = place / "bin";
  fs::create_directories(alone);
  fs::copy_file(kBinary, alone / "lvce");  // without the reader beside it
  const Ran ran = run({(alone / "lvce").string(), "check", unit.string(), "--ocr", "--json", "--quiet"});
  const auto finding = note_of(nlohmann::json::parse(ran.out), "evidence-ocr-missing");
  CHECK(finding["severity"] == "warning");
  CHECK(finding["message"].get<std::string>().find("没有文字识别程序 lvce-ocr") == 0);
  CHECK(ran.code == 1);
}
