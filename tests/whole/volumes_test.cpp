// Volumes and sealed copies through the real binary.
#include <catch2/catch.hpp>

#include "whole/package.h"

namespace fs = std::filesystem;
using namespace lvce::testing;

TEST_CASE("--volume-pages: volumes instead of one 05, listed and sound") {
  const Package package = build_sample("shanxi-complete", {"--volume-pages", "40"});
  REQUIRE(package.built.code == 0);
  int volumes = 0;
  for (const auto& file : package.result["files"]) {
    if (file["kind"] != "evidence") continue;
    ++volumes;
    CHECK(file["path"] == "05 佐证材料汇编 第" + std::to_string(volumes) + "册.pdf");
    CHECK(file["pages"].get<int>() <= 40);
  }
  CHECK(volumes > 1);
  CHECK_FALSE(fs::exists(package.folder / "05 佐证材料汇编.pdf"));
  CHECK(fs::exists(package.folder / "申报材料全本.pdf"));
  const Ran verified = run_lvce({"verify", package.folder.string()});
  INFO(verified.out << verified.err);
  CHECK(verified.code == 0);
}

TEST_CASE("盖章件: a broken sealed copy is told and the generated pages are bound") {
  TempFolder place;
  fs::copy(sample("shanxi-complete"), place / "unit", fs::copy_options::recursive);
  fs::create_directory(place / "unit" / "盖章件");
  write_text(place / "unit" / "盖章件" / "01.pdf", "%PDF-1.4 broken");
  const Ran built = run_lvce({"build", (place / "unit").string(), "-o", (place / "out").string()});
  CHECK(built.code == 1);
  CHECK(built.out.find("盖章件/01.pdf — 盖章件不能装订") != std::string::npos);
}
