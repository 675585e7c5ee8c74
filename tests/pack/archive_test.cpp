// The zip that grows beside the other files.
#include "pack/archive.h"

#include <catch2/catch.hpp>

#include "pack/names.h"
#include "pack/temp_folder.h"
#include "pack/unzip.h"
#include "support/files.h"

using namespace lvce;
using lvce::test::TempFolder;

namespace {

constexpr std::uintmax_t kSmall = 0;
constexpr std::uintmax_t kBeyondZip32 = 5ULL << 30;

}  // namespace

TEST_CASE("the zip holds what was added, each once, and its digest is that of the file") {
  for (const std::uintmax_t bytes : {kSmall, kBeyondZip32}) {
    const TempFolder folder, unpacked;
    const std::string pdf(700000, 'p'), words(3000, 'w');
    REQUIRE(write_file(folder / "05 佐证材料汇编.pdf", pdf));
    REQUIRE(write_file(folder / "result.json", words));
    Archive archive(folder.path(), bytes);
    archive.add("05 佐证材料汇编.pdf");
    archive.add("05 佐证材料汇编.pdf");
    archive.add("result.json");
    const auto digest = archive.finish();
    REQUIRE(digest);
    CHECK(*digest == sha256_of_file(folder / kZipName).value());
    const Findings findings = unzip(folder / kZipName, unpacked.path(), {});
    INFO((findings.empty() ? "" : findings[0].message));
    CHECK(findings.empty());
    CHECK((read_file(unpacked / "05 佐证材料汇编.pdf", 1 << 20).value() == pdf));
    CHECK(read_file(unpacked / "result.json", 1 << 20).value() == words);
  }
}

TEST_CASE("the same files in the same order give the same zip") {
  std::vector<std::string> digests;
  for (int i = 0; i < 2; ++i) {
    const TempFolder folder;
    REQUIRE(write_file(folder / "a.pdf", "one"));
    REQUIRE(write_file(folder / "b.json", "two"));
    Archive archive(folder.path(), kSmall);
    for (const char* name : {"a.pdf", "b.json"}) archive.add(name);
    digests.push_back(archive.finish().value());
  }
  CHECK(digests[0] == digests[1]);
}

TEST_CASE("a zip that lacks a file, or has no place to lie, is none") {
  const TempFolder folder;
  Archive lacking(folder.path(), kSmall);
  lacking.add("not there.pdf");
  CHECK_FALSE(lacking.finish());
  Archive nowhere(folder / "no such folder", kSmall);
  CHECK_FALSE(nowhere.finish());
}
