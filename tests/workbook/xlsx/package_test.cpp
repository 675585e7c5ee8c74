// Zip files as they lie on office disks: overwritten in place, written in one go, parts in UTF-16.
#include <catch2/catch.hpp>

#include <Poco/Checksum.h>

#include "workbook/book/number_format.h"
#include "workbook/xlsx/xlsx.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce;
using namespace lvce::test;

namespace {

std::string little(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}

/// A stored zip whose sizes stand behind each part, without the signature that most writers put there.
std::string streamed_zip(const Parts& parts, bool sizes_in_64) {
  std::string out;
  std::string directory;
  for (const auto& [name, content] : parts) {
    Poco::Checksum sum(Poco::Checksum::TYPE_CRC32);
    sum.update(content);
    const std::string named = little(name.size(), 2);
    const std::string extra = sizes_in_64 ? little(1, 2) + little(24, 2) + little(content.size(), 8) + little(content.size(), 8) + little(out.size(), 8) : "";
    const std::string size = sizes_in_64 ? little(0xFFFFFFFF, 4) : little(content.size(), 4);
    const std::string offset = sizes_in_64 ? little(0xFFFFFFFF, 4) : little(out.size(), 4);
    directory += "PK\1\2" + little(20, 2) + little(20, 2) + little(8, 2) + little(0, 6) + little(sum.checksum(), 4) + size + size + named +
                 little(extra.size(), 2) + little(0, 10) + offset + name + extra;
    out += "PK\3\4" + little(20, 2) + little(8, 2) + little(0, 6) + little(0, 12) + named + little(0, 2) + name + content;
    out += little(sum.checksum(), 4) + little(content.size(), 4) + little(content.size(), 4);
  }
  const std::string end = "PK\5\6" + little(0, 4) + little(parts.size(), 2) + little(parts.size(), 2) + little(directory.size(), 4) + little(out.size(), 4);
  return out + directory + end + little(0, 2);
}

Parts sample() { return book_parts({{"S", {{text("电"), number("5")}}, "", ""}}); }

std::string utf16(const std::string& ascii, bool big_endian, bool mark) {
  std::string out = !mark ? "" : big_endian ? "\xFE\xFF" : "\xFF\xFE";
  for (char c : ascii) out += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
  return out;
}

void check_reads(const std::string& bytes) {
  const xlsx::ReadBook read = xlsx::read_xlsx(bytes, [](const std::string&) { return true; });
  INFO(read.failure.code);
  REQUIRE(read.book);
  CHECK(read.book->sheets.at(0).at(1, 2).number == 5);
}

}  // namespace

TEST_CASE("the tail of an older, longer file behind the directory does not matter", "[xlsx]") {
  const std::string whole = zip_of(sample());
  check_reads(whole + std::string(40'000, '\0'));
  const std::string older = zip_of(book_parts({{"老", {{text(std::string(500, 'x'))}}, "", ""}}));
  check_reads(whole + older.substr(older.size() - 300));
}

TEST_CASE("sizes behind the parts, without their signature, and in 64 bits", "[xlsx]") {
  check_reads(streamed_zip(sample(), false));
  check_reads(streamed_zip(sample(), true));
}

TEST_CASE("a part whose bytes are not those of its checksum is damage", "[xlsx]") {
  std::string bytes = streamed_zip(sample(), false);
  const std::size_t at = bytes.find("<v>5</v>");
  REQUIRE(at != std::string::npos);
  bytes[at + 3] = '6';
  CHECK(xlsx::read_xlsx(bytes, [](const std::string&) { return true; }).failure.code == "workbook-damaged");
}

TEST_CASE("parts in UTF-16 are read", "[xlsx]") {
  for (const bool big_endian : {false, true}) {
    for (const bool mark : {true, false}) {
      Parts parts = sample();
      const std::string sheet =
          "<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet><sheetData><row r=\"1\"><c r=\"B1\"><v>5</v></c></row></sheetData></worksheet>";
      set_part(parts, "xl/worksheets/sheet1.xml", utf16(sheet, big_endian, mark));
      check_reads(zip_of(parts));
    }
  }
}

TEST_CASE("a number format says its unit, and by how much it shifts the digits", "[xlsx]") {
  const auto said = [](const std::string& code) {
    const xlsx::Shown shown = xlsx::look_of_format(code).shown;
    return xlsx::format_word(shown.word) + " " + std::to_string(shown.shift);
  };
  CHECK(said("0.00\"万千瓦时\"") == "万千瓦时 0");
  CHECK(said("0!.0,\"万\"") == "万 4");
  CHECK(said("0\\.0,\"万\"") == "万 4");
  CHECK(said("0!.0000\"万\"") == "万 4");
  CHECK(said("0!.0000,\"万\"") == "万 7");
  CHECK(said("#,##0.00") == " 0");
  CHECK(said("0.0,,") == " 6");
  CHECK(said("#,##0\"度\";-#,##0\"度\"") == "度 0");
  CHECK(said("0.00_ ;[红色]\\-0.00\\ ") == " 0");
  CHECK(said("yyyy\"年\"m\"月\"") == " 0");
}
