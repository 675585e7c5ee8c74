#include "evidence/picture/heif_references.h"

#include <catch2/catch.hpp>

namespace lvce {
namespace {

std::string big(std::uint32_t value, int length) {
  std::string out;
  for (int i = length - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i));
  return out;
}

std::string box(const std::string& type, const std::string& body) { return big(static_cast<std::uint32_t>(body.size() + 8), 4) + type + body; }

std::string reference(const std::string& type, int from, const std::vector<int>& to, int size) {
  std::string body = big(static_cast<std::uint32_t>(from), size) + big(static_cast<std::uint32_t>(to.size()), 2);
  for (const int item : to) body += big(static_cast<std::uint32_t>(item), size);
  return box(type, body);
}

const std::string kFull(4, '\0');

/// A main picture 2; `references` in a box of the version that their numbers' size asks for.
std::string file_of(const std::string& references, int size = 2, const std::string& media = "pixels") {
  const std::string version = big(size == 2 ? 0 : 1, 1) + std::string(3, '\0');
  return box("ftyp", "heic") + box("meta", kFull + box("pitm", kFull + big(2, 2)) + box("iref", version + references)) + box("mdat", media);
}

std::string mended_meta(const std::string& references, int size = 2) {
  const std::string version = big(size == 2 ? 0 : 1, 1) + std::string(3, '\0');
  return box("meta", kFull + box("pitm", kFull + big(2, 2)) + box("iref", version + references));
}

}  // namespace

TEST_CASE("references with several targets keep the main picture", "[evidence][heif]") {
  for (const int size : {2, 4}) {
    const std::string file = file_of(reference("auxl", 5, {9, 2}, size) + reference("dimg", 2, {1, 3}, size) + reference("cdsc", 6, {8, 9}, size), size);
    const auto mended = with_single_references(file);
    REQUIRE(mended);
    std::string before = file;
    before.replace(before.find("meta"), 4, "free");
    CHECK(mended->substr(0, file.size()) == before);  // no byte moved
    CHECK(mended->substr(file.size()) ==
          mended_meta(reference("auxl", 5, {2}, size) + reference("dimg", 2, {1, 3}, size) + reference("cdsc", 6, {8}, size), size));
  }
}

TEST_CASE("a file without such references, or whose boxes make no sense, is left alone", "[evidence][heif]") {
  CHECK_FALSE(with_single_references(file_of(reference("auxl", 5, {2}, 2))));
  CHECK_FALSE(with_single_references(""));
  CHECK_FALSE(with_single_references("short"));
  const std::string file = file_of(reference("auxl", 5, {9, 2}, 2));
  for (std::size_t length = 0; length < file.find("mdat") - 4; ++length) CHECK_FALSE(with_single_references(file.substr(0, length)));
  std::string lying = file;
  lying[file.find("auxl") + 7] = '\x7F';  // more targets than there are bytes
  CHECK_FALSE(with_single_references(lying));
}

TEST_CASE("a last box to the end of the file gets its size", "[evidence][heif]") {
  std::string file = file_of(reference("auxl", 5, {9, 2}, 2));
  const std::size_t at = file.find("mdat") - 4;
  file.replace(at, 4, 4, '\0');
  const auto mended = with_single_references(file);
  REQUIRE(mended);
  CHECK(mended->substr(at, 4) == big(14, 4));
}

}  // namespace lvce
