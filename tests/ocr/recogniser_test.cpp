// Tesseract itself, on one page: what it reads, and where.
#include "ocr/recogniser.h"

#include <unistd.h>

#include <cmath>
#include <filesystem>

#include "drawn_scan.h"
#include "evidence/reader.h"
#include "ocr/page_picture.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using namespace testing;

/// A folder that goes away, with a scan in it.
struct ScanFolder {
  fs::path path = fs::temp_directory_path() / ("lvce-ocr-" + std::to_string(getpid()));
  ScanFolder() { fs::create_directories(path); }
  ~ScanFolder() { fs::remove_all(path); }
};

const std::vector<std::string> kLetter = {"关于做好节约用水工作的通知", "各科室：现将有关事项通知如下，请认真执行。", "示例市机关事务管理局"};

ScanReader reader() { return find_scan_reader(kBinary, ""); }

}  // namespace

TEST_CASE("a scanned letter is read line by line, each word where it stands", "[ocr][tesseract]") {
  const ScanFolder folder;
  draw_scan(folder.path / "a.jpg", kLetter);
  scan_to_pdf({folder.path / "a.jpg"}, folder.path / "a.pdf");
  const ScanReader found = reader();
  REQUIRE(found.fault == "");
  const auto recogniser = Recogniser::start(found.language);
  REQUIRE(recogniser);
  for (const char* name : {"a.jpg", "a.pdf"}) {
    INFO(name);
    const auto picture = picture_of_page(folder.path / name, 0);
    REQUIRE(picture);
    CHECK(std::abs(picture->width - kScanWidth) <= 1);
    CHECK(std::abs(picture->height - kScanHeight) <= 1);
    const auto page = recogniser->read(*picture);
    REQUIRE(page);
    REQUIRE(page->lines.size() == 3);
    const std::string text = text_of_page(*page);
    CHECK(text.find("关于做好节约用水工作的通知\n") == 0);
    CHECK(text.find("示例市机关事务管理局\n") != std::string::npos);
    const ReadLine& line = page->lines[2];
    CHECK(line.x == Approx(118).margin(8));
    CHECK(line.y == Approx(236 + 2 * 71 + 33).margin(9));  // 16 pt are 33 pixels
    CHECK(line.size == Approx(33).margin(9));
    CHECK(line.words.back().end == Approx(10 * 33.3).margin(20));
    CHECK(std::abs(line.turn) < 0.01);
  }
}

TEST_CASE("a sheet on its side or its head is read, its words stand along it", "[ocr][tesseract]") {
  const ScanFolder folder;
  const std::string said = "各科室：现将有关事项通知如下，请认真贯彻执行。";
  std::vector<std::string> lines;  // no two alike: else their blanks make columns
  for (std::size_t i = 0; i < 12; ++i) lines.push_back(said.substr(3 * i) + said.substr(0, 3 * i));
  const auto recogniser = Recogniser::start(reader().language);
  REQUIRE(recogniser);
  for (const int turned : {90, 180, 270}) {  // clockwise
    INFO(turned);
    draw_scan(folder.path / "a.jpg", lines, turned);
    const auto page = recogniser->read(*picture_of_page(folder.path / "a.jpg", 0));
    REQUIRE(page);
    CHECK(text_of_page(*page).find("现将有关事项通知如下") != std::string::npos);
    REQUIRE(page->lines.size() >= 10);
    const ReadLine& line = page->lines[0];  // upright it began 118 from the left, its foot 269 from above
    const double x = turned == 90 ? kScanHeight - 269 : turned == 180 ? kScanWidth - 118 : 269;
    const double y = turned == 90 ? 118 : turned == 180 ? kScanHeight - 269 : kScanWidth - 118;
    CHECK(line.x == Approx(x).margin(12));
    CHECK(line.y == Approx(y).margin(12));
    CHECK(std::cos(line.turn + turned * 3.14159265 / 180) == Approx(1).margin(0.01));
    CHECK(line.size == Approx(33).margin(9));
    CHECK(line.words.front().begin == Approx(0).margin(12));
    CHECK(line.words.back().end == Approx(22.5 * 33.3).margin(40));
  }
}

TEST_CASE("an empty page has no words, what is no picture cannot be read", "[ocr][tesseract]") {
  const ScanFolder folder;
  draw_scan(folder.path / "a.jpg", {});
  const auto recogniser = Recogniser::start(reader().language);
  REQUIRE(recogniser);
  const auto page = recogniser->read(*picture_of_page(folder.path / "a.jpg", 0));
  REQUIRE(page);
  CHECK(page->lines.empty());
  std::ofstream(folder.path / "b.pdf") << "%PDF-1.4 nothing";
  CHECK_FALSE(picture_of_page(folder.path / "b.pdf", 0));
  CHECK_FALSE(picture_of_page(folder.path / "a.jpg", 1));
  CHECK_FALSE(Recogniser::start(folder.path));
}

TEST_CASE("a page too large for the reader is drawn smaller", "[ocr]") {
  const ScanFolder folder;
  draw_scan(folder.path / "a.jpg", {"大"});
  scan_to_pdf({folder.path / "a.jpg"}, folder.path / "a.pdf", "/UserUnit 10");
  const auto picture = picture_of_page(folder.path / "a.pdf", 0);
  REQUIRE(picture);
  CHECK(picture->height <= kReadingSide + 1);
}

}  // namespace lvce
