#include "support/write_in_place.h"

#include <catch2/catch.hpp>
#include <cerrno>
#include <csignal>

#include <sys/resource.h>

#include "support/files.h"
#include "support/scratch_folder.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

std::ptrdiff_t entries_of(const fs::path& folder) { return std::distance(fs::directory_iterator(folder), fs::directory_iterator()); }

/// Files of this process end after `bytes` while this lives.
class FilesAtMost {
 public:
  explicit FilesAtMost(rlim_t bytes) {
    signal_ = std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit now = before_;
    now.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &now);
  }
  ~FilesAtMost() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, signal_);
  }
  FilesAtMost(const FilesAtMost&) = delete;
  FilesAtMost& operator=(const FilesAtMost&) = delete;

 private:
  rlimit before_{};
  void (*signal_)(int) = nullptr;
};

}  // namespace

TEST_CASE("a file put in place is new as a whole, or as it was", "[support]") {
  const ScratchFolder folder("test");
  const fs::path file = folder.path() / "页面.html";
  REQUIRE(write_in_place(file, "旧"));
  CHECK(read_file(file, 100) == "旧");
  {
    const FilesAtMost limit(10);
    errno = 0;
    CHECK_FALSE(write_in_place(file, std::string(1000, 'x')));
    CHECK(errno == EFBIG);
  }
  CHECK(read_file(file, 100) == "旧");
  CHECK(entries_of(folder.path()) == 1);
  CHECK_FALSE(write_in_place(folder.path() / "没有/页面.html", "新"));
  CHECK(errno == ENOENT);
}

TEST_CASE("a link keeps leading to the file that is put in place", "[support]") {
  const ScratchFolder folder("test");
  fs::create_directory(folder.path() / "远");
  REQUIRE(write_in_place(folder.path() / "远/真.html", "旧"));
  fs::create_symlink("远/真.html", folder.path() / "链.html");
  REQUIRE(write_in_place(folder.path() / "链.html", "新"));
  CHECK(fs::is_symlink(folder.path() / "链.html"));
  CHECK(read_file(folder.path() / "远/真.html", 100) == "新");
  CHECK(entries_of(folder.path() / "远") == 1);
  CHECK(write_in_place("/dev/null", "x"));
  CHECK(fs::is_character_file("/dev/null"));
}

}  // namespace lvce
