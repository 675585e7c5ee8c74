// The input that evidence is read through: places, ends of lines, and few open files.
#include "bind/pdf/file_input.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <fstream>
#include <iterator>

using namespace lvce;

namespace {

namespace fs = std::filesystem;

struct Folder {
  fs::path path = fs::temp_directory_path() / fs::path("lvce-file-input-" + std::to_string(::getpid()));
  Folder() { fs::create_directory(path); }
  ~Folder() { fs::remove_all(path); }

  fs::path write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path / name, std::ios::binary) << bytes;
    return path / name;
  }
};

std::string take(InputSource& input, std::size_t length) {
  std::string bytes(length, '?');
  bytes.resize(input.read(bytes.data(), length));
  return bytes;
}

auto open_descriptors() { return std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator()); }

}  // namespace

TEST_CASE("file input: reads, seeks and unreads") {
  const Folder folder;
  FileInput input(folder.write("a", "0123456789"), std::make_shared<OpenFiles>());
  CHECK(take(input, 4) == "0123");
  CHECK(input.tell() == 4);
  input.unreadCh('3');
  CHECK(take(input, 2) == "34");
  input.seek(-3, SEEK_END);
  CHECK(take(input, 9) == "789");
  CHECK(input.getLastOffset() == 7);
  CHECK(take(input, 1).empty());
  CHECK(input.getLastOffset() == 10);
  input.seek(-2, SEEK_CUR);
  CHECK(take(input, 1) == "8");
  CHECK_THROWS(input.seek(-1, SEEK_SET));
}

TEST_CASE("file input: ends of lines are skipped together") {
  const Folder folder;
  FileInput input(folder.write("a", "ab\r\n\ncd" + std::string(5000, 'x') + "\ny"), std::make_shared<OpenFiles>());
  CHECK(input.findAndSkipNextEOL() == 2);
  CHECK(take(input, 2) == "cd");
  CHECK(input.findAndSkipNextEOL() == 5007);
  CHECK(take(input, 2) == "y");
  CHECK(input.findAndSkipNextEOL() == 5009);
}

TEST_CASE("file input: what lies across pieces, and what is longer than one") {
  const Folder folder;
  std::string bytes;
  while (bytes.size() < 3 * OpenFiles::kPiece) bytes += std::to_string(bytes.size()) + ",";
  FileInput input(folder.write("a", bytes), std::make_shared<OpenFiles>());
  for (const std::size_t at : {std::size_t{0}, OpenFiles::kPiece - 5, std::size_t{7}, 2 * OpenFiles::kPiece + 1}) {
    input.seek(static_cast<qpdf_offset_t>(at), SEEK_SET);
    CHECK(take(input, 10) == bytes.substr(at, 10));
  }
  input.seek(1, SEEK_SET);
  CHECK(take(input, 2 * OpenFiles::kPiece) == bytes.substr(1, 2 * OpenFiles::kPiece));
}

TEST_CASE("file input: many files in turns, few of them open") {
  const Folder folder;
  const auto files = std::make_shared<OpenFiles>();
  std::vector<FileInput> inputs;
  const auto before = open_descriptors();
  for (int i = 0; i < 50; ++i) inputs.emplace_back(folder.write(std::to_string(i), std::to_string(i) + "abc"), files);
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 50; ++i) {
      inputs[static_cast<std::size_t>(i)].rewind();
      REQUIRE(take(inputs[static_cast<std::size_t>(i)], 20) == std::to_string(i) + "abc");
    }
  }
  CHECK(open_descriptors() - before <= static_cast<std::ptrdiff_t>(OpenFiles::kOpenAtMost));
}

TEST_CASE("file input: a file that is gone is said, not passed over") {
  const Folder folder;
  FileInput input(folder.path / "none", std::make_shared<OpenFiles>());
  CHECK_THROWS(take(input, 1));
}
