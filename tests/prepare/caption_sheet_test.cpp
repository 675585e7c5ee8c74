#include "prepare/caption_sheet.h"

#include <catch2/catch.hpp>

#include "evidence/evidence_kit.h"
#include "support/files.h"

namespace lvce {

using namespace testing;

TEST_CASE("a caption sheet is read back as it was written, and names pictures by their paths", "[prepare][captions]") {
  TempFolder folder;
  folder.put("2.1.1 小组/IMG_0001.jpg");
  folder.put("2.1.1 小组/IMG_0002.jpg");
  const std::filesystem::path sheet = folder.path() / "图说.xlsx";
  REQUIRE(write_caption_sheet(sheet, {{"2.1.1 小组/IMG_0001.jpg", "领导小组开会", {}}, {"2.1.1 小组/IMG_0002.jpg", "", {}}}));
  const auto rows = read_caption_sheet(sheet);
  REQUIRE(rows);
  REQUIRE(rows->size() == 2);
  CHECK(rows->at(0).name == "2.1.1 小组/IMG_0001.jpg");
  CHECK(rows->at(0).caption == "领导小组开会");
  CHECK(rows->at(1).caption.empty());
  Findings findings;
  const EvidenceFolder scanned = scan_evidence(folder.path(), small_rubric(), findings);
  CHECK(findings.empty());
  CHECK(find_file(scanned, "2.1.1 小组/IMG_0001.jpg")->caption == "领导小组开会");
  const std::optional<std::string> bytes = read_file(sheet, 1 << 20);
  REQUIRE(write_caption_sheet(sheet, {{"2.1.1 小组/IMG_0001.jpg", "领导小组开会", {}}, {"2.1.1 小组/IMG_0002.jpg", "", {}}}));
  CHECK(read_file(sheet, 1 << 20) == bytes);
}

TEST_CASE("a sheet without its columns is none", "[prepare][captions]") {
  TempFolder folder;
  CHECK_FALSE(read_caption_sheet(folder.put("图说.xlsx", "no sheet")));
  CHECK_FALSE(write_caption_sheet(folder.path() / "没有" / "图说.xlsx", {}));
}

}  // namespace lvce
