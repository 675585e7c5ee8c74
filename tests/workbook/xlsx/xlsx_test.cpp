// The grid reader against what Excel, WPS, LibreOffice and openpyxl write, written by hand here.
#include <catch2/catch.hpp>

#include "workbook/xlsx/parts.h"
#include "workbook/xlsx/xlsx.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce;
using namespace lvce::test;
using Kind = xlsx::Cell::Kind;

namespace {

bool any_sheet(const std::string&) { return true; }

xlsx::Book read(const std::string& bytes) {
  xlsx::ReadBook read = xlsx::read_xlsx(bytes, any_sheet);
  INFO(read.failure.code);
  REQUIRE(read.book);
  return std::move(*read.book);
}

std::string failure(const std::string& bytes) {
  const xlsx::ReadBook read = xlsx::read_xlsx(bytes, any_sheet);
  REQUIRE_FALSE(read.book);
  return read.failure.code;
}

/// A book of one sheet "S" whose worksheet is this XML between <worksheet> and </worksheet>.
Parts parts_with(const std::string& body) {
  Parts parts = book_parts({{"S", {}, "", ""}});
  set_part(parts, "xl/worksheets/sheet1.xml", "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + body + "</worksheet>");
  return parts;
}

std::string text_at(const xlsx::Book& book, int row, int column) {
  const xlsx::Cell& cell = book.sheets.at(0).at(row, column);
  REQUIRE(cell.kind == Kind::text);
  return book.text(cell);
}

}  // namespace

TEST_CASE("every cell type keeps its type and value", "[xlsx]") {
  const xlsx::Book book = read(
      book_of({{"S", {{text("字"), number("1234.5"), boolean(true), error("#REF!"), percent("0.95"), date("44481"), formula("7"), formula("")}}, "", ""}}));
  const xlsx::Sheet& sheet = book.sheets.at(0);
  CHECK(book.text(sheet.at(1, 1)) == "字");
  CHECK(sheet.at(1, 2).kind == Kind::number);
  CHECK(sheet.at(1, 2).number == 1234.5);
  CHECK(sheet.at(1, 3).kind == Kind::boolean);
  CHECK(sheet.at(1, 4).kind == Kind::error);
  CHECK(book.text(sheet.at(1, 4)) == "#REF!");
  CHECK(sheet.at(1, 5).percent);
  CHECK_FALSE(sheet.at(1, 2).percent);
  CHECK(sheet.at(1, 6).kind == Kind::date);
  CHECK(xlsx::date_text(static_cast<std::int64_t>(sheet.at(1, 6).number)) == "2021-10-12");
  CHECK(sheet.at(1, 7).number == 7);
  CHECK(sheet.at(1, 8).kind == Kind::uncomputed);
  CHECK(sheet.at(1, 9).kind == Kind::blank);
}

TEST_CASE("shared strings join rich runs and leave phonetic guides out", "[xlsx]") {
  Parts parts = parts_with(
      "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>9</v></c></row></sheetData>");
  set_part(parts, "xl/sharedStrings.xml",
           "<sst><si><r><rPr><b/></rPr><t>节约</t></r><r><t xml:space=\"preserve\"> 机关</t></r><rPh sb=\"0\" eb=\"2\"><t>jieyue</t></rPh></si>"
           "<si><t>第一行_x000D_&#10;第二行_x005F_x000D_</t></si></sst>");
  set_part(parts, "xl/_rels/workbook.xml.rels",
           "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
           "<Relationship Id=\"rId2\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
  const xlsx::Book book = read(zip_of(parts));
  CHECK(text_at(book, 1, 1) == "节约 机关");
  CHECK(text_at(book, 1, 2) == "第一行\n第二行_x000D_");
  CHECK(book.sheets[0].at(1, 3).kind == Kind::uncomputed);  // a reference past the table must not read as blank
}

TEST_CASE("targets may be absolute, as openpyxl writes them, or with backslashes and other case", "[xlsx]") {
  Parts parts = book_parts({{"S", {{number("5")}}, "", ""}});
  SECTION("absolute") {
    set_part(parts, "xl/_rels/workbook.xml.rels",
             "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/></Relationships>");
    set_part(parts, "_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>");
  }
  SECTION("through the parent folder") {
    set_part(parts, "xl/_rels/workbook.xml.rels",
             "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"../xl/./worksheets/Sheet1.xml\"/></Relationships>");
  }
  SECTION("strict namespace and another prefix") {
    set_part(parts, "xl/workbook.xml",
             "<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" xmlns:q=\"http://purl.oclc.org/ooxml/officeDocument/relationships\">"
             "<x:sheets><x:sheet name=\"S\" sheetId=\"1\" q:id=\"rId1\"/></x:sheets></x:workbook>");
  }
  CHECK(read(zip_of(parts)).sheets.at(0).at(1, 1).number == 5);
}

TEST_CASE("dates: 1904 system, ISO cells, and formats that only look like dates", "[xlsx]") {
  Parts parts = parts_with("<sheetData><row><c s=\"2\"><v>43019</v></c><c t=\"d\"><v>2021-10-12T00:00:00</v></c><c t=\"d\"><v>soon</v></c></row></sheetData>");
  set_part(parts, "xl/workbook.xml", "<workbook xmlns:r=\"r\"><workbookPr date1904=\"true\"/><sheets><sheet name=\"S\" r:id=\"rId1\"/></sheets></workbook>");
  const xlsx::Book book = read(zip_of(parts));
  CHECK(xlsx::date_text(static_cast<std::int64_t>(book.sheets[0].at(1, 1).number)) == "2021-10-12");
  CHECK(book.sheets[0].at(1, 2).kind == Kind::date);
  CHECK(text_at(book, 1, 3) == "soon");

  CHECK(xlsx::look_of_format("yyyy\"年\"m\"月\"").kind == xlsx::NumberLook::Kind::date);
  CHECK(xlsx::look_of_format("[$-804]yyyy/m/d;@").kind == xlsx::NumberLook::Kind::date);
  CHECK(xlsx::look_of_format("0.0%").kind == xlsx::NumberLook::Kind::percent);
  CHECK(xlsx::look_of_format("#,##0.00_);[Red]\\(#,##0.00\\)").kind == xlsx::NumberLook::Kind::plain);
  CHECK(xlsx::look_of_format("0\" days\"").kind == xlsx::NumberLook::Kind::plain);
  CHECK(xlsx::look_of_format("General").kind == xlsx::NumberLook::Kind::plain);
  CHECK(xlsx::look_of_builtin(31).kind == xlsx::NumberLook::Kind::date);  // Chinese built-in: yyyy年m月d日
}

TEST_CASE("serial numbers pass over the false leap day of 1900", "[xlsx]") {
  CHECK(xlsx::date_text(*xlsx::day_of_serial(1, false)) == "1900-01-01");
  CHECK(xlsx::date_text(*xlsx::day_of_serial(59, false)) == "1900-02-28");
  CHECK(xlsx::date_text(*xlsx::day_of_serial(61, false)) == "1900-03-01");
  CHECK(xlsx::date_text(*xlsx::day_of_serial(0, true)) == "1904-01-01");
  CHECK_FALSE(xlsx::day_of_serial(-1, false));
  CHECK_FALSE(xlsx::day_of_serial(1e9, false));
}

TEST_CASE("cells and rows without references follow each other", "[xlsx]") {
  const xlsx::Book book = read(zip_of(parts_with("<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c><v>3</v></c></row></sheetData>")));
  CHECK(book.sheets[0].at(1, 2).number == 2);
  CHECK(book.sheets[0].at(5, 1).number == 3);
}

TEST_CASE("inline rich strings, text formulas and white space", "[xlsx]") {
  const xlsx::Book book = read(
      zip_of(parts_with("<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><r><t>合</t></r><r><t>计</t></r><rPh><t>x</t></rPh></is></c>"
                        "<c r=\"B1\" t=\"str\"><f>A1</f><v>合计</v></c><c r=\"C1\" t=\"str\"><f>A9</f><v></v></c><c r=\"D1\" t=\"inlineStr\"><is><t>  "
                        "</t></is></c></row></sheetData>")));
  CHECK(text_at(book, 1, 1) == "合计");
  CHECK(text_at(book, 1, 2) == "合计");
  CHECK(book.sheets[0].at(1, 3).kind == Kind::blank);
  CHECK(book.sheets[0].at(1, 4).kind == Kind::blank);
}

TEST_CASE("only the first cell of a merged range holds a value", "[xlsx]") {
  const xlsx::Book book = read(book_of({{"S",
                                         {{number("1"), number("2")}, {number("3"), number("4")}, {number("5"), number("6")}},
                                         "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"A3:B3\"/></mergeCells>",
                                         ""}}));
  const xlsx::Sheet& sheet = book.sheets[0];
  CHECK(sheet.at(1, 1).number == 1);
  CHECK(sheet.at(1, 2).number == 2);
  CHECK(sheet.at(2, 1).kind == Kind::blank);
  CHECK(sheet.at(2, 2).number == 4);
  CHECK(sheet.at(3, 1).number == 5);
  CHECK(sheet.at(3, 2).kind == Kind::blank);
}

TEST_CASE("a cell at the last row marks the sheet and allocates nothing", "[xlsx]") {
  const xlsx::Book book = read(zip_of(parts_with("<sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>")));
  CHECK(book.sheets[0].truncated);
  CHECK(book.sheets[0].rows.empty());
}

TEST_CASE("unwanted sheets are listed but not loaded", "[xlsx]") {
  const std::string bytes = book_of({{"甲", {{number("1")}}, "", ""}, {"乙", {{number("2")}}, "", "hidden"}});
  const xlsx::ReadBook read = xlsx::read_xlsx(bytes, [](const std::string& name) { return name == "甲"; });
  REQUIRE(read.book);
  CHECK(read.book->sheets[0].loaded);
  CHECK_FALSE(read.book->sheets[1].loaded);
  CHECK(read.book->sheets[1].hidden);
  CHECK(read.book->sheets[1].rows.empty());
}

TEST_CASE("what is no workbook is told apart", "[xlsx]") {
  const std::string ole("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  std::string wide;
  for (char c : std::string("EncryptedPackage")) wide += std::string{c, '\0'};
  CHECK(failure("") == "workbook-empty");
  CHECK(failure("年度,月份\n") == "workbook-not-xlsx");
  CHECK(failure(ole + std::string(600, '\0')) == "workbook-old-format");
  CHECK(failure(ole + std::string(600, '\0') + wide) == "workbook-locked");
  CHECK(failure("junk" + book_of({{"S", {}, "", ""}})) == "workbook-not-xlsx");
  CHECK(failure(zip_of({{"word/document.xml", "<w/>"}})) == "workbook-not-xlsx");
  const std::string whole = book_of({{"S", {{text("x")}}, "", ""}});
  CHECK(failure(whole.substr(0, whole.size() / 2)) == "workbook-damaged");
}

TEST_CASE("a flipped byte in a part is damage, not other figures", "[xlsx]") {
  Parts parts = book_parts({{"S", {{number("1000"), number("2000")}}, "", ""}});
  std::string bytes = zip_of(parts);
  const std::size_t at = bytes.find("xl/worksheets/sheet1.xml") + 24 + 20;  // inside the deflated worksheet
  for (int bit = 0; bit < 8; ++bit) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
    const xlsx::ReadBook read = xlsx::read_xlsx(changed, any_sheet);
    if (!read.book) continue;
    CHECK(read.book->sheets[0].at(1, 1).number == 1000);
    CHECK(read.book->sheets[0].at(1, 2).number == 2000);
  }
}

TEST_CASE("hostile XML stops at its caps", "[xlsx]") {
  const auto sheet = [](const std::string& xml) {
    Parts parts = book_parts({{"S", {}, "", ""}});
    set_part(parts, "xl/worksheets/sheet1.xml", xml);
    return zip_of(parts);
  };
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<a>";
  CHECK(failure(sheet(deep)) == "workbook-damaged");
  CHECK(failure(sheet("<!DOCTYPE w [<!ENTITY a \"aaaa\">]><worksheet>&a;</worksheet>")) == "workbook-damaged");
  CHECK(failure(sheet("<worksheet a=\"" + std::string(1 << 20, '>') + "\"/>")) == "workbook-damaged");
  CHECK(failure(sheet("<worksheet><!--" + std::string(1 << 20, '<') + "--></worksheet>")) == "workbook-damaged");
  CHECK(failure(sheet("<worksheet>&" + std::string(1 << 20, 'a') + ";</worksheet>")) == "workbook-damaged");
  CHECK(failure(sheet("<worksheet>" + std::string(70U << 20, ' ') + "</worksheet>")) == "workbook-too-large");
  CHECK(failure(sheet("<worksheet><sheetData></worksheet>")) == "workbook-damaged");
}

TEST_CASE("cell names", "[xlsx]") {
  CHECK(xlsx::cell_name(5, 3) == "C5");
  CHECK(xlsx::cell_name(1, 27) == "AA1");
  CHECK(xlsx::cell_name(1048576, 16384) == "XFD1048576");
  CHECK(xlsx::parse_cell_name("$AA$10") == std::pair(10, 27));
  for (const char* bad : {"", "A", "1", "A0", "XFE1", "A1048577", "A1B", "AAAAAAAAAAAA1"}) CHECK_FALSE(xlsx::parse_cell_name(bad));
  CHECK_FALSE(xlsx::parse_range("B2:A1"));
}
