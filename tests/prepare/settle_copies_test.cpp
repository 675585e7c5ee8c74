#include "prepare/settle_copies.h"

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

TEST_CASE("a content that is filed needs no further place, but at another indicator it may be wanted", "[prepare][sort]") {
  TempFolder folder;
  folder.put("2.1.1 通知.txt", "same words");
  folder.put("收到的/甲.txt", "same words");
  folder.put("收到的/乙.txt", "same words");
  folder.put("收到的/丙.txt", "same words");
  Findings findings;
  const EvidenceFolder scanned = scan_evidence(folder.path(), small_rubric(), findings);
  std::vector<Proposal> proposals = {
      {"收到的/甲.txt", {"2.1.1"}, "文件名里有“甲”", true}, {"收到的/乙.txt", {"2.1.2"}, "文件名里有“乙”", true}, {"收到的/丙.txt", {}, "", false}};
  CHECK(settle_copies(proposals, scanned) == std::set<std::string>{"收到的/甲.txt", "收到的/丙.txt"});
  CHECK(proposals[0].indicators.empty());
  CHECK(proposals[0].why == "内容与“2.1.1 通知.txt”相同，那份已归入指标，这份不用再放");
  CHECK(proposals[1].indicators == std::vector<std::string>{"2.1.2"});
  CHECK(proposals[1].why == "文件名里有“乙”；内容与“2.1.1 通知.txt”相同");
  CHECK_FALSE(proposals[1].sure);
}

TEST_CASE("of equal files without a place one is proposed, the one with the better name", "[prepare][sort]") {
  TempFolder folder;
  for (const char* name : {"通知(1).txt", "通知.txt", "微信图片_20210305.txt"}) folder.put(name, "same words");
  Findings findings;
  const EvidenceFolder scanned = scan_evidence(folder.path(), small_rubric(), findings);
  std::vector<Proposal> proposals = {
      {"通知(1).txt", {"2.1.1"}, "文件名里有“通知”", true}, {"通知.txt", {"2.1.1"}, "文件名里有“通知”", true}, {"微信图片_20210305.txt", {}, "", false}};
  CHECK(settle_copies(proposals, scanned) == std::set<std::string>{"通知(1).txt", "微信图片_20210305.txt"});
  CHECK(proposals[0].why == "内容与“通知.txt”相同，归入那一份就够了");
  CHECK(proposals[1].sure);
}

}  // namespace lvce
