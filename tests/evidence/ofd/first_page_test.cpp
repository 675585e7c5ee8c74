// What an OFD without a place says on its first page.
#include <catch2/catch.hpp>

#include "evidence/ofd/ofd_builder.h"

namespace lvce {
namespace {

using namespace testing;

std::string first_page_of_file(const std::string& bytes) {
  EvidenceRun run;
  run.evidence.put("扫描.ofd", bytes);
  run.run(false);
  const std::map<std::string, std::string> pages = read_first_pages(run.folder, run.options, run.findings);
  const auto found = pages.find("扫描.ofd");
  return found == pages.end() ? "" : found->second;
}

}  // namespace

TEST_CASE("the first page of an OFD is read for its place, and no other page", "[evidence][ofd]") {
  const auto words = [](const std::string& text) {
    return R"(<ofd:TextObject ID="4" Font="3" Size="5" Boundary="10 10 80 10"><ofd:TextCode X="0" Y="5" DeltaX="g 20 5">)" + text +
           "</ofd:TextCode></ofd:TextObject>";
  };
  OfdBuilder ofd(words("公共机构节能工作通知"));
  ofd.change("Doc_0/Document.xml", "</ofd:Pages>", R"(<ofd:Page ID="70" BaseLoc="Pages/Page_1/Content.xml"/></ofd:Pages>)");
  ofd.entries["Doc_0/Pages/Page_1/Content.xml"] = OfdBuilder::page(words("第二面"));
  CHECK(first_page_of_file(ofd.bytes()) == "公共机构节能工作通知");
  CHECK(first_page_of_file(ofd.bytes().substr(0, 300)).empty());
}

}  // namespace lvce
