// Old workbooks record by record: texts wherever they stand, parts inside a sheet, what no reader may take for damage.
#include <catch2/catch.hpp>

#include "workbook/book/number_format.h"
#include "workbook/xls/biff.h"
#include "workbook/xls/biff_writer.h"
#include "workbook/xls/dump.h"

using namespace lvce;
using namespace lvce::test::biff;
using Kind = xlsx::Cell::Kind;

namespace {

xlsx::Book read(const std::string& stream) {
  xlsx::ReadBook read = formats::read_biff(stream);
  INFO(read.failure.code << read.failure.message);
  REQUIRE(read.book);
  return std::move(*read.book);
}

std::string text_at(const xlsx::Book& book, int row, int column) {
  const xlsx::Cell& cell = book.sheets.at(0).at(row, column);
  return cell.kind == Kind::text ? book.text(cell) : "(no text)";
}

}  // namespace

TEST_CASE("a chart inside a sheet is passed over, the cells behind it are read", "[biff]") {
  const std::string chart = bof(0x0600, 0x20) + number(0, 0, 999) + eof();
  const xlsx::Book book = read(book8("", number(0, 0, 1) + chart + number(1, 0, 2)));
  CHECK(book.sheets.at(0).name == "S");
  CHECK(book.sheets.at(0).at(1, 1).number == 1);
  CHECK(book.sheets.at(0).at(2, 1).number == 2);
}

TEST_CASE("the code page of a BIFF8 book means nothing", "[biff]") {
  const std::string mac = record(0x0042, u16(10000));
  CHECK(text_at(read(book8(mac, label8(0, 0, u"电"))), 1, 1) == "电");
}

TEST_CASE("shared texts: empty ones, rich ones, phonetic guides, and over the border of a record", "[biff]") {
  const std::string empty = u16(0) + '\0';
  const std::string rich = u16(2) + '\x09' + u16(1) + wide(u"千瓦") + u32(0);
  const std::string guided = u16(1) + '\x05' + u32(4) + wide(u"时") + "abcd";
  const std::string begun = u16(4) + '\x01' + wide(u"能耗");  // the rest follows in bytes
  const std::string table = record(0x00FC, u32(4) + u32(4) + empty + rich + guided + begun) + record(0x003C, std::string("\0OK", 3));
  const xlsx::Book book = read(book8(table, shared(0, 0, 0) + shared(0, 1, 1) + shared(0, 2, 2) + shared(0, 3, 3) + shared(0, 4, 99)));
  CHECK(book.sheets.at(0).at(1, 1).kind == Kind::blank);
  CHECK(text_at(book, 1, 2) == "千瓦");
  CHECK(text_at(book, 1, 3) == "时");
  CHECK(text_at(book, 1, 4) == "能耗OK");
  CHECK(book.sheets.at(0).at(1, 5).kind == Kind::uncomputed);  // no such text: never a blank
}

TEST_CASE("texts of BIFF5: GBK under the western page, rich text, results of formulas", "[biff]") {
  const std::string page = record(0x0042, u16(1252));
  const std::string rich = record(0x00D6, at(0, 1) + u16(4) + "\xD3\xC3\xB5\xE7" + '\1' + std::string(2, '\0'));
  const std::string result = formula(0, 2, text_result(), "") + record(0x0207, u16(2) + "\xCB\xAE");
  const xlsx::Book book = read(book5(page, label5(0, 0, "\xCE\xE5\xD4\xC2") + rich + result));
  CHECK(text_at(book, 1, 1) == "五月");
  CHECK(text_at(book, 1, 2) == "用电");
  CHECK(text_at(book, 1, 3) == "水");
}

TEST_CASE("texts of BIFF5 in a western page stay western", "[biff]") {
  CHECK(text_at(read(book5(record(0x0042, u16(1252)), label5(0, 0,
                                                             "Gr\xF6\xDF"
                                                             "e caf\xE9"))),
                1, 1) == "Größe café");
}

TEST_CASE("the text of a formula in BIFF8, and one that stays empty", "[biff]") {
  const std::string words = formula(0, 0, text_result(), "") + record(0x0207, u16(1) + '\1' + wide(u"是"));
  const std::string none = formula(0, 1, empty_result(), std::string("\x17\0\0", 3));
  const xlsx::Book book = read(book8("", words + none));
  CHECK(text_at(book, 1, 1) == "是");
  CHECK(book.sheets.at(0).at(1, 2).kind == Kind::blank);
}

TEST_CASE("a sum whose stored result is an empty text was never computed", "[biff]") {
  const std::string added = std::string("\x44\0\0\0\xC0\x44\1\0\0\xC0\3", 11);  // A1 + A2
  CHECK(read(book8("", formula(2, 0, empty_result(), added))).sheets.at(0).at(3, 1).kind == Kind::uncomputed);
}

TEST_CASE("hidden columns and the unit inside a number format", "[biff]") {
  const std::u16string code = u"0.00\"万千瓦时\"";
  const std::string format = record(0x041E, u16(164) + u16(static_cast<unsigned>(code.size())) + '\1' + wide(code));
  const std::string xf = record(0x00E0, u16(0) + u16(164) + std::string(16, '\0'));
  const std::string hidden = record(0x007D, u16(1) + u16(2) + u16(0) + u16(0) + u16(1) + u16(0));
  const xlsx::Book book = read(book8(format + xf, hidden + number(0, 0, 5.1)));
  CHECK(book.sheets.at(0).hidden_columns == std::set<int>{2, 3});
  CHECK(xlsx::format_word(book.sheets.at(0).at(1, 1).shown.word) == "万千瓦时");
}

TEST_CASE("a book that breaks off is damaged, one with a password of its own is locked", "[biff]") {
  const std::string whole = book8("", number(0, 0, 1));
  CHECK(formats::read_biff(whole.substr(0, whole.size() - 6)).failure.code == "workbook-damaged");
  const std::string rc4 = record(0x002F, u16(1) + u16(1) + u16(1) + std::string(48, 'x'));
  CHECK(formats::read_biff(book8(rc4, "")).failure.code == "workbook-locked");
}

TEST_CASE("merged cells that no sheet has do not cost the whole workbook", "[biff]") {
  const std::string merges = record(0x00E5, u16(3) + u16(0) + u16(1) + u16(0) + u16(0xFFFF) +  // to the right of all columns: as far as is read
                                                u16(5) + u16(4) + u16(0) + u16(0) +            // ends before it begins
                                                u16(0) + u16(0) + u16(0xFFF0) + u16(0xFFFF));  // begins beyond all columns
  const xlsx::Book book = read(book8("", number(0, 0, 1) + merges));
  REQUIRE(book.sheets.at(0).merges.size() == 1);
  CHECK(book.sheets.at(0).merges.at(0).first_column == 1);
  CHECK(book.sheets.at(0).merges.at(0).last_row == 2);
  const auto arrived = formats::parse_dump(formats::dump_book(book));
  REQUIRE(arrived);
  CHECK(arrived->book->sheets.at(0).at(1, 1).number == 1);
}

TEST_CASE("a list of sheets that points beside them: the sheets lie behind it in its order", "[biff]") {
  std::string stream = book8("", number(0, 0, 3));
  const std::size_t entry = stream.find(record(0x0085, "").substr(0, 2)) + 4;
  stream.replace(entry, 4, u32(7));
  CHECK(read(stream).sheets.at(0).at(1, 1).number == 3);
}

TEST_CASE("the data of a chart program (version 5.8) is refused, not read as an empty sheet", "[biff]") {
  std::string stream = book5("", number(0, 0, 4));
  stream.replace(4, 2, u16(0x0580));
  CHECK(formats::read_biff(stream).failure.code == "workbook-damaged");
}

TEST_CASE("formulas that are numbered as in older versions", "[biff]") {
  for (const unsigned type : {0x0206U, 0x0406U}) CHECK(read(book8("", formula(2, 0, f64(25.5), "", type))).sheets.at(0).at(3, 1).number == Approx(25.5));
}
