#include "workbook/xlsx/xlsx_builder.h"

#include <algorithm>
#include <sstream>

#include <Poco/DateTime.h>
#include <Poco/Zip/Compress.h>

#include "support/text.h"
#include "workbook/book/book.h"

namespace lvce::test {
namespace {

const std::string kHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
const std::string kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const std::string kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const std::string kPackage = "http://schemas.openxmlformats.org/package/2006/relationships";

std::string escaped(std::string value) { return replace_all(replace_all(replace_all(std::move(value), "&", "&amp;"), "<", "&lt;"), ">", "&gt;"); }

std::string relationship(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + kOffice + "/" + type + "\" Target=\"" + target + "\"/>";
}

}  // namespace

std::string zip_of(const Parts& parts) {
  std::ostringstream out;
  Poco::Zip::Compress zip(out, true);
  for (const auto& [name, content] : parts) {
    std::istringstream in(content);
    zip.addFile(in, Poco::DateTime(2021, 10, 12), Poco::Path(name, Poco::Path::PATH_UNIX));
  }
  zip.close();
  return out.str();
}

CellXml blank() { return {}; }
CellXml text(const std::string& value) { return {" t=\"inlineStr\"", "<is><t>" + escaped(value) + "</t></is>"}; }
CellXml number(const std::string& value) { return {"", "<v>" + value + "</v>"}; }
CellXml percent(const std::string& value) { return {" s=\"1\"", "<v>" + value + "</v>"}; }
CellXml date(const std::string& serial) { return {" s=\"2\"", "<v>" + serial + "</v>"}; }
CellXml boolean(bool value) { return {" t=\"b\"", value ? "<v>1</v>" : "<v>0</v>"}; }
CellXml error(const std::string& value) { return {" t=\"e\"", "<v>" + value + "</v>"}; }
CellXml formula(const std::string& result) { return {"", "<f>SUM(A1:A2)</f><v>" + result + "</v>"}; }

Row words(const std::vector<std::string>& values) {
  Row row;
  for (const std::string& value : values) row.push_back(value.empty() ? blank() : text(value));
  return row;
}

std::string styles_xml() {
  return kHead + "<styleSheet xmlns=\"" + kMain +
         "\"><numFmts count=\"1\"><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts>" +
         "<cellStyleXfs count=\"1\"><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf "
         "numFmtId=\"176\"/></cellXfs></styleSheet>";
}

std::string sheet_xml(const SheetXml& sheet) {
  std::string out = kHead + "<worksheet xmlns=\"" + kMain + "\"><sheetData>";
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    out += "<row r=\"" + std::to_string(r + 1) + "\">";
    for (std::size_t c = 0; c < sheet.rows[r].size(); ++c) {
      const CellXml& cell = sheet.rows[r][c];
      if (cell.content.empty()) continue;
      out += "<c r=\"" + xlsx::cell_name(static_cast<int>(r) + 1, static_cast<int>(c) + 1) + "\"" + cell.attributes + ">" + cell.content + "</c>";
    }
    out += "</row>";
  }
  return out + "</sheetData>" + sheet.after + "</worksheet>";
}

Parts book_parts(const std::vector<SheetXml>& sheets) {
  std::string list;
  std::string relations = relationship("rIdS", "styles", "styles.xml");
  Parts parts;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    const std::string state = sheets[i].state.empty() ? "" : " state=\"" + sheets[i].state + "\"";
    list += "<sheet name=\"" + escaped(sheets[i].name) + "\" sheetId=\"" + number + "\"" + state + " r:id=\"rId" + number + "\"/>";
    relations += relationship("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
    parts.emplace_back("xl/worksheets/sheet" + number + ".xml", sheet_xml(sheets[i]));
  }
  const std::string root = kHead + "<Relationships xmlns=\"" + kPackage + "\">";
  parts.emplace_back("_rels/.rels", root + relationship("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>");
  parts.emplace_back("xl/_rels/workbook.xml.rels", root + relations + "</Relationships>");
  parts.emplace_back("xl/workbook.xml", kHead + "<workbook xmlns=\"" + kMain + "\" xmlns:r=\"" + kOffice + "\"><sheets>" + list + "</sheets></workbook>");
  parts.emplace_back("xl/styles.xml", styles_xml());
  return parts;
}

std::string book_of(const std::vector<SheetXml>& sheets) { return zip_of(book_parts(sheets)); }

void set_part(Parts& parts, const std::string& name, const std::string& content) {
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return part.first == name; });
  if (found == parts.end()) parts.emplace_back(name, content);
  else found->second = content;
}

}  // namespace lvce::test
