// CONTRIBUTING.md against the tree: what it sends a newcomer to is there.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include "paths.h"

TEST_CASE("Every file and folder that CONTRIBUTING.md names is there") {
  const std::filesystem::path root = kSourceFolder;
  std::ifstream file(root / "CONTRIBUTING.md");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::regex path("[`(]((?:src|tests|rubrics|templates|docs)/[a-z0-9_./-]*)[`)]");
  int named = 0;
  for (std::sregex_iterator at(text.begin(), text.end(), path), end; at != end; ++at, ++named) {
    INFO((*at)[1].str());
    CHECK(std::filesystem::exists(root / (*at)[1].str()));
  }
  CHECK(named > 60);
  const std::regex bare("`([a-z][a-z_]+\\.(?:js|cpp|h|py|yaml))`");
  const std::sregex_iterator found(text.begin(), text.end(), bare), none;
  CHECK(found == none);  // a file is named with its folder, so that it can be looked up
}
