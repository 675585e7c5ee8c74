// Cells of an .ods that LibreOffice saves in its own way.
#include <catch2/catch.hpp>

#include "workbook/ods/ods.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce;
using Kind = xlsx::Cell::Kind;

namespace {

/// The first row of a sheet with these cells.
xlsx::Book read_cells(const std::string& cells) {
  const std::string content =
      "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
      "<office:body><office:spreadsheet><table:table table:name=\"表\"><table:table-row>" +
      cells + "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>";
  const std::string zip = test::zip_of({{"META-INF/manifest.xml", "<manifest/>"}, {"content.xml", content}});
  REQUIRE(formats::is_ods(zip));
  xlsx::ReadBook read = formats::read_ods(zip, [](const std::string&) { return true; });
  REQUIRE(read.book);
  return std::move(*read.book);
}

}  // namespace

TEST_CASE("ods: TRUE kept as a number with the look of a truth value", "[formats]") {
  const xlsx::Book book = read_cells(
      "<table:table-cell table:formula=\"of:=TRUE()\" office:value-type=\"float\" office:value=\"1\"><text:p>TRUE</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"float\" office:value=\"1\"><text:p>1</text:p></table:table-cell>");
  CHECK(book.sheets[0].at(1, 1).kind == Kind::boolean);
  CHECK(book.sheets[0].at(1, 2).kind == Kind::number);
}

TEST_CASE("ods: a formula that gives an empty text is blank, one in error is an error", "[formats]") {
  const xlsx::Book book = read_cells(
      "<table:table-cell table:formula=\"of:=IF([.B1]=1;1;&quot;&quot;)\"><text:p/></table:table-cell>"
      "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\"><text:p>#DIV/0!</text:p></table:table-cell>");
  CHECK(book.sheets[0].at(1, 1).kind == Kind::blank);
  CHECK(book.sheets[0].at(1, 2).kind == Kind::error);
}

TEST_CASE("ods: repeated cells hold their value each, repeats without end stop at the caps", "[formats]") {
  const std::string value = "office:value-type=\"float\" office:value=\"7\"><text:p>7</text:p></table:table-cell>";
  CHECK(read_cells("<table:table-cell table:number-columns-repeated=\"3\" " + value).sheets[0].rows.at(1).size() == 3);
  const xlsx::Book wide = read_cells("<table:table-cell table:number-columns-repeated=\"16384\" " + value);
  CHECK(wide.sheets[0].truncated);
  CHECK(wide.sheets[0].rows.at(1).size() == 300);
  const xlsx::Book blank = read_cells("<table:table-cell table:number-columns-repeated=\"16000\"/><table:table-cell " + value);
  CHECK(blank.sheets[0].rows.empty());
}
