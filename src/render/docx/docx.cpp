// render_docx: the parts of a Word file.
#include <cstdio>

#include "layout/style.h"
#include "render/docx/body.h"
#include "render/docx/markup.h"
#include "render/docx/styles.h"
#include "render/render.h"

namespace lvce {
namespace {

constexpr const char* kDocument = "word/document.xml";

std::string word_type(const std::string& kind) { return "application/vnd.openxmlformats-officedocument.wordprocessingml." + kind + "+xml"; }

/// — 1 —, one character in from the edge.
std::string number_footer(bool even) {
  const std::string indent = std::string(even ? "<w:ind w:left=\"" : "<w:ind w:right=\"") + twips(14) + "\"/>" + value_element("jc", even ? "left" : "right");
  const auto words = [](const std::string& text) { return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>"; };
  return "<w:p><w:pPr>" + value_element("pStyle", kFooterStyle) + indent + "</w:pPr>" + words("— ") + "<w:fldSimple w:instr=\" PAGE \">" + words("1") +
         "</w:fldSimple>" + words(" —") + "</w:p>";
}

std::string add_footer(OfficeParts& parts, int number, const std::string& paragraph) {
  const std::string name = "word/footer" + std::to_string(number) + ".xml";
  parts.add(name, word_type("footer"), std::string(kXmlHead) + "<w:ftr" + kWordNames + ">" + paragraph + "</w:ftr>");
  return parts.relate(kDocument, "footer", name);
}

std::string add_header(OfficeParts& parts, const std::string& mark) {
  if (mark.empty()) return "";
  const std::string name = "word/header1.xml";
  parts.add(name, word_type("header"),
            std::string(kXmlHead) + "<w:hdr" + kWordNames + "><w:p><w:pPr>" + value_element("pStyle", kHeaderStyle) +
                "</w:pPr><w:r><w:t xml:space=\"preserve\">" + xml_text(mark) + "</w:t></w:r></w:p></w:hdr>");
  return parts.relate(kDocument, "header", name);
}

PageMarks add_marks(OfficeParts& parts, const DocxOptions& options) {
  PageMarks marks;
  marks.footer = add_footer(parts, 1, number_footer(false));
  marks.even_footer = add_footer(parts, 2, number_footer(true));
  marks.no_footer = add_footer(parts, 3, "<w:p><w:pPr>" + value_element("pStyle", kFooterStyle) + "</w:pPr></w:p>");
  marks.header = add_header(parts, options.mark);
  return marks;
}

/// In the order of CT_Settings.
std::string settings_part(bool duplex) {
  return std::string(kXmlHead) + "<w:settings" + kWordNames + ">" + (duplex ? "<w:mirrorMargins/>" : "") + "<w:defaultTabStop w:val=\"420\"/>" +
         (duplex ? "<w:evenAndOddHeaders/>" : "") +
         "<w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" "
         "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>";
}

/// A date that is none is left out.
std::string properties_part(const Document& document, const DocxOptions& options) {
  int year = 0, month = 0, day = 0;
  const bool dated = std::sscanf(options.created.c_str(), "%4d-%2d-%2d", &year, &month, &day) == 3 && options.created.size() == 10;
  const std::string date = dated ? "<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + xml_text(options.created) + "T00:00:00Z</dcterms:created>" : "";
  return std::string(kXmlHead) +
         "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>" +
         xml_text(document.title) + "</dc:title><dc:creator>" + xml_text(options.author) + "</dc:creator>" + date + "</cp:coreProperties>";
}

}  // namespace

std::string render_docx(const Document& document, const Faces& faces, const DocxOptions& options) {
  OfficeParts parts;
  parts.relate("", "officeDocument", kDocument);
  parts.relate("", "metadata/core-properties", "docProps/core.xml");
  for (const char* part : {"styles", "settings", "fontTable"}) parts.relate(kDocument, part, std::string("word/") + part + ".xml");
  parts.add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", properties_part(document, options));
  parts.add("word/styles.xml", word_type("styles"), styles_part());
  parts.add("word/settings.xml", word_type("settings"), settings_part(options.duplex));
  parts.add("word/fontTable.xml", word_type("fontTable"), fonts_part());
  const PageMarks marks = add_marks(parts, options);
  parts.add(kDocument, word_type("document.main"),
            std::string(kXmlHead) + "<w:document" + kWordNames + ">" + word_body(document, faces, options, marks, parts) + "</w:document>");
  return parts.zip();
}

}  // namespace lvce
