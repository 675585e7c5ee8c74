// The sample with faults: each planted fault is named once, with its place, what to do and who.
#include <catch2/catch.hpp>

#include "whole/package.h"

using namespace lvce::testing;

namespace {

const Package& gaps() {
  static const Package package = build_sample("shanxi-gaps");
  return package;
}

/// Findings of a code whose place holds `where`.
std::vector<nlohmann::json> named(const std::string& code, const std::string& where) {
  std::vector<nlohmann::json> out;
  for (const auto& finding : gaps().result.at("findings")) {
    if (finding.at("code") == code && finding.at("where").get<std::string>().find(where) != std::string::npos) out.push_back(finding);
  }
  return out;
}

void check_named_once(const std::string& code, const std::string& where, const std::string& owner) {
  INFO(code << " at " << where);
  const auto found = named(code, where);
  REQUIRE(found.size() == 1);
  CHECK_FALSE(found[0].at("message").get<std::string>().empty());
  CHECK_FALSE(found[0].at("hint").get<std::string>().empty());
  CHECK(found[0].at("owner") == owner);
}

}  // namespace

TEST_CASE("the sample with faults is written all the same and says that it is not complete", "[whole]") {
  CHECK(gaps().built.code == 1);
  CHECK(gaps().result.at("complete") == false);
  CHECK(gaps().result.at("verdict") == "fail");
}

TEST_CASE("each planted fault is named once", "[whole]") {
  check_named_once("cell-not-a-number", "能耗台账!C20", "财务处");
  check_named_once("ledger-month-missing", "能耗台账!B25", "财务处");
  check_named_once("evidence-number-unknown", "4.2.8 主楼大厅分类容器.jpg", "机关服务中心");
  check_named_once("evidence-unassigned", "活动照片.jpg", "机关党委");
  check_named_once("evidence-pdf-damaged", "3.2.1", "机关服务中心");
  check_named_once("evidence-pdf-locked", "2.2.3", "综合科");
  check_named_once("evidence-outside-window", "2.2.1.2 2020年", "综合科");
  check_named_once("evidence-fewer-than-claimed", "2.2.2", "综合科");
  check_named_once("evidence-missing", "3.3.1", "机关服务中心");
  check_named_once("evidence-missing", "3.3.2", "机关服务中心");
  check_named_once("evidence-missing", "5.2.1", "机关党委");
  check_named_once("evidence-missing", "5.2.2", "机关党委");
}

TEST_CASE("photos with a camera's names take the words of their folder", "[whole]") {
  CHECK(named("evidence-picture-uncaptioned", "IMG_20210615").empty());
  for (const auto& indicator : gaps().result.at("indicators"))
    for (const auto& file : indicator.at("evidence"))
      if (file.at("path").get<std::string>().find("IMG_20210615") != std::string::npos) CHECK(file.at("title").get<std::string>().find("自然采光") == 0);
}

TEST_CASE("files of the sample with faults reconcile", "[whole]") {
  const auto& totals = gaps().result.at("evidence_totals");
  int files = 0;
  for (const char* state : {"bound", "bound_with_warning", "rejected", "unassigned", "auxiliary"}) files += totals.at(state).get<int>();
  CHECK(totals.at("files") == files);
  CHECK(totals.at("rejected") == 2);
  CHECK(totals.at("unassigned") == 2);
}
