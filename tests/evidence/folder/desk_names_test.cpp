// Names as clerks give them, over all rubrics: desk_names.txt holds paths with the indicators worked out by hand.
#include <catch2/catch.hpp>

#include <sstream>

#include "evidence/evidence_kit.h"
#include "paths.h"
#include "rubric/rubric.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

struct Expected {
  std::string path;
  std::string place;  ///< "2.1.1 2.1.2", with " !" behind where a warning names both; "-", "?2.1 2.2", "x2.1.9"
  std::string title;  ///< empty: not compared
};

struct Desk {
  std::string rubric;
  std::vector<Expected> names;
};

std::vector<Desk> read_desks() {
  std::vector<Desk> desks;
  std::istringstream lines(read_file(std::filesystem::path(kTestData) / "evidence/folder/desk_names.txt", 1 << 20).value());
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (line[0] == '!') {
      desks.push_back({line.substr(1), {}});
      continue;
    }
    std::vector<std::string> cells = split(line, '|');
    cells.resize(3);
    desks.back().names.push_back({trim(cells[0]), trim(cells[1]), trim(cells[2])});
  }
  return desks;
}

/// The file's place as the table writes it.
std::string place_of(const EvidenceFile& file, const Findings& findings) {
  if (!file.indicators.empty()) {
    const bool elsewhere = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
      return finding.code == "evidence-number-elsewhere" && finding.place == in_evidence(file.path);
    });
    return join(file.indicators, " ") + (elsewhere ? " !" : "");
  }
  const std::string kDoubt = "可以读作";
  const std::string kEnd = "，未归入任何指标";
  if (const std::size_t at = file.reason.find(kDoubt); at != std::string::npos) {
    std::string readings = file.reason.substr(at + kDoubt.size());
    if (readings.ends_with(kEnd)) readings.resize(readings.size() - kEnd.size());
    return "?" + replace_all(readings, "，也" + kDoubt, " ");
  }
  const std::size_t number = file.reason.find("编号");
  const std::size_t unknown = file.reason.find("在评价标准中没有");
  if (unknown == std::string::npos) return "-";
  return "x" + file.reason.substr(number + std::string("编号").size(), unknown - number - std::string("编号").size());
}

}  // namespace

TEST_CASE("clerks' names over all rubrics lead to the indicators that a colleague would read", "[evidence][number]") {
  const std::vector<Desk> desks = read_desks();
  REQUIRE(desks.size() == 5);
  std::size_t count = 0;
  for (const Desk& desk : desks) {
    const LoadedRubric loaded = load_rubric(desk.rubric, data_folder());
    REQUIRE(loaded.rubric);
    testing::TempFolder folder;
    for (const Expected& each : desk.names) folder.put(each.path);
    Findings findings;
    const EvidenceFolder scanned = scan_evidence(folder.path(), *loaded.rubric, findings);
    for (const Expected& each : desk.names) {
      INFO(desk.rubric << " " << each.path);
      const EvidenceFile* file = testing::find_file(scanned, each.path);
      REQUIRE(file != nullptr);
      CHECK(place_of(*file, findings) == each.place);
      if (!each.title.empty()) CHECK(file->title == each.title);
      ++count;
    }
  }
  CHECK(count >= 200);
}

TEST_CASE("a file of another indicator is told with both numbers", "[evidence][scan]") {
  testing::TempFolder folder;
  folder.put("2.1.1 组织机构/2.1.2 职责.pdf");
  Findings findings;
  const EvidenceFolder scanned = scan_evidence(folder.path(), testing::small_rubric(), findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "evidence-number-elsewhere");
  CHECK(findings[0].severity == Severity::warning);
  CHECK(findings[0].message.find("2.1.1") != std::string::npos);
  CHECK(findings[0].message.find("2.1.2") != std::string::npos);
  CHECK(scanned.files[0].state == EvidenceState::bound_with_warning);
}

TEST_CASE("lines of captions part at any sign, and say what they match no file of", "[evidence][captions]") {
  testing::TempFolder folder;
  for (const char* name : {"1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg", "IMG_6.jpg", "IMG 7.jpg", "IMG.jpg"}) folder.put(std::string("2.1.1 甲/") + name);
  folder.put("2.1.1 甲/图说.txt",
             "文件名 图说\n1.jpg 随手关灯\n2.jpg,节约用水\n3.jpg\t空调温度\n4.jpg——楼梯\n５.jpg：电梯：二层\nIMG_6-门厅\nIMG 7 大厅 东侧\n没有的 甲\n也没有\n");
  Findings findings;
  const EvidenceFolder scanned = scan_evidence(folder.path(), testing::small_rubric(), findings);
  const auto caption = [&](const char* name) { return testing::find_file(scanned, std::string("2.1.1 甲/") + name)->caption; };
  CHECK(caption("1.jpg") == "随手关灯");
  CHECK(caption("2.jpg") == "节约用水");
  CHECK(caption("3.jpg") == "空调温度");
  CHECK(caption("4.jpg") == "楼梯");
  CHECK(caption("5.jpg") == "电梯：二层");
  CHECK(caption("IMG_6.jpg") == "门厅");
  CHECK(caption("IMG 7.jpg") == "大厅 东侧");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "evidence-caption-unused");
  CHECK(findings[0].message.find("第9行、第10行") != std::string::npos);
}

TEST_CASE("camera pictures take the words of a folder that says what it shows, numbered in natural order", "[evidence][captions]") {
  testing::TempFolder folder;
  for (const char* name : {"2.1.1 分类垃圾桶/IMG_10.jpg", "2.1.1 分类垃圾桶/IMG_9.jpg", "2.1.2 水表/微信图片_20210512.jpg", "2.1.3 照片/IMG_1.jpg"})
    folder.put(name);
  Findings findings;
  const EvidenceFolder scanned = scan_evidence(folder.path(), testing::small_rubric(), findings);
  const auto file = [&](const char* name) { return *testing::find_file(scanned, name); };
  CHECK(file("2.1.1 分类垃圾桶/IMG_9.jpg").caption == "分类垃圾桶 1");
  CHECK(file("2.1.1 分类垃圾桶/IMG_10.jpg").caption == "分类垃圾桶 2");
  CHECK(file("2.1.2 水表/微信图片_20210512.jpg").caption == "水表");
  CHECK(file("2.1.2 水表/微信图片_20210512.jpg").date.text == "2021-05-12");
  CHECK(file("2.1.3 照片/IMG_1.jpg").caption.empty());
}

}  // namespace lvce
