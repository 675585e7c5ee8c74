// The kinds of files against docs/result.md, and their titles against the README and the templates that name them.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>

#include "document/output_kind.h"
#include "paths.h"

namespace fs = std::filesystem;
using namespace lvce;

namespace {

std::string page(const fs::path& name) {
  std::ifstream in(fs::path(kSourceFolder) / name, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Kind → what docs/result.md says of it.
std::map<std::string, std::string> told_kinds() {
  static const std::regex kRow("\n\\| `([a-z]+)` \\| ([^\n]*) \\|");
  const std::string all = page("docs/result.md");
  const std::size_t begin = all.find("## Kinds of files"), end = all.find("\n## ", begin + 1);
  REQUIRE(begin != std::string::npos);
  const std::string table = all.substr(begin, end - begin);
  std::map<std::string, std::string> out;
  for (std::sregex_iterator row(table.begin(), table.end(), kRow), none; row != none; ++row) CHECK(out.emplace((*row)[1], (*row)[2]).second);
  return out;
}

/// The first Chinese words.
std::string title_in(const std::string& text) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  const auto begin = std::find_if_not(text.begin(), text.end(), is_ascii);
  return {begin, std::find_if(begin, text.end(), is_ascii)};
}

std::string value_of(const std::string& yaml, const std::string& key) {
  std::smatch found;
  return std::regex_search(yaml, found, std::regex("(?:^|\n)" + key + ": \"?([^\"\n]*)")) ? found[1].str() : "";
}

}  // namespace

TEST_CASE("every kind of file stands in docs/result.md, by a title that the README has too", "[docs]") {
  const auto told = told_kinds();
  const std::string readme = page("README.md");
  std::set<std::string> kinds;
  for (const OutputKindName& row : kOutputKinds) {
    if (is_of_files(row.kind)) kinds.insert(std::string(row.name));
  }
  for (const std::string& kind : kinds) {
    INFO(kind);
    REQUIRE(told.contains(kind));
    const std::string title = title_in(told.at(kind));
    INFO(title);
    CHECK_FALSE(title.empty());
    CHECK(readme.find(title) != std::string::npos);
  }
  CHECK(told.size() == kinds.size());
}

TEST_CASE("what a template calls its file is what docs/result.md calls it", "[docs]") {
  const auto told = told_kinds();
  int compared = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(kSourceFolder) / "templates")) {
    if (entry.path().extension() != ".yaml") continue;
    const std::string yaml = page(entry.path()), kind = value_of(yaml, "kind"), stem = value_of(yaml, "stem");
    if (stem.empty() || !told.contains(kind) || kind == "paper") continue;
    INFO(entry.path().filename().string() << ": " << stem);
    CHECK(told.at(kind).find(stem) != std::string::npos);
    ++compared;
  }
  CHECK(compared > 5);
}

TEST_CASE("a template that names a file says of which kind it is, and no two papers bear one number", "[docs]") {
  const auto told = told_kinds();
  std::map<std::string, std::string> stems;  // number → stem
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(kSourceFolder) / "templates")) {
    if (entry.path().extension() != ".yaml") continue;
    const std::string yaml = page(entry.path()), kind = value_of(yaml, "kind"), stem = value_of(yaml, "stem");
    const std::string number = stem.substr(0, stem.find(' '));
    if (number.empty() || number.find_first_not_of("0123456789") != std::string::npos) continue;
    INFO(entry.path().filename().string() << ": " << stem);
    CHECK(told.contains(kind));
    CHECK(stems.emplace(number, stem).first->second == stem);
  }
  CHECK(stems.size() >= 4);  // 02, 03, 06 and 07
}
