#include "prepare/filed_copies.h"

#include <catch2/catch.hpp>

#include "evidence/evidence.h"
#include "evidence/evidence_kit.h"

namespace lvce {
namespace {

using namespace testing;

}  // namespace

TEST_CASE("a file whose content lies under an indicator already is known by it", "[prepare][sort]") {
  TempFolder folder;
  folder.put("2.1.1 通知.txt", "same words");
  folder.put("收到的/通知.txt", "same words");
  folder.put("收到的/别的.txt", "same count");
  folder.put("收到的/再一份.txt", "other");
  Findings findings;
  const EvidenceFolder scanned = scan_evidence(folder.path(), small_rubric(), findings);
  const auto filed = filed_copies(scanned);
  REQUIRE(filed.size() == 1);
  CHECK(filed.begin()->first == "收到的/通知.txt");
  CHECK(filed.begin()->second->path == "2.1.1 通知.txt");
}

}  // namespace lvce
