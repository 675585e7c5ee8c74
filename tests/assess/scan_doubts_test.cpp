// What was read on a scan beside its name and the unit's.
#include "assess/scan_doubts.h"

#include <catch2/catch.hpp>

namespace lvce {
namespace {

const std::string kBody = "为贯彻落实上级关于节约用能的要求，现将今年以来开展的各项工作总结如下，请各科室认真学习并遵照执行，有关情况及时报送";

EvidenceFile scan(const std::string& read, std::vector<int> years, int year = 0) {
  EvidenceFile file;
  file.path = "2.1.1 a.pdf";
  file.read = read;
  file.read_years = std::move(years);
  if (year > 0) file.date = {std::to_string(year), DateOrigin::title};
  return file;
}

std::string said_of(EvidenceFile file, const std::string& unit = "示例市机关事务管理局") {
  Dossier dossier;
  dossier.workbook.unit.items["单位名称"] = unit;
  dossier.evidence.files = {std::move(file)};
  Findings findings;
  doubt_scans(dossier, findings);
  std::string out;
  for (const Finding& finding : findings) {
    CHECK(finding.severity == Severity::note);
    out += (out.empty() ? "" : "|") + finding.message;
  }
  return out;
}

const std::string kUnit = "示例市机关事务管理局";

}  // namespace

TEST_CASE("a year that no page names is doubted", "[assess][scan]") {
  CHECK(said_of(scan(kUnit, {2019}, 2021)) == "文件名说2021年，正文像是2019年");
  CHECK(said_of(scan(kUnit, {2019, 2020}, 2021)) == "文件名说2021年，正文像是2019、2020年");
  CHECK(said_of(scan(kUnit, {2019, 2021}, 2021)).empty());
  CHECK(said_of(scan(kUnit, {}, 2021)).empty());
  CHECK(said_of(scan(kUnit, {2019})).empty());  // the name says none
  EvidenceFile both = scan(kUnit, {2022}, 2021);
  both.date.first_year = 2021;
  both.date.last_year = 2022;
  CHECK(said_of(both).empty());
  EvidenceFile exif = scan(kUnit, {2019}, 2021);
  exif.date.origin = DateOrigin::document;
  CHECK(said_of(exif).empty());
}

TEST_CASE("a first page without the unit's name is doubted, misread ones are not", "[assess][scan]") {
  CHECK(said_of(scan("另一县教育局工作总结" + kBody, {})) == "首页未见本单位名称");
  CHECK(said_of(scan("示例市机关事务管理局工作总结" + kBody, {})).empty());
  CHECK(said_of(scan("示 例 市 机 关\n事 务 管 理 局" + kBody, {})).empty());
  CHECK(said_of(scan("市机关事务管理局" + kBody, {})).empty());
  CHECK(said_of(scan("示例市机关亊务管理局" + kBody, {})).empty());
  CHECK(said_of(scan("会场照片 光盘行动", {})).empty());  // no paper
  CHECK(said_of(scan("", {})).empty());
  CHECK(said_of(scan(kBody, {}), "").empty());
  EvidenceFile refused = scan("另一县教育局" + kBody, {2019}, 2021);
  refused.state = EvidenceState::rejected;
  CHECK(said_of(refused).empty());
}

TEST_CASE("misread characters are counted", "[assess][scan]") {
  CHECK(misread_in(U"机关事务", U"示例市机关事务局") == 0);
  CHECK(misread_in(U"机关事务", U"机美事务") == 1);
  CHECK(misread_in(U"机关事务", U"机事务") == 1);
  CHECK(misread_in(U"机关事务", U"") == 4);
}

}  // namespace lvce
