#include "evidence/copies.h"

#include <catch2/catch.hpp>

#include "evidence/evidence_kit.h"

namespace lvce {
namespace {

using namespace testing;

EvidenceFile one(const std::string& path, std::vector<std::string> indicators, const std::string& content, EvidenceFormat format) {
  EvidenceFile file;
  file.path = path;
  file.indicators = std::move(indicators);
  file.sha256 = content;
  file.format = format;
  return file;
}

Findings copies_among(EvidenceFolder& folder) {
  Findings findings;
  mark_copies(folder, findings);
  return findings;
}

TEST_CASE("one picture under several indicators is doubted once, with all its places", "[evidence][copies]") {
  EvidenceFolder folder;
  folder.files = {one("2.1.1 宣传栏.jpg", {"2.1.1"}, "a", EvidenceFormat::picture), one("2.1.2 食堂.jpg", {"2.1.2"}, "a", EvidenceFormat::picture),
                  one("2.2.3 垃圾桶.jpg", {"2.2.3"}, "a", EvidenceFormat::picture), one("2.2.4 水表.jpg", {"2.2.4"}, "b", EvidenceFormat::picture),
                  one("2.2.5 电表.jpg", {"2.2.5"}, "b", EvidenceFormat::picture)};
  const Findings findings = copies_among(folder);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "evidence-same-picture");
  CHECK(findings[0].severity == Severity::warning);
  CHECK(findings[0].message ==
        "2张照片用在几个指标下，内容完全相同，各计一次、只装订一次：2.1.1 宣传栏.jpg（2.1.1、2.1.2、2.2.3）、2.2.4 水表.jpg（2.2.4、2.2.5）");
  CHECK(findings[0].places.size() == 5);
  CHECK(folder.files[2].copy_of == "2.1.1 宣传栏.jpg");
  CHECK(folder.files[2].state == EvidenceState::bound);
}

TEST_CASE("papers under several indicators are a note, and none where a name says both", "[evidence][copies]") {
  EvidenceFolder folder;
  folder.files = {one("2.1.1 通知.pdf", {"2.1.1"}, "a", EvidenceFormat::pdf), one("2.1.2 通知.pdf", {"2.1.2"}, "a", EvidenceFormat::pdf),
                  one("2.1.1、2.1.2 方案.pdf", {"2.1.1", "2.1.2"}, "b", EvidenceFormat::pdf)};
  const Findings findings = copies_among(folder);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "evidence-same-paper");
  CHECK(findings[0].severity == Severity::note);
  CHECK(findings[0].message == "1份材料用在几个指标下，内容完全相同，各指标都计、只装订一次：2.1.1 通知.pdf（2.1.1、2.1.2）");
}

TEST_CASE("copies under one indicator are told there alone", "[evidence][copies]") {
  EvidenceFolder folder;
  folder.files = {one("2.1.1 甲.jpg", {"2.1.1"}, "a", EvidenceFormat::picture), one("2.1.1 乙.jpg", {"2.1.1"}, "a", EvidenceFormat::picture)};
  const Findings findings = copies_among(folder);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "evidence-same-content");
  CHECK(folder.files[1].reason == "内容与“2.1.1 甲.jpg”相同，只计一份");
}

TEST_CASE("of copies at one indicator the one whose name is no second copy stands first and is bound", "[evidence][copies]") {
  EvidenceFolder folder;
  folder.files = {one("2.1.1 制度(1).pdf", {"2.1.1"}, "a", EvidenceFormat::pdf), one("2.1.1 制度.pdf", {"2.1.1"}, "a", EvidenceFormat::pdf)};
  const Findings findings = copies_among(folder);
  REQUIRE(findings.size() == 1);
  CHECK(folder.files[0].path == "2.1.1 制度.pdf");
  CHECK(folder.files[1].path == "2.1.1 制度(1).pdf");
  CHECK(folder.files[1].copy_of == "2.1.1 制度.pdf");
}

}  // namespace
}  // namespace lvce
