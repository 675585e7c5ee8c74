// Workbooks of Excel 2 to 4, record by record: cells of each version, formats by their order.
#include <catch2/catch.hpp>

#include "workbook/xls/biff.h"
#include "workbook/xls/biff_writer.h"
#include "workbook/xls/early_biff.h"
#include "workbook/xls/xls_reader.h"

using namespace lvce;
using namespace lvce::test::biff;
using Kind = xlsx::Cell::Kind;

namespace {

std::string begin(unsigned type, unsigned kind = 0x10) { return record(type, u16(0) + u16(kind)); }
/// Row, column, and the three bytes of BIFF2 with the number of a format.
std::string first_at(unsigned row, unsigned column, char format = 0) { return u16(row) + u16(column) + std::string{'\0', format, '\0'}; }

xlsx::Book read_early(const std::string& stream) {
  xlsx::ReadBook read = formats::read_xls_unguarded(stream);
  INFO(read.failure.code << read.failure.message);
  REQUIRE(read.book);
  return std::move(*read.book);
}

}  // namespace

TEST_CASE("BIFF2: whole numbers, numbers, texts, formulas", "[biff]") {
  const std::string cells = record(0x0002, first_at(0, 0) + u16(42)) + record(0x0003, first_at(0, 1) + f64(2.5)) +
                            record(0x0004, first_at(1, 0) + "\x04" + "\xB5\xE7\xC1\xBF") + record(0x0006, first_at(1, 1) + f64(7) + '\0' + '\0');
  const xlsx::Book book = read_early(begin(0x0009) + record(0x0042, u16(936)) + cells + eof());
  const xlsx::Sheet& sheet = book.sheets.at(0);
  CHECK(sheet.at(1, 1).number == 42);
  CHECK(sheet.at(1, 2).number == 2.5);
  CHECK(book.text(sheet.at(2, 1)) == "电量");
  CHECK(sheet.at(2, 2).number == 7);
}

TEST_CASE("BIFF2: the format of a cell is numbered in it", "[biff]") {
  const std::string formats = record(0x001E, "\x07General") + record(0x001E, "\x06yyyy/m");
  const xlsx::Book book = read_early(begin(0x0009) + formats + record(0x0003, first_at(0, 0, 1) + f64(44197)) + record(0x0003, first_at(0, 1) + f64(44197)) +
                                     eof());
  CHECK(book.sheets.at(0).at(1, 1).kind == Kind::date);  // 2021-01-01
  CHECK(book.sheets.at(0).at(1, 2).kind == Kind::number);
}

TEST_CASE("BIFF3 and 4: formats through the cell's look", "[biff]") {
  const std::string three = begin(0x0209) + record(0x001E, "\x07General") +
                            record(0x001E,
                                   "\x02"
                                   "0%") +
                            record(0x0243, std::string{'\0', '\1'} + std::string(10, '\0')) + number(0, 0, 0.5) + eof();
  CHECK(read_early(three).sheets.at(0).at(1, 1).percent);
  const std::string four = begin(0x0409) + record(0x0406, at(0, 0) + f64(9) + u16(0) + u16(0)) + eof();
  CHECK(read_early(four).sheets.at(0).at(1, 1).number == 9);
}

TEST_CASE("charts, sheets that break off, and other bytes are none of them", "[biff]") {
  CHECK_FALSE(formats::as_biff5(begin(0x0409, 0x20) + eof()));
  CHECK_FALSE(formats::as_biff5(begin(0x0209) + number(0, 0, 1)));
  CHECK_FALSE(formats::starts_as_biff("年度,月份"));
  CHECK(formats::read_xls_unguarded(begin(0x0209) + number(0, 0, 1)).failure.code == "workbook-damaged");
}
