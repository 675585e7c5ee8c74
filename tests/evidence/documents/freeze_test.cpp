// What stands in an office document on the day that it was saved stands in the copy that is converted.
#include <catch2/catch.hpp>

#include <cstdlib>

#include "evidence/documents/field_kinds.h"
#include "evidence/documents/freeze.h"
#include "evidence/documents/parts.h"
#include "evidence/documents/sheet.h"
#include "evidence/evidence_run.h"
#include "support/files.h"

namespace lvce {
namespace {

using namespace testing;

std::string run_of(const std::string& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }
std::string mark(const std::string& type) { return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>"; }
std::string field(const std::string& instruction, const std::string& result) {
  return mark("begin") + "<w:r><w:instrText> " + instruction + " </w:instrText></w:r>" + mark("separate") + run_of(result) + mark("end");
}
const std::string kWord = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

std::string docx(const std::string& body) {
  return write_parts(
      {{"[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"},
       {"_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
        "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
       {"word/document.xml", "<w:document xmlns:w=\"" + kWord + "\"><w:body>" + body + "</w:body></w:document>"}});
}

std::string sheet_of(const std::string& xml, Frozen& found, Extent* extent = nullptr) {
  Extent own;
  return freeze_sheet(xml, {false, true}, {}, extent != nullptr ? *extent : own, found);
}

}  // namespace

TEST_CASE("a field of the day gives way to its saved text", "[evidence][office]") {
  Frozen found;
  const std::string out = freeze_word(
      "<w:p>" + field("DATE \\@ yyyy", "2021年") + "<w:fldSimple w:instr=\" FILENAME \">" + run_of("甲.docx") + "</w:fldSimple></w:p>", found);
  CHECK(out == "<w:p><w:r></w:r><w:r></w:r><w:r></w:r>" + run_of("2021年") + "<w:r></w:r>" + run_of("甲.docx") + "</w:p>");
  CHECK(found.fields == 2);
  CHECK(found.without_text == 0);
}

TEST_CASE("numbers of pages stay fields; a field inside another goes with its instruction", "[evidence][office]") {
  Frozen found;
  const std::string page = "<w:p>" + field("PAGE", "1") + "</w:p>";
  CHECK(freeze_word(page, found) == page);
  CHECK(found.fields == 0);
  const std::string nested = mark("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" + field("DATE", "内") + mark("separate") + run_of("外") + mark("end");
  const std::string out = freeze_word(nested, found);
  CHECK(out.find("内") == std::string::npos);
  CHECK(out.find("外") != std::string::npos);
  CHECK(out.find("fldChar") == std::string::npos);
  freeze_word("<w:fldSimple w:instr=\"TIME\"/>", found);
  CHECK(found.without_text == 1);
}

TEST_CASE("tracked changes are accepted and counted", "[evidence][office]") {
  Frozen found;
  const std::string out = freeze_word("<w:p><w:del w:id=\"1\"><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins w:id=\"2\">" + run_of("新") + "</w:ins></w:p>",
                                      found);
  CHECK(out == "<w:p>" + run_of("新") + "</w:p>");
  CHECK(found.revisions == 2);
  const std::string joined = freeze_word(
      "<w:p><w:pPr><w:rPr><w:del w:id=\"3\"/></w:rPr></w:pPr>" + run_of("前") + "</w:p><w:p><w:pPr><w:jc/></w:pPr>" + run_of("后") + "</w:p>", found);
  CHECK(joined == "<w:p><w:pPr><w:rPr></w:rPr></w:pPr>" + run_of("前") + run_of("后") + "</w:p>");
  const std::string row = freeze_word("<w:tbl><w:tr><w:trPr><w:del w:id=\"4\"/></w:trPr><w:tc/></w:tr><w:tr><w:tc/></w:tr></w:tbl>", found);
  CHECK(row == "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>");
}

TEST_CASE("formulas give way to their results; one of the day without a result is told", "[evidence][office]") {
  Frozen found;
  const std::string out = sheet_of("<sheetData><row r=\"1\"><c r=\"A1\"><f>TODAY()</f><v>44260</v></c><c r=\"B1\"><f>A2*2</f></c></row></sheetData>", found);
  CHECK(out == "<sheetData><row r=\"1\"><c r=\"A1\"><v>44260</v></c><c r=\"B1\"><f>A2*2</f></c></row></sheetData>");
  CHECK(found.fields == 1);
  CHECK(found.unsaved == 0);
  sheet_of("<row><c><f>1+NOW()</f></c></row>", found);
  CHECK(found.unsaved == 1);
  CHECK(is_changing_formula("IF(a,_xlfn.RANDARRAY(2))"));
  CHECK_FALSE(is_changing_formula("MYTODAY()+DATE(2021,3,5)"));
}

TEST_CASE("a sheet ends where its content ends", "[evidence][office]") {
  Frozen found;
  Extent extent;
  const std::string out = sheet_of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\" t=\"s\"><v>1</v></c></row>", found,
                                   &extent);
  CHECK(out == "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
  CHECK(extent.rows == 1);
  CHECK(found.scattered.empty());
  const std::string form = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"30\"><c r=\"H30\" s=\"3\"/></row>";  // a form's empty lines
  CHECK(sheet_of(form, found) == form);
  sheet_of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>", found);
  CHECK(found.scattered == "XFD1048576");
  Frozen none;
  CHECK(cut_print_areas("<definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">a!$A$1:$XFD$1048576</definedName>", {{9, 28}}, none) ==
        "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">a!$A$1:$AB$9</definedName>");
}

TEST_CASE("what a sheet's header would say of the day is left out, its other codes stay", "[evidence][office]") {
  Frozen found;
  CHECK(sheet_of("<oddHeader>&amp;L&amp;D &amp;\"D\"x&amp;P &amp;&amp;D</oddHeader>", found) == "<oddHeader>&amp;L &amp;\"D\"x&amp;P &amp;&amp;D</oddHeader>");
  CHECK(found.without_text == 1);
}

TEST_CASE("OpenDocument, slides and RTF are frozen likewise", "[evidence][office]") {
  Frozen found;
  CHECK(freeze_open_document("<text:p><text:date text:fixed=\"false\">3月5日</text:date><text:change-start text:change-id=\"a\"/></text:p>", found) ==
        "<text:p>3月5日</text:p>");
  CHECK(freeze_open_document("<table:table-cell table:formula=\"of:=TODAY()\" office:value-type=\"date\"/>", found) ==
        "<table:table-cell office:value-type=\"date\"/>");
  CHECK(freeze_open_document("<text:p><text:sheet-name>??\?</text:sheet-name></text:p>", found) == "<text:p><text:sheet-name>??\?</text:sheet-name></text:p>");
  CHECK(found.fields == 2);
  CHECK(freeze_slide("<a:fld id=\"{1}\" type=\"datetime1\"><a:rPr/><a:pPr/><a:t>3月</a:t></a:fld>", found) == "<a:r><a:rPr/><a:t>3月</a:t></a:r>");
  CHECK(freeze_rtf(R"({\rtf1 a{\field{\*\fldinst{DATE \\@ "yyyy"}}{\fldrslt 2021}}\chdate b})", found) == R"({\rtf1 a{ 2021}b})");
  const std::string page = R"({\rtf1 {\field{\*\fldinst PAGE}{\fldrslt 1}}\'7b})";
  CHECK(freeze_rtf(page, found) == page);
}

TEST_CASE("what lies under the names .doc and .xls is opened like what it claims to be; a page of the web is refused", "[evidence][office]") {
  EvidenceRun run;
  const std::string page = "<html><body><table><tr><td>1</td></tr></table></body></html>";
  run.evidence.put("2.1.1 a.xls", page);
  run.evidence.put("2.1.1 b.doc", "<?xml version=\"1.0\"?><w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"/>");
  run.evidence.put("2.1.1 c.doc",
                   "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n" + page + "\r\n--x--");
  run.evidence.put("2.1.1 d.html", page);
  run.run();
  for (const char* path : {"2.1.1 a.xls", "2.1.1 b.doc", "2.1.1 c.doc"}) CHECK(run.file(path).format == EvidenceFormat::office);
  CHECK(run.count("evidence-office-format") == 1);  // no LibreOffice: one finding for the three
  CHECK(run.codes("2.1.1 d.html") == "evidence-web-page");
}

TEST_CASE("saved text, changes and foreign chunks are told of, and bound as saved", "[evidence][office][libreoffice]") {
  const char* path = std::getenv("PATH");
  EvidenceRun run;
  run.options.office = find_office(path != nullptr ? path : "");
  if (run.options.office.empty()) return;
  run.evidence.put("2.1.1 a.docx", docx("<w:p>" + field("DATE", "1999") + "<w:ins>" + run_of("new") + "</w:ins></w:p>"));
  run.evidence.put("2.1.1 b.docx", docx("<w:altChunk/>"));
  run.evidence.put("2.1.1 c.doc", "<html><body><p>page</p></body></html>");
  run.run();
  CHECK(run.codes("2.1.1 b.docx") == "evidence-office-altchunk");
  CHECK(run.codes("2.1.1 a.docx").find("evidence-office-frozen") != std::string::npos);
  CHECK(run.codes("2.1.1 a.docx").find("evidence-office-revised") != std::string::npos);
  CHECK(std::system(("pdftotext '" + run.file("2.1.1 c.doc").prepared.native() + "' - | grep -q page").c_str()) == 0);
  const std::filesystem::path pdf = run.file("2.1.1 a.docx").prepared;
  REQUIRE_FALSE(pdf.empty());
  CHECK(std::system(("pdftotext '" + pdf.native() + "' - | grep -q 1999").c_str()) == 0);
}

}  // namespace lvce
