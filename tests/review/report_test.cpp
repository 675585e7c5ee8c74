// Reports from below: taken whole, refused when altered, never written over.
#include <catch2/catch.hpp>

#include <filesystem>

#include "review/report/report.h"
#include "support/files.h"
#include "support/scratch_folder.h"

using namespace lvce;
namespace fs = std::filesystem;

namespace {

/// A report of one sheet and its list of sums.
void make_report(const fs::path& folder, const std::string& sheet, const std::string& from = "某县局") {
  fs::create_directories(folder / "核查表");
  const std::string json = "{\"schema\": 1, \"from\": \"" + from + "\", \"units\": [{\"unit\": \"甲局\", \"package_sha256\": \"abc\"}]}";
  REQUIRE(write_file(folder / kReportName, json));
  REQUIRE(write_file(folder / "核查表" / "甲局.xlsx", sheet));
  REQUIRE(write_file(folder / kReportSums, sha256_of(sheet) + "  核查表/甲局.xlsx\n" + sha256_of(json) + "  " + kReportName + "\n"));
}

}  // namespace

TEST_CASE("A whole report is kept below the bureau's name, once; another one beside it") {
  const ScratchFolder scratch("report-test");
  const fs::path report = scratch.path() / "收" / "报", desk = scratch.path() / "评审";
  make_report(report, "一");
  Findings findings;
  const auto taken = take_report(report, desk, {}, findings);
  REQUIRE(taken);
  CHECK(taken->from == "某县局");
  CHECK(taken->sheets == 1);
  CHECK(taken->unknown == std::vector<std::string>{"甲局"});  // no such package was received
  CHECK(findings.size() == 1);
  CHECK(read_file(desk / "下级" / "某县局" / "核查表" / "甲局.xlsx", 100) == "一");
  CHECK(take_report(report, desk, {}, findings));
  CHECK_FALSE(fs::exists(desk / "下级" / "某县局（2）"));
  make_report(report, "二");
  CHECK(take_report(report, desk, {}, findings));
  CHECK(read_file(desk / "下级" / "某县局" / "核查表" / "甲局.xlsx", 100) == "一");
  CHECK(read_file(desk / "下级" / "某县局（2）" / "核查表" / "甲局.xlsx", 100) == "二");
  CHECK(find_reports(scratch.path() / "收") == std::vector<fs::path>{report});
}

TEST_CASE("A report that was altered, lacks a file, leads out of its folder or is none is refused, and nothing of it is kept") {
  const ScratchFolder scratch("report-test");
  const fs::path report = scratch.path() / "报", desk = scratch.path() / "评审";
  const auto refused = [&] {
    Findings findings;
    CHECK_FALSE(take_report(report, desk, {}, findings));
    CHECK_FALSE(fs::exists(desk / "下级" / "某县局"));
    return findings.size() == 1 && findings.front().code == "review-report-altered";
  };
  make_report(report, "一");
  REQUIRE(write_file(report / "核查表" / "甲局.xlsx", "三"));
  CHECK(refused());
  fs::remove(report / "核查表" / "甲局.xlsx");
  CHECK(refused());
  make_report(report, "一");
  fs::create_symlink("/etc/hostname", report / "链接");
  REQUIRE(write_file(report / kReportSums, *read_file(report / kReportSums, 10000) + sha256_of("x") + "  链接\n"));
  CHECK(refused());
  make_report(report, "一");
  REQUIRE(write_file(report / kReportSums, *read_file(report / kReportSums, 10000) + sha256_of("x") + "  ../外面\n"));
  CHECK(refused());
  REQUIRE(write_file(report / kReportSums, "不是校验\n"));
  CHECK(refused());
}
