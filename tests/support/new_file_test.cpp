// Files that must not replace others, where hard links are and where they are not.
#include <catch2/catch.hpp>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "support/files.h"
#include "support/nameless_file.h"
#include "support/new_file.h"
#include "support/scratch_folder.h"
#include "support/system_words.h"

using namespace lvce;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("a new file is whole and nothing else is left beside it", "[new-file]") {
  for (const NewFileWay way : {NewFileWay::nameless, NewFileWay::beside, NewFileWay::claimed}) {
    const ScratchFolder folder("test");
    write_file(folder.path() / ".lvce-new-dEad00", "left by a killed run");
    CHECK(write_new_file(folder.path() / "台账.xlsx", "内容", way) == NewFile::made);
    CHECK(read_file(folder.path() / "台账.xlsx", 100) == "内容");
    std::vector<std::string> left = names_in(folder.path());
    if (way == NewFileWay::nameless) std::erase(left, ".lvce-new-dEad00");  // the other ways meet it
    CHECK(left == std::vector<std::string>{"台账.xlsx"});
  }
}

TEST_CASE("what is there stays: a file, a folder, a link that leads nowhere", "[new-file]") {
  const ScratchFolder folder("test");
  write_file(folder.path() / "有", "旧");
  fs::create_directory(folder.path() / "夹");
  fs::create_symlink("无", folder.path() / "链");
  for (const NewFileWay way : {NewFileWay::nameless, NewFileWay::beside, NewFileWay::claimed}) {
    for (const char* name : {"有", "夹", "链"}) CHECK(write_new_file(folder.path() / name, "新", way) == NewFile::exists);
  }
  CHECK(read_file(folder.path() / "有", 100) == "旧");
  CHECK(names_in(folder.path()).size() == 3);
}

TEST_CASE("where nothing can be written, errno says why", "[new-file]") {
  CHECK(write_new_file("/proc/台账.xlsx", "x") == NewFile::failed);
  const ScratchFolder folder("test");
  CHECK(write_new_file(folder.path() / "无" / "x", "x") == NewFile::failed);
  CHECK(system_words(errno) == "路径不存在");
}

TEST_CASE("a memory file is written by its name and read back", "[new-file]") {
  const NamelessFile file;
  REQUIRE(write_file(file.path(), "abc"));
  CHECK(file.bytes(3) == "abc");
  CHECK_FALSE(file.bytes(2));
}

TEST_CASE("what a killed run left in the temporary folder goes, what is in use stays", "[new-file]") {
  const fs::path all = fs::temp_directory_path();
  const fs::path dead = all / ".lvce-scratch-unpacked-dEad00", alien = all / "lvce-unpacked-Ab12Cd", held = all / ".lvce-scratch-unpacked-hEld00";
  for (const fs::path& each : {dead, alien, held}) fs::create_directories(each / "x");
  const int lock = ::open(held.c_str(), O_RDONLY | O_DIRECTORY);
  REQUIRE(::flock(lock, LOCK_EX) == 0);
  {
    const ScratchFolder one("test");
    const ScratchFolder two("test");
    CHECK(fs::exists(one.path()));  // the second leaves the first alone
    CHECK(one.path().filename().string().starts_with(".lvce-scratch-test-"));
  }
  CHECK_FALSE(fs::exists(dead));
  CHECK(fs::exists(alien / "x"));
  CHECK(fs::exists(held / "x"));
  ::close(lock);
  fs::remove_all(alien);
  fs::remove_all(held);
}
