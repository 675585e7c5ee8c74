#include "cli/inputs.h"

#include <unistd.h>

#include <catch2/catch.hpp>

#include "support/files.h"

namespace fs = std::filesystem;

namespace {

class Places {
 public:
  Places() : path_(fs::temp_directory_path() / ("lvce-inputs-test-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    add("甲/某局/台账.xlsx", "workbook");
    add("甲/某局/佐证材料/2.1.1 通知.txt", "text");
    add("大院/佐证材料/2.1.2.txt", "shared");
  }
  ~Places() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Places(const Places&) = delete;
  Places& operator=(const Places&) = delete;
  void add(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path_ / name).parent_path());
    REQUIRE(lvce::write_file(path_ / name, bytes));
  }
  fs::path operator/(const std::string& name) const { return path_ / name; }
  lvce::BuildOptions options() const {
    lvce::BuildOptions options;
    options.unit = path_ / "甲/某局";
    return options;
  }

 private:
  fs::path path_;
};

std::string digest(const lvce::BuildOptions& options, const std::string& data = "data") {
  lvce::FolderDigests shared;
  return lvce::inputs_digest(options, data, shared);
}

}  // namespace

TEST_CASE("What is read decides the digest, not where it lies or when it was written") {
  const Places places;
  const std::string before = digest(places.options());
  CHECK(digest(places.options()) == before);
  fs::last_write_time(places / "甲/某局/台账.xlsx", fs::file_time_type::clock::now() + std::chrono::hours(1));
  CHECK(digest(places.options()) == before);
  places.add("甲/某局/~$台账.xlsx", "open in an office program");
  CHECK(digest(places.options()) == before);
  places.add("甲/某局/佐证材料/2.1.1 通知.txt", "tex.");
  CHECK(digest(places.options()) != before);
  places.add("甲/某局/佐证材料/2.1.1 通知.txt", "text");
  CHECK(digest(places.options()) == before);
  fs::rename(places / "甲/某局/佐证材料/2.1.1 通知.txt", places / "甲/某局/佐证材料/2.1.2 通知.txt");
  CHECK(digest(places.options()) != before);
}

TEST_CASE("A whole unit that was moved is the same unit") {
  const Places places;
  const std::string before = digest(places.options());
  fs::rename(places / "甲", places / "乙");
  lvce::BuildOptions moved = places.options();
  moved.unit = places / "乙/某局";
  CHECK(digest(moved) == before);
}

TEST_CASE("Options that change a byte, the program's data and shared papers count") {
  const Places places;
  const std::string before = digest(places.options());
  lvce::BuildOptions options = places.options();
  options.date = "2021-10-12";
  CHECK(digest(options) != before);
  options = places.options();
  options.dpi = 300;
  CHECK(digest(options) != before);
  CHECK(digest(places.options(), "other data") != before);
  options = places.options();
  options.shared = places / "大院";
  const std::string with_shared = digest(options);
  CHECK(with_shared != before);
  places.add("大院/佐证材料/2.1.2.txt", "Shared");
  CHECK(digest(options) != with_shared);
  options = places.options();
  options.quiet = options.json = options.all = true;
  options.workers = 3;
  CHECK(digest(options) == before);
}

TEST_CASE("The program's own data have a digest") {
  CHECK(lvce::data_digest().size() == 64);
  CHECK(lvce::data_digest() == lvce::data_digest());
}
