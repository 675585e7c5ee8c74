#include <catch2/catch.hpp>

#include <filesystem>

#include <sys/stat.h>
#include <unistd.h>

#include "support/files.h"

namespace fs = std::filesystem;
using namespace lvce;

namespace {
struct TempFolder {
  fs::path path = fs::temp_directory_path() / ("lvce-files-test-" + std::to_string(::getpid()));
  TempFolder() { fs::create_directories(path); }
  ~TempFolder() { fs::remove_all(path); }
};
}  // namespace

TEST_CASE("a file is read whole or not at all", "[files]") {
  const TempFolder folder;
  const fs::path file = folder.path / "a.txt";
  REQUIRE(write_file(file, "12345"));
  CHECK(read_file(file, 5).value() == "12345");
  CHECK_FALSE(read_file(file, 4));
  CHECK_FALSE(read_file(folder.path, 100));
  CHECK_FALSE(read_file(folder.path / "missing", 100));
}

TEST_CASE("a file cannot be written into a folder that is not there", "[files]") { CHECK_FALSE(write_file("/no-such-folder-of-lvce/a.txt", "x")); }

TEST_CASE("SHA-256 is the published one", "[files]") {
  // FIPS 180-4 example: SHA-256("abc").
  const std::string digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  CHECK(sha256_of("abc") == digest);
  const TempFolder folder;
  REQUIRE(write_file(folder.path / "abc", "abc"));
  CHECK(sha256_of_file(folder.path / "abc").value() == digest);
  CHECK_FALSE(sha256_of_file(folder.path / "missing"));
}

TEST_CASE("the program's data is found", "[files]") { CHECK(fs::is_directory(data_folder() / "rubrics")); }

TEST_CASE("a pipe is no file: reading it does not wait for a writer", "[files]") {
  const TempFolder folder;
  const fs::path pipe = folder.path / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK_FALSE(read_file(pipe, 100));
  CHECK_FALSE(sha256_of_file(pipe));
  CHECK_FALSE(read_file("/dev/zero", 100));
}
