#include "prepare/sort_rows.h"

#include <catch2/catch.hpp>

namespace lvce {
namespace {

SortRow earlier(const Proposal& proposal, const std::string& take) { return {proposal, take, proposal.indicators, ""}; }

SortRow only(Proposal now, const SortRow& before) {
  now.name = "通知.pdf";
  const std::vector<SortRow> rows = sort_rows({std::move(now)}, {before});
  REQUIRE(rows.size() == 1);
  return rows[0];
}

}  // namespace

TEST_CASE("what an earlier round found is offered again, and is not sure any more", "[prepare][sort]") {
  const SortRow row = only({"a.pdf", {}, "", false}, earlier({"a.pdf", {"2.1.1"}, "首页标题里有“领导小组”", true}, ""));
  CHECK(row.proposal.indicators == std::vector<std::string>{"2.1.1"});
  CHECK(row.proposal.why == "首页标题里有“领导小组”");
  CHECK_FALSE(row.proposal.sure);
  CHECK_FALSE(row.edited());
}

TEST_CASE("an earlier round's reason without a place is not taken over", "[prepare][sort]") {
  CHECK(only({"a.pdf", {}, "", false}, earlier({"a.pdf", {}, "有密码，不能用", false}, "")).proposal.why.empty());
}

TEST_CASE("what this round says is not replaced by an earlier one", "[prepare][sort]") {
  const SortRow row = only({"a.pdf", {}, "有密码，不能用", false}, earlier({"a.pdf", {"2.1.1"}, "文件名里有“领导小组”", true}, ""));
  CHECK(row.proposal.indicators.empty());
  CHECK(row.proposal.why == "有密码，不能用");
}

TEST_CASE("the office's decisions stay, also where this round comes to the same", "[prepare][sort]") {
  CHECK(only({"a.pdf", {"2.1.2"}, "", true}, earlier({"a.pdf", {"2.1.1"}, "", false}, "否")).take == "否");
  SortRow written = earlier({"a.pdf", {}, "", false}, "");
  written.proposal.indicators = {"2.1.1"};
  const SortRow row = only({"a.pdf", {"2.1.1"}, "首页里有“领导小组”", false}, written);
  CHECK(row.edited());
  CHECK(row.proposal.indicators == std::vector<std::string>{"2.1.1"});
}

TEST_CASE("a name that the office wrote stays; one that was the file's own gives way to a better", "[prepare][sort]") {
  SortRow before = earlier({"a.pdf", {"2.1.1"}, "", true}, "");
  before.name = "我写的.pdf";
  CHECK(only({"a.pdf", {"2.1.1"}, "", true}, before).name == "我写的.pdf");
  before.name = "a.pdf";
  CHECK(only({"a.pdf", {"2.1.1"}, "", true}, before).name == "通知.pdf");
}

TEST_CASE("an indicator that the office is not judged by falls away, the last one with its reason", "[prepare][sort]") {
  std::vector<Proposal> proposals = {{"a.pdf", {"1.1.1", "1.1.2"}, "文件名里有“县”", false}, {"b.pdf", {"1.1.2"}, "文件名里有“县”", true}};
  leave_out(proposals, {"1.1.2"});
  CHECK(proposals[0].indicators == std::vector<std::string>{"1.1.1"});
  CHECK(proposals[0].why == "文件名里有“县”");
  CHECK(proposals[1].indicators.empty());
  CHECK(proposals[1].why.empty());
  CHECK_FALSE(proposals[1].sure);
}

}  // namespace lvce
