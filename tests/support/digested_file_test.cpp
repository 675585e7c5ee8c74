#include "support/digested_file.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <system_error>

#include <unistd.h>

#include "support/files.h"

namespace fs = std::filesystem;
using namespace lvce;

TEST_CASE("a file and its digest come out as from any other writer", "[files]") {
  const fs::path file = fs::temp_directory_path() / ("lvce-digested-" + std::to_string(::getpid()));
  std::string expected;
  DigestedFile digested(file);
  for (int i = 0; i < 300000; ++i) {  // some megabytes, in small pieces
    const std::string piece = std::to_string(i) + ",";
    digested.write(piece);
    expected += piece;
    if (i == 150000) CHECK(digested.digest() == sha256_of(expected));
  }
  digested.write(std::string(3 << 20, 'x'));
  expected += std::string(3 << 20, 'x');
  CHECK(digested.finish() == sha256_of(expected));
  CHECK((read_file(file, 64 << 20).value() == expected));
  fs::remove(file);
}

TEST_CASE("an empty file has the digest of nothing", "[files]") {
  const fs::path file = fs::temp_directory_path() / ("lvce-digested-" + std::to_string(::getpid()));
  CHECK(DigestedFile(file).finish() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");  // FIPS 180-4
  CHECK(fs::file_size(file) == 0);
  fs::remove(file);
}

TEST_CASE("a file that cannot be made or filled says so", "[files]") {
  CHECK_THROWS_AS(DigestedFile("/no-such-folder-of-lvce/a.pdf"), std::system_error);
  DigestedFile full("/dev/full");
  for (int i = 0; i < 20; ++i) full.write(std::string(1 << 20, 'x'));  // never blocks
  CHECK_THROWS_AS(full.finish(), std::system_error);
}
