// Evidence of the offices under one roof (--shared).
#include <catch2/catch.hpp>

#include <algorithm>

#include "evidence/evidence_kit.h"

namespace lvce {
namespace {

using testing::find_file;
using testing::TempFolder;

struct Merged {
  EvidenceFolder folder;
  Findings findings;
};

Merged merge(const TempFolder& own, const std::filesystem::path& shared) {
  Merged out;
  out.folder = scan_evidence(own.path(), testing::small_rubric(), out.findings);
  add_shared_evidence(out.folder, shared, testing::small_rubric(), out.findings);
  return out;
}

std::vector<std::string> paths(const EvidenceFolder& folder) {
  std::vector<std::string> out;
  for (const EvidenceFile& file : folder.files) out.push_back(file.path);
  return out;
}

}  // namespace

TEST_CASE("shared files stand behind the unit's own of the same indicator, marked", "[evidence][shared]") {
  TempFolder own, shared;
  own.put("2.1.1-9 本局通知.pdf");
  own.put("2.2.2 制度.pdf");
  shared.put("2.1.1-1 合署通知.pdf");
  shared.put("2.1.2 2021年职责（2项）.pdf");
  const Merged merged = merge(own, shared.path());
  CHECK(paths(merged.folder) ==
        std::vector<std::string>{"2.1.1-9 本局通知.pdf", "合署共享/2.1.1-1 合署通知.pdf", "合署共享/2.1.2 2021年职责（2项）.pdf", "2.2.2 制度.pdf"});
  const EvidenceFile& file = merged.folder.files[2];
  CHECK(file.shared);
  CHECK(file.title == "2021年职责（2项）（合署共享）");
  CHECK(file.counted == 2);
  CHECK(file.date.text == "2021");
  CHECK(file.disk == shared.path() / "2.1.2 2021年职责（2项）.pdf");
  CHECK_FALSE(merged.folder.files[0].shared);
  CHECK(merged.findings.empty());
}

TEST_CASE("a whole unit folder may be named: its 佐证材料 is taken", "[evidence][shared]") {
  TempFolder own, shared;
  own.put("2.1.1 通知.pdf");
  shared.put("台账.xlsx");
  shared.put("佐证材料/2.1.2 职责.pdf");
  const Merged merged = merge(own, shared.path());
  CHECK(paths(merged.folder) == std::vector<std::string>{"2.1.1 通知.pdf", "合署共享/2.1.2 职责.pdf"});
}

TEST_CASE("what is wrong with a shared file names it as shared; unassigned and auxiliary files come last", "[evidence][shared]") {
  TempFolder own, shared;
  own.put("说明.txt");
  own.put("2.1.1 通知.pdf");
  shared.put("9.9.9 照片.jpg");
  shared.put("图说.txt", "2.2.2 标识.jpg：共用的标识");
  shared.put("2.2.2 标识.jpg");
  const Merged merged = merge(own, shared.path());
  CHECK(paths(merged.folder) ==
        std::vector<std::string>{"2.1.1 通知.pdf", "合署共享/2.2.2 标识.jpg", "合署共享/9.9.9 照片.jpg", "说明.txt", "合署共享/图说.txt"});
  CHECK(find_file(merged.folder, "合署共享/2.2.2 标识.jpg")->caption == "共用的标识");
  REQUIRE(merged.findings.size() == 1);
  CHECK(merged.findings[0].code == "evidence-number-unknown");
  CHECK(merged.findings[0].place.text() == "佐证材料/合署共享/9.9.9 照片.jpg");
}

TEST_CASE("a shared folder that is not there is an error, and the unit's own files stay", "[evidence][shared]") {
  TempFolder own;
  own.put("2.1.1 通知.pdf");
  const Merged merged = merge(own, "/nowhere/at/all");
  CHECK(merged.folder.files.size() == 1);
  REQUIRE(merged.findings.size() == 1);
  CHECK(merged.findings[0].code == "shared-folder-missing");
  CHECK(merged.findings[0].severity == Severity::error);
}

}  // namespace lvce
