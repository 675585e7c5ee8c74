#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>

#include "evidence/evidence_kit.h"
#include "evidence/folder/walk.h"
#include "workbook/xlsx/xlsx_builder.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using testing::count_code;
using testing::find_code;
using testing::find_file;
using testing::TempFolder;

struct Scanned {
  EvidenceFolder folder;
  Findings findings;
  const EvidenceFile& file(std::string_view path) const {
    const EvidenceFile* found = find_file(folder, path);
    REQUIRE(found != nullptr);
    return *found;
  }
};

Scanned scan(const TempFolder& folder) {
  Scanned out;
  out.folder = scan_evidence(folder.path(), testing::small_rubric(), out.findings);
  return out;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("no folder is one missing finding", "[evidence][scan]") {
  Findings findings;
  const EvidenceFolder folder = scan_evidence("/nowhere/at/all", testing::small_rubric(), findings);
  CHECK_FALSE(folder.exists);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "evidence-folder-missing");
  CHECK(findings[0].severity == Severity::missing);
}

TEST_CASE("where the folder has another name, the folders beside it are named", "[evidence][scan]") {
  TempFolder folder;
  folder.put("证明材料/2.1.1 通知.pdf");
  Findings findings;
  scan_evidence(folder.path() / "佐证材料", testing::small_rubric(), findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].hint.starts_with("如果材料放在“证明材料”里，请把文件夹改名为“佐证材料”"));
}

TEST_CASE("a file's own number decides, else the nearest folder with an indicator", "[evidence][scan]") {
  TempFolder folder;
  folder.put("2 完善制度体系/2.1 管理机构/2.1.1 组织机构/01 会议/2 纪要.pdf");
  folder.put("2.1.1 组织机构/2.1.2 职责.pdf");
  folder.put("2.1.1 组织机构/2.2 打印.pdf");
  folder.put("2.1.1 组织机构/20230305 会议.pdf");
  folder.put("2.1.3 岗位.pdf");
  const Scanned scanned = scan(folder);
  CHECK(scanned.findings.size() == 1);  // 2.1.2 inside 2.1.1's folder
  CHECK(scanned.file("2 完善制度体系/2.1 管理机构/2.1.1 组织机构/01 会议/2 纪要.pdf").indicators == Ids{"2.1.1"});
  CHECK(scanned.file("2.1.1 组织机构/2.1.2 职责.pdf").indicators == Ids{"2.1.2"});
  CHECK(scanned.file("2.1.1 组织机构/2.2 打印.pdf").indicators == Ids{"2.1.1"});
  CHECK(scanned.file("2.1.1 组织机构/20230305 会议.pdf").indicators == Ids{"2.1.1"});
  CHECK(scanned.file("2.1.1 组织机构/20230305 会议.pdf").date.text == "2023-03-05");
  CHECK(scanned.file("2.1.1 组织机构/20230305 会议.pdf").date.origin == DateOrigin::title);
  CHECK(scanned.file("2.1.3 岗位.pdf").title == "岗位");
}

TEST_CASE("files come by indicator, then in natural order, the others behind", "[evidence][scan]") {
  TempFolder folder;
  for (const char* name : {"3.1.1 a.pdf", "2.2.4.2-10 b.jpg", "2.2.4.2-2 c.jpg", "2.1.2、2.1.1 d.pdf", "杂.pdf", "图说.txt"}) folder.put(name);
  const Scanned scanned = scan(folder);
  Ids paths;
  for (const EvidenceFile& file : scanned.folder.files) paths.push_back(file.path);
  CHECK(paths == Ids{"2.1.2、2.1.1 d.pdf", "2.2.4.2-2 c.jpg", "2.2.4.2-10 b.jpg", "3.1.1 a.pdf", "杂.pdf", "图说.txt"});
  CHECK(scanned.folder.files[0].indicators == Ids{"2.1.1", "2.1.2"});
  CHECK(scanned.folder.files[4].state == EvidenceState::unassigned);
  CHECK(scanned.folder.files[5].state == EvidenceState::auxiliary);
}

TEST_CASE("a number that the rubric lacks is an error with the nearest", "[evidence][scan]") {
  TempFolder folder;
  folder.put("2.1 管理机构/2.1.9 通知.pdf");
  folder.put("2.2.4.7 台账/1 甲.pdf");
  folder.put("2.2.4.7 台账/2 乙.pdf");
  const Scanned scanned = scan(folder);
  for (const EvidenceFile& file : scanned.folder.files) {
    CHECK(file.state == EvidenceState::unassigned);
    CHECK(file.indicators.empty());
  }
  REQUIRE(count_code(scanned.findings, "evidence-number-unknown") == 2);  // one for the file, one for the folder
  CHECK(scanned.findings.size() == 2);
  CHECK(scanned.findings[0].severity == Severity::error);
  CHECK(scanned.findings[0].place.text() == "佐证材料/2.1 管理机构/2.1.9 通知.pdf");
  CHECK(scanned.findings[0].hint.find("2.1.4") != std::string::npos);
  CHECK(scanned.findings[1].place.text() == "佐证材料/2.2.4.7 台账");
  CHECK(scanned.findings[1].hint.find("2.2.4.2") != std::string::npos);
}

TEST_CASE("inside an indicator's folder a number that the rubric lacks is title, with a warning", "[evidence][scan]") {
  TempFolder folder;
  folder.put("2.1.1 组织机构/2.1.9 通知.pdf");
  folder.put("2.1.1 组织机构/2.2.4.7 台账/1 甲.pdf");
  const Scanned scanned = scan(folder);
  CHECK(scanned.file("2.1.1 组织机构/2.1.9 通知.pdf").title == "2.1.9 通知");
  for (const EvidenceFile& file : scanned.folder.files) CHECK(file.indicators == Ids{"2.1.1"});
  CHECK(count_code(scanned.findings, "evidence-number-unknown") == 2);
  for (const Finding& finding : scanned.findings) CHECK(finding.severity == Severity::warning);
}

TEST_CASE("a file under a group number only is unassigned and told what lies below", "[evidence][scan]") {
  TempFolder folder;
  folder.put("2.2.4 计量/台账.pdf");
  folder.put("随手.pdf");
  const Scanned scanned = scan(folder);
  REQUIRE(count_code(scanned.findings, "evidence-unassigned") == 2);
  for (const Finding& finding : scanned.findings) CHECK(finding.severity == Severity::warning);
  const bool first_is_group = scanned.findings[0].place.text() == "佐证材料/2.2.4 计量/台账.pdf";
  const Finding& group = scanned.findings[first_is_group ? 0 : 1];
  CHECK(group.hint.find("2.2.4.1、2.2.4.2") != std::string::npos);
}

TEST_CASE("many unassigned files of one folder are one finding", "[evidence][scan]") {
  TempFolder folder;
  for (int i = 0; i < 30; ++i) folder.put("扫描/文件" + std::to_string(i) + "号.pdf");
  const Scanned scanned = scan(folder);
  REQUIRE(count_code(scanned.findings, "evidence-unassigned") == 1);
  CHECK(scanned.findings[0].message.find("30个文件") == 0);
}

TEST_CASE("what the office does not take as evidence is asked about no more, unless a number places it", "[evidence][scan]") {
  TempFolder folder;
  folder.put("菜单.pdf");
  folder.put("2.1.9 通知.pdf");
  folder.put("2.1.1 组织机构/会议.pdf");
  folder.put("随手.pdf");
  folder.put("通知.url");
  Scanned out;
  out.folder = scan_evidence(folder.path(), testing::small_rubric(), out.findings, {}, {"通知.url", "菜单.pdf", "2.1.9 通知.pdf", "2.1.1 组织机构/会议.pdf"});
  CHECK(out.file("2.1.1 组织机构/会议.pdf").indicators == Ids{"2.1.1"});
  CHECK_FALSE(out.file("2.1.1 组织机构/会议.pdf").declined);
  CHECK(out.file("菜单.pdf").declined);
  CHECK(out.file("2.1.9 通知.pdf").declined);
  CHECK_FALSE(out.file("随手.pdf").declined);
  CHECK(out.file("通知.url").state == EvidenceState::rejected);  // refused whatever is said of it
  CHECK_FALSE(out.file("通知.url").declined);
  CHECK(count_code(out.findings, "evidence-number-unknown") == 0);
  REQUIRE(count_code(out.findings, "evidence-unassigned") == 1);
  REQUIRE(count_code(out.findings, "evidence-declined") == 1);
  const Finding* declined = find_code(out.findings, "evidence-declined");
  CHECK(declined->severity == Severity::note);
  CHECK(declined->places.size() == 2);
}

TEST_CASE("captions come from a list beside the picture, else from the title, never from a camera", "[evidence][scan]") {
  TempFolder folder;
  folder.put("2.2.4.2 水表/IMG_0001.jpg");
  folder.put("2.2.4.2 水表/IMG_0002.jpg");
  folder.put("2.2.4.2 水表/一层水表.jpg");
  folder.put("2.2.4.2 水表/图说.txt", "\xEF\xBB\xBFimg_0001.JPG：一号楼总水表\r\n没有的.jpg：空\r\n");
  const Scanned scanned = scan(folder);
  CHECK(scanned.file("2.2.4.2 水表/IMG_0001.jpg").caption == "一号楼总水表");
  CHECK(scanned.file("2.2.4.2 水表/IMG_0001.jpg").title == "一号楼总水表");
  CHECK(scanned.file("2.2.4.2 水表/IMG_0002.jpg").title == "水表");
  CHECK(scanned.file("2.2.4.2 水表/IMG_0002.jpg").caption == "水表");  // the folder says what it shows
  CHECK(scanned.file("2.2.4.2 水表/一层水表.jpg").caption == "一层水表");
  REQUIRE(scanned.findings.size() == 1);
  CHECK(scanned.findings[0].code == "evidence-caption-unused");
  CHECK(scanned.findings[0].place.text() == "佐证材料/2.2.4.2 水表/图说.txt 第2行");
}

TEST_CASE("caption lists in GB18030 and broken ones", "[evidence][scan]") {
  TempFolder folder;
  folder.put("2.1.1 甲/IMG_1.jpg");
  folder.put("2.1.1 甲/图说.txt", "IMG_1\xA3\xBA\xCB\xAE\xB1\xED\n");  // IMG_1：水表
  folder.put("2.1.2 乙/图说.txt", std::string_view("\0\1\2", 3));
  folder.put("2.1.3 丙/图说.xlsx", "no zip");
  const Scanned scanned = scan(folder);
  CHECK(scanned.file("2.1.1 甲/IMG_1.jpg").caption == "水表");
  CHECK(count_code(scanned.findings, "evidence-caption-file") == 2);
}

TEST_CASE("a caption file of a kind that is not read is told, and none of that name is dropped", "[evidence][scan]") {
  TempFolder folder;
  folder.put("2.1.1 甲/IMG_1.jpg");
  folder.put("2.1.1 甲/图说.csv", "文件名,图说\nIMG_1.jpg,水表\n");
  folder.put("2.1.2 乙/图说.doc", "words");
  folder.put("2.1.3 丙/图说.jpg");
  const Scanned scanned = scan(folder);
  CHECK(scanned.file("2.1.1 甲/IMG_1.jpg").caption == "水表");
  CHECK(scanned.file("2.1.3 丙/图说.jpg").indicators == Ids{"2.1.3"});
  REQUIRE(scanned.findings.size() == 1);
  CHECK(scanned.findings[0].code == "evidence-caption-file");
  CHECK(scanned.findings[0].place.text() == "佐证材料/2.1.2 乙/图说.doc");
}

TEST_CASE("what is typed in 图说.txt goes before other lists", "[evidence][scan]") {
  TempFolder folder;
  folder.put("2.1.1 甲/IMG_1.jpg");
  folder.put("2.1.1 甲/图说.csv", "IMG_1.jpg,旧的\n");
  folder.put("2.1.1 甲/图说.txt", "IMG_1.jpg：新的\n");
  CHECK(scan(folder).file("2.1.1 甲/IMG_1.jpg").caption == "新的");
}

TEST_CASE("captions from a sheet, by columns", "[evidence][scan]") {
  TempFolder folder;
  folder.put("2.1.1 甲/IMG_1.jpg");
  folder.put("2.1.1 甲/2.jpg");
  folder.put("2.1.1 甲/图说.xlsx", test::book_of({{"Sheet1",
                                                   {test::words({"序号", "图说", "文件名"}),
                                                    test::words({"1", "一号楼水表", "IMG_1.jpg"}),
                                                    {test::blank(), test::words({"电表"})[0], test::number("2")}},
                                                   "",
                                                   ""}}));
  const Scanned scanned = scan(folder);
  CHECK(scanned.findings.empty());
  CHECK(scanned.file("2.1.1 甲/IMG_1.jpg").caption == "一号楼水表");
  CHECK(scanned.file("2.1.1 甲/2.jpg").caption == "电表");
}

TEST_CASE("a caption follows a picture that was moved, where one file bears its name", "[evidence][scan]") {
  TempFolder folder;
  folder.put("4.2.1 桶/IMG_1.jpg");
  folder.put("4.2.1 桶/IMG_2.jpg");
  folder.put("4.2.3 指南/IMG_2.jpg");
  folder.put("图说.xlsx",
             test::book_of({{"Sheet1",
                             {test::words({"文件名", "图说"}), test::words({"IMG_1.jpg", "一层垃圾桶"}), test::words({"新建文件夹/IMG_2.jpg", "哪一张说不清"})},
                             "",
                             ""}}));
  const Scanned scanned = scan(folder);
  CHECK(scanned.file("4.2.1 桶/IMG_1.jpg").caption == "一层垃圾桶");
  CHECK(scanned.file("4.2.1 桶/IMG_2.jpg").caption != "哪一张说不清");
  CHECK(count_code(scanned.findings, "evidence-caption-unused") == 1);
}

TEST_CASE("a dash between ids of two items is a warning", "[evidence][scan]") {
  TempFolder folder;
  folder.put("2.1.1-3.1.1 会议.pdf");
  const Scanned scanned = scan(folder);
  REQUIRE(scanned.findings.size() == 1);
  CHECK(scanned.findings[0].code == "evidence-number-range");
  CHECK(scanned.file("2.1.1-3.1.1 会议.pdf").indicators == Ids{"2.1.1"});
}

TEST_CASE("a folder or file that may not be read is rejected, the rest goes on", "[evidence][scan]") {
  if (geteuid() == 0) return;  // root may read everything
  TempFolder folder;
  folder.put("2.1.1 甲/a.pdf");
  folder.put("2.1.2 b.pdf");
  fs::permissions(folder.path() / "2.1.1 甲", fs::perms::none);
  const Scanned scanned = scan(folder);
  fs::permissions(folder.path() / "2.1.1 甲", fs::perms::owner_all);
  CHECK(scanned.file("2.1.1 甲").state == EvidenceState::rejected);
  CHECK(scanned.file("2.1.2 b.pdf").state == EvidenceState::bound);
}

TEST_CASE("an unnamed file takes its folder's words as title", "[evidence][scan]") {
  TempFolder folder;
  folder.put("2.2.2 物业合同/1.pdf");
  folder.put("2.1.1.pdf");
  const Scanned scanned = scan(folder);
  CHECK(scanned.file("2.2.2 物业合同/1.pdf").title == "物业合同 1");
  CHECK(scanned.file("2.2.2 物业合同/1.pdf").caption.empty());
  CHECK(scanned.file("2.1.1.pdf").title == "2.1.1");
}

TEST_CASE("auxiliary files are counted, hidden folders are never evidence", "[evidence][scan]") {
  TempFolder folder;
  folder.put("2.1.1 甲/说明.txt");
  folder.put("2.1.1 甲/Thumbs.db");
  folder.put(".git/2.1.1 x.pdf");
  folder.put("__MACOSX/2.1.1/x.pdf");
  const Scanned scanned = scan(folder);
  REQUIRE(scanned.folder.files.size() == 4);
  for (const EvidenceFile& file : scanned.folder.files) CHECK(file.state == EvidenceState::auxiliary);
  CHECK(scanned.findings.empty());
}

TEST_CASE("links never lead out of the folder, loops and special files end as rejected", "[evidence][scan]") {
  TempFolder outside;
  const fs::path secret = outside.put("secret.pdf");
  TempFolder folder;
  folder.put("2.1.1 甲/a.pdf");
  fs::create_symlink(secret, folder.path() / "2.1.1 外.pdf");
  fs::create_symlink(outside.path(), folder.path() / "2.1.2 外夹");
  fs::create_symlink(folder.path(), folder.path() / "2.1.1 甲" / "回环");
  fs::create_symlink("2.1.1 甲/a.pdf", folder.path() / "2.1.3 里.pdf");
  fs::create_symlink("无", folder.path() / "2.1.4 断.pdf");
  REQUIRE(mkfifo((folder.path() / "2.2.2 管道.pdf").c_str(), 0600) == 0);
  const Scanned scanned = scan(folder);
  REQUIRE(scanned.folder.files.size() == 7);
  CHECK(scanned.file("2.1.1 外.pdf").state == EvidenceState::rejected);
  CHECK(scanned.file("2.1.2 外夹").state == EvidenceState::rejected);
  CHECK(scanned.file("2.1.1 甲/回环").state == EvidenceState::rejected);
  CHECK(scanned.file("2.1.4 断.pdf").state == EvidenceState::rejected);
  CHECK(scanned.file("2.2.2 管道.pdf").state == EvidenceState::rejected);
  CHECK(scanned.file("2.1.3 里.pdf").state == EvidenceState::bound);
  CHECK(scanned.file("2.1.3 里.pdf").disk.filename() == "a.pdf");
  CHECK(count_code(scanned.findings, "evidence-link-outside") == 2);
  CHECK(count_code(scanned.findings, "evidence-link-folder") == 1);
  CHECK(count_code(scanned.findings, "evidence-link-broken") == 1);
  CHECK(count_code(scanned.findings, "evidence-special-file") == 1);
}

TEST_CASE("names that are not UTF-8 are read as GB18030", "[evidence][scan]") {
  TempFolder folder;
  folder.put("2.1.1 \xCD\xA8\xD6\xAA.pdf");
  const Scanned scanned = scan(folder);
  CHECK(scanned.file("2.1.1 通知.pdf").title == "通知");
  CHECK(fs::exists(scanned.file("2.1.1 通知.pdf").disk));
}

TEST_CASE("too deep and too many end in findings", "[evidence][scan]") {
  TempFolder folder;
  std::string deep;
  for (int i = 0; i < 60; ++i) deep += "层/";
  folder.put(deep + "a.pdf");
  const Scanned scanned = scan(folder);
  REQUIRE(scanned.folder.files.size() == 1);
  CHECK(scanned.folder.files[0].state == EvidenceState::rejected);
  CHECK(find_code(scanned.findings, "evidence-too-deep") != nullptr);
}

TEST_CASE("beyond five thousand files it stops and says so", "[evidence][scan]") {
  TempFolder folder;
  for (std::size_t i = 0; i < kMaxEvidenceFiles; ++i) std::ofstream(folder.path() / ("2.1.1-" + std::to_string(i) + ".pdf"));
  CHECK(count_code(scan(folder).findings, "evidence-too-many-files") == 0);
  folder.put("2.1.1 又一个.pdf");
  const Scanned scanned = scan(folder);
  CHECK(count_code(scanned.findings, "evidence-too-many-files") == 1);
  CHECK(scanned.folder.files.size() == kMaxEvidenceFiles);
}

TEST_CASE("a heap of files in one folder costs no other folder its place", "[evidence][scan]") {
  TempFolder folder;
  std::filesystem::create_directory(folder.path() / "2.1.1 堆");
  for (std::size_t i = 0; i < 4 * kMaxEvidenceFiles + 1000; ++i) std::ofstream(folder.path() / "2.1.1 堆" / (std::to_string(i) + ".pdf"));
  folder.put("2.1.1 堆/有内容.pdf", "x");
  folder.put("2.1.2 晚/一.pdf", "x");
  folder.put("3.3.1 更晚.pdf", "x");
  const Scanned scanned = scan(folder);
  CHECK(count_code(scanned.findings, "evidence-too-many-files") == 1);
  CHECK(scanned.folder.files.size() == kMaxEvidenceFiles);
  for (const char* kept : {"2.1.1 堆/有内容.pdf", "2.1.2 晚/一.pdf", "3.3.1 更晚.pdf"}) CHECK(scanned.file(kept).path == kept);
}

TEST_CASE("three thousand files are scanned at once", "[evidence][scan]") {
  TempFolder folder;
  for (int i = 0; i < 3000; ++i) folder.put("2.2.4.2 水表/" + std::to_string(i % 50) + "/" + std::to_string(i) + " 照片.jpg", "x");
  const auto start = std::chrono::steady_clock::now();
  const Scanned scanned = scan(folder);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
  CHECK(scanned.folder.files.size() == 3000);
}

}  // namespace lvce
