#include "support/program.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "support/files.h"
#include "support/scratch_folder.h"

using namespace lvce;
namespace fs = std::filesystem;

TEST_CASE("A program knows its own file without /proc or the environment") {
  CHECK(own_program() == fs::read_symlink("/proc/self/exe"));
  CHECK(own_bundle().empty());
}

TEST_CASE("A bundle is a program beside its own loader, with a launcher in bin") {
  const ScratchFolder scratch("program");
  const fs::path bundle = scratch.path() / "绿册 包", program = bundle / "lib/lvce";
  for (const char* folder : {"lib", "bin"}) fs::create_directories(bundle / folder);
  REQUIRE(write_file(program, "program"));
  CHECK(bundle_of(program).empty());
  REQUIRE(write_file(bundle / "lib/ld-linux-x86-64.so.2", "loader"));
  CHECK(bundle_of(program).empty());
  REQUIRE(write_file(bundle / "bin/lvce", "launcher"));
  CHECK(bundle_of(program) == bundle);
  CHECK(bundle_of(bundle / "bin/lvce").empty());
  CHECK(bundle_of("").empty());
}
