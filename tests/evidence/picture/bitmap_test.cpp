// Bitmaps as Windows and old scanners write them.
#include <catch2/catch.hpp>
#include <optional>
#include <string>

#include "evidence/evidence_run.h"
#include "evidence/picture/bmp.h"

namespace lvce {
namespace {

using namespace testing;

std::string little(std::uint64_t value, int length) {
  std::string out;
  for (int i = 0; i < length; ++i) out += static_cast<char>(value >> (8 * i));
  return out;
}

/// A bitmap of 2 × 2: red, green over blue, white. `height` −2 stores the upper row first.
std::string small_bmp(int bits, int height = 2) {
  const bool indexed = bits <= 8;
  const std::string palette = indexed ? std::string("\0\0\xFF\0\0\xFF\0\0\xFF\0\0\0\xFF\xFF\xFF\0", 16) : "";
  std::string upper;
  std::string lower;
  if (bits == 8) upper = std::string("\0\1\0\0", 4), lower = std::string("\2\3\0\0", 4);
  if (bits == 4) upper = std::string("\x01\0\0\0", 4), lower = std::string("\x23\0\0\0", 4);
  if (bits == 24) upper = std::string("\0\0\xFF\0\xFF\0\0\0", 8), lower = std::string("\xFF\0\0\xFF\xFF\xFF\0\0", 8);
  if (bits == 32) upper = std::string("\0\0\xFF\0\0\xFF\0\0", 8), lower = std::string("\xFF\0\0\0\xFF\xFF\xFF\0", 8);
  if (bits == 16) upper = std::string("\0\x7C\xE0\x03", 4), lower = std::string("\x1F\0\xFF\x7F", 4);
  const std::string rows = height < 0 ? upper + lower : lower + upper;
  const auto at = static_cast<std::uint32_t>(54 + palette.size());
  return "BM" + little(at + static_cast<std::uint32_t>(rows.size()), 4) + little(0, 4) + little(at, 4) + little(40, 4) + little(2, 4) +
         little(static_cast<std::uint32_t>(height), 4) + little(1, 2) + little(static_cast<std::uint32_t>(bits), 2) + little(0, 4) +
         little(static_cast<std::uint32_t>(rows.size()), 4) + little(0, 8) + little(indexed ? 4 : 0, 4) + little(0, 4) + palette + rows;
}

const std::string kQuarters("\xFF\0\0\0\xFF\0\0\0\xFF\xFF\xFF\xFF", 12);

/// The small bitmap in run lengths.
std::string small_runs(int bits, const std::string& data) {
  std::string bytes = small_bmp(bits);
  bytes.replace(30, 4, little(bits == 8 ? 1 : 2, 4));
  return bytes.substr(0, 54 + 16) + data;
}

}  // namespace

TEST_CASE("bitmaps of every plain kind", "[evidence][picture]") {
  for (const int bits : {4, 8, 16, 24, 32}) {
    for (const int height : {2, -2}) {
      INFO(bits << " " << height);
      const std::string bytes = small_bmp(bits, height);
      const std::optional<Bitmap> bitmap = decode_bmp(bytes);
      REQUIRE(bitmap);
      CHECK(bitmap->rgb == kQuarters);
      CHECK_FALSE(bitmap->truncated);
      for (std::size_t length = 0; length < bytes.size(); ++length) {  // cut anywhere, it is truncated or nothing
        const std::optional<Bitmap> part = decode_bmp(bytes.substr(0, length));
        CHECK((!part || part->truncated));
      }
    }
  }
}

TEST_CASE("bitmaps in run lengths", "[evidence][picture]") {
  const struct {
    int bits;
    std::string data;
  } cases[] = {
      {8, std::string("\1\2\1\3\0\0\1\0\1\1\0\1", 12)},      // runs, rows ended
      {8, std::string("\1\2\1\3\0\2\0\0\0\0\1\0\1\1", 14)},  // a skip of nothing, full without an end
      {4, std::string("\2\x23\0\0\2\x01\0\1", 8)},           // pairs
  };
  for (const auto& c : cases) {
    INFO(c.bits);
    const std::optional<Bitmap> bitmap = decode_bmp(small_runs(c.bits, c.data));
    REQUIRE(bitmap);
    CHECK(bitmap->rgb == kQuarters);
    CHECK_FALSE(bitmap->truncated);
    for (std::size_t length = 1; length + 4 < c.data.size(); ++length) {
      const std::optional<Bitmap> part = decode_bmp(small_runs(c.bits, c.data.substr(0, length)));
      CHECK((!part || part->truncated));
    }
  }
  // as they are: 3 pixels in 4 bytes, of which the row shows two; then a skip to the upper row
  const std::optional<Bitmap> absolute = decode_bmp(small_runs(8, std::string("\0\3\2\3\1\0\0\0\2\1\0\1", 12)));
  REQUIRE(absolute);
  CHECK(absolute->rgb == std::string("\0\xFF\0\0\xFF\0\0\0\xFF\xFF\xFF\xFF", 12));
}

TEST_CASE("a bitmap whose offset forgets the palette", "[evidence][picture]") {
  std::string bytes = small_bmp(8);
  bytes.replace(10, 4, little(54, 4));
  CHECK(decode_bmp(bytes)->rgb == kQuarters);
}

TEST_CASE("bitmaps that lie about themselves are refused", "[evidence][picture]") {
  std::string bytes = small_bmp(24);
  bytes.replace(18, 4, little(99'999, 4));
  bytes.replace(22, 4, little(99'999, 4));
  CHECK(bmp_size(bytes)->width == 99'999);
  CHECK_FALSE(decode_bmp(bytes));
  bytes.replace(18, 4, little(0x80000000U, 4));
  CHECK_FALSE(bmp_size(bytes));
  bytes = small_bmp(8);
  bytes.replace(30, 4, little(2, 4));  // run lengths of 4 bits
  CHECK_FALSE(bmp_size(bytes));
  bytes = small_bmp(24);
  bytes.replace(10, 4, little(0xFFFFFFFFU, 4));
  CHECK_FALSE(decode_bmp(bytes));
  bytes = small_bmp(8);
  bytes.replace(46, 4, little(2, 4));  // a palette of two: the others are black
  REQUIRE(decode_bmp(bytes));
  CHECK(decode_bmp(bytes)->rgb.substr(6) == std::string(6, '\0'));
}

TEST_CASE("a bitmap is bound as a picture, half of one with a warning", "[evidence][picture]") {
  EvidenceRun run;
  run.evidence.put("2.1.1 全.bmp", small_bmp(24));
  run.evidence.put("2.1.1 半.bmp", small_bmp(24).substr(0, 62));
  run.evidence.put("2.1.1 怪.bmp", small_bmp(24).replace(30, 1, "\x04"));  // a JPEG inside
  run.run();
  const EvidenceFile& whole = run.file("2.1.1 全.bmp");
  CHECK(whole.state == EvidenceState::bound);
  CHECK(whole.format == EvidenceFormat::picture);
  CHECK(whole.pixel_width == 2);
  CHECK(whole.prepared.extension() == ".jpg");
  CHECK(run.codes("2.1.1 半.bmp") == "evidence-picture-truncated");
  CHECK(run.codes("2.1.1 怪.bmp") == "evidence-picture-format");
}

}  // namespace lvce
