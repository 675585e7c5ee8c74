// Office documents: told apart by their bytes, converted by LibreOffice or by a script in its place.
#include <catch2/catch.hpp>
#include <cstdlib>

#include "evidence/documents/convert.h"
#include "evidence/documents/office.h"
#include "evidence/evidence_run.h"
#include "evidence/evidence_samples.h"
#include "evidence/job/content.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using namespace testing;

/// A script in LibreOffice's place. It sees `out`, the folder of results, and each file as `$file` with its number as `$stem`.
fs::path put_soffice(const TempFolder& folder, const std::string& body) {
  const fs::path script = folder.put("soffice",
                                     "#!/bin/sh\nwhile [ \"$1\" != --outdir ]; do shift; done\nout=$2\nshift 2\n"
                                     "for file; do stem=$(basename \"$file\"); stem=${stem%.*}\n" +
                                         body + "\ndone\n");
  fs::permissions(script, fs::perms::owner_all);
  return script;
}

/// A PDF as LibreOffice might have written it, with a date of the clock's.
fs::path put_result(const TempFolder& folder) {
  QPDF pdf;
  pdf.emptyPDF();
  add_page(pdf, "", true);
  pdf.getTrailer().replaceKey("/Info", parsed("<< /CreationDate (D:20990101000000Z) >>"));
  save(pdf, folder.path() / "result.pdf");
  return folder.path() / "result.pdf";
}

/// A stream's entry in the directory of a compound file, which here follows at once.
std::string compound_of(const std::vector<std::string>& streams) {
  std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  bytes.resize(512);
  for (const std::string& name : streams) {
    std::string entry;
    for (char c : name) entry += {c, '\0'};
    entry.resize(128);
    entry[64] = static_cast<char>(2 * name.size() + 2);
    entry[66] = 2;
    bytes += entry;
  }
  return bytes;
}

std::string kind_of(const TempFolder& folder, const std::string& name, const std::string& bytes) {
  const fs::path file = folder.put(name, bytes);
  const FileEnds ends = *read_ends(file);
  CHECK(content_of(ends) == Content::office);
  return office_kind(file, ends);
}

const std::string kFlat = R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>节能通知</text:p></office:text></office:body></office:document>)";

/// One document in several formats, written once by LibreOffice itself; empty where it is not installed.
const TempFolder* documents() {
  static const TempFolder folder;
  static const bool made = [] {
    const char* path = std::getenv("PATH");
    const fs::path soffice = find_office(path != nullptr ? path : "");
    if (soffice.empty()) return false;
    folder.put("a.fodt", kFlat);
    folder.put("b.csv", "项目,数值\n电,12\n");
    for (const char* step : {"docx a.fodt", "doc a.fodt", "rtf a.fodt", "odt a.fodt", "xlsx b.csv", "xls b.csv"}) {
      const std::string command = "cd " + folder.path().native() + " && " + soffice.native() + " -env:UserInstallation=file://" + folder.path().native() +
                                  "/profile --headless --convert-to " + step + " >/dev/null 2>&1";
      if (std::system(command.c_str()) != 0) return false;
    }
    return true;
  }();
  return made ? &folder : nullptr;
}

void take(const EvidenceRun& run, const TempFolder& from, const std::string& name, const std::string& to) {
  run.evidence.put(to, *read_file(from.path() / name, 1 << 22));
}

std::string text_of(const fs::path& pdf) {
  FILE* pipe = popen(("pdftotext '" + pdf.native() + "' - 2>/dev/null").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string out;
  for (int c = 0; (c = std::fgetc(pipe)) != EOF;) out += static_cast<char>(c);
  pclose(pipe);
  return out;
}

}  // namespace

TEST_CASE("office documents are told apart by their bytes", "[evidence][office]") {
  TempFolder folder;
  CHECK(kind_of(folder, "a.wps", compound_of({"WordDocument"})) == "doc");
  CHECK(kind_of(folder, "a.et", compound_of({"Workbook"})) == "xls");
  CHECK(kind_of(folder, "a.dps", compound_of({"PowerPoint Document"})) == "ppt");
  CHECK(kind_of(folder, "a.xls", compound_of({"Book", "WordDocument"})) == "xls");      // a Word text inside a workbook
  CHECK(kind_of(folder, "a.pdf", compound_of({"Workbook", "WordDocument"})) == "doc");  // the ending says nothing
  CHECK(kind_of(folder, "a.docx", compound_of({"EncryptionInfo", "EncryptedPackage"})) == "locked");
  CHECK(kind_of(folder, "a.msg", compound_of({"__nameid"})).empty());
  CHECK(kind_of(folder, "a.doc", "{\\rtf1 }") == "rtf");
  CHECK(kind_of(folder, "b.docx", "PK\x03\x04 word/document.xml") == "docx");
  CHECK(kind_of(folder, "b.xlsx", "PK\x03\x04 [Content_Types].xml xl/workbook.xml") == "xlsx");
  CHECK(kind_of(folder, "b.pptx", "PK\x03\x04 ppt/presentation.xml") == "pptx");
  CHECK(kind_of(folder, "b.ofd", "PK\x03\x04 OFD.xml") == "ofd");
  CHECK(kind_of(folder, "b.ods", "PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet") == "ods");
  CHECK(kind_of(folder, "b.vsdx", "PK\x03\x04 [Content_Types].xml visio/").empty());
}

TEST_CASE("of what is called a document but is none any more it is said that it is not whole", "[evidence][office]") {
  EvidenceRun run;
  run.evidence.put("2.1.1 a.DOCX", "PK\x03\x04");
  run.evidence.put("2.1.1 b.wps", compound_of({"__nameid"}));
  run.evidence.put("2.1.1 c.zip", "PK\x03\x04");
  run.run();
  for (const char* path : {"2.1.1 a.DOCX", "2.1.1 b.wps"}) {
    CHECK(run.codes(path) == "evidence-office-unknown");
    CHECK(run.file(path).reason.find("不完整") != std::string::npos);
  }
  CHECK(run.codes("2.1.1 c.zip") == "evidence-archive");
}

TEST_CASE("what LibreOffice cannot read, or what is locked, is refused with what to do", "[evidence][office]") {
  EvidenceRun run;
  run.evidence.put("2.1.1 a.ofd", "PK\x03\x04 OFD.xml");
  run.evidence.put("2.1.1 b.docx", compound_of({"EncryptedPackage"}));
  run.evidence.put("2.1.1 c.msg", compound_of({"__nameid"}));
  run.evidence.put("2.1.1 d.docx", "PK\x03\x04 word/document.xml");
  run.run();
  CHECK(run.codes("2.1.1 a.ofd") == "evidence-ofd-damaged");
  CHECK(run.codes("2.1.1 b.docx") == "evidence-office-locked");
  CHECK(run.codes("2.1.1 c.msg") == "evidence-mail");
  CHECK(run.codes("2.1.1 d.docx") == "evidence-office-format");  // no LibreOffice
  for (const Finding& finding : run.findings) {
    CHECK(finding.severity == Severity::error);
    CHECK(finding.hint.find("PDF") != std::string::npos);
  }
}

TEST_CASE("a check converts nothing and says what a build will do", "[evidence][office]") {
  EvidenceRun run;
  TempFolder tools;
  run.options.office = put_soffice(tools, "exit 1");
  run.evidence.put("2.1.1 通知.docx", "PK\x03\x04 word/document.xml");
  run.run(false);
  CHECK(run.file("2.1.1 通知.docx").state == EvidenceState::bound_with_warning);
  CHECK(run.codes("2.1.1 通知.docx") == "evidence-office-pending");
}

TEST_CASE("a conversion is bound under the original's name and digest, without the clock's date", "[evidence][office]") {
  EvidenceRun run;
  TempFolder tools;
  run.options.office_shelter = Shelter::none;
  run.options.office = put_soffice(tools, "cp " + put_result(tools).native() + " \"$out/$stem.pdf\"");
  run.evidence.put("2.1.1 通知.docx", "PK\x03\x04 word/document.xml");
  run.run();
  const EvidenceFile& file = run.file("2.1.1 通知.docx");
  CHECK(file.state == EvidenceState::bound_with_warning);
  CHECK(file.format == EvidenceFormat::pdf);
  CHECK(file.sha256 == sha256_of("PK\x03\x04 word/document.xml"));
  CHECK(file.pages.size() == 1);
  CHECK(file.date.text.empty());
  CHECK(run.count("evidence-office-converted") == 1);
  const std::string bytes = *read_file(file.prepared, 1 << 20);
  CHECK(bytes.find("2099") == std::string::npos);
  CHECK(bytes.find("/Info") == std::string::npos);
  CHECK_FALSE(fs::exists(run.work.path() / "office"));
}

TEST_CASE("a document that kills or stops the converter costs itself only", "[evidence][office]") {
  for (const char* mischief : {"kill -9 $$", "sleep 100"}) {
    INFO(mischief);
    EvidenceRun run;
    TempFolder tools;
    run.options.office_seconds = 1;
    run.options.office_shelter = Shelter::none;
    run.options.office = put_soffice(tools,
                                     std::string("grep -q evil \"$file\" && ") + mischief + "\ncp " + put_result(tools).native() + " \"$out/$stem.pdf\"");
    for (const char* name : {"2.1.1-1 好.docx", "2.1.1-2 好.docx", "2.1.1-4 好.docx"}) run.evidence.put(name, "PK\x03\x04 word/document.xml");
    run.evidence.put("2.1.1-3 坏.docx", "PK\x03\x04 word/document.xml evil");
    run.run();
    CHECK(run.codes("2.1.1-3 坏.docx") == "evidence-office-not-converted");
    CHECK(run.file("2.1.1-3 坏.docx").state == EvidenceState::rejected);
    for (const char* name : {"2.1.1-1 好.docx", "2.1.1-2 好.docx", "2.1.1-4 好.docx"}) CHECK_FALSE(run.file(name).prepared.empty());
  }
}

TEST_CASE("half a result is none; each document is tried once, whatever became of the others", "[evidence][office]") {
  EvidenceRun run;
  TempFolder tools;
  run.options.office_shelter = Shelter::none;
  run.options.office = put_soffice(tools, "head -c 300 " + put_result(tools).native() + " > \"$out/$stem.pdf\"");
  run.evidence.put("2.1.1 半.docx", "PK\x03\x04 word/document.xml");
  run.run();
  CHECK(run.codes("2.1.1 半.docx") == "evidence-office-not-converted");
  const fs::path count = tools.path() / "count";
  run.options.office = put_soffice(tools, "echo x >> " + count.native() + "; exit 1");
  for (int i = 0; i < 12; ++i) run.evidence.put("2.1.1-" + std::to_string(i) + ".docx", "PK\x03\x04 word/document.xml");
  run.run();
  for (const EvidenceFile& file : run.folder.files) CHECK(file.state == EvidenceState::rejected);
  CHECK(fs::file_size(count) == 2 * 13);
  run.options.office = "/nowhere/soffice";
  run.run();
  for (const EvidenceFile& file : run.folder.files) CHECK(file.state == EvidenceState::rejected);
}

TEST_CASE("a cache spares the second conversion; damaged entries are made anew", "[evidence][office]") {
  EvidenceRun run;
  TempFolder tools;
  TempFolder cache;
  const fs::path count = tools.path() / "count";
  run.options.office_shelter = Shelter::none;
  run.options.office = put_soffice(tools, "echo x >> " + count.native() + "; cp " + put_result(tools).native() + " \"$out/$stem.pdf\"");
  run.options.cache = cache.path() / "新建";
  run.evidence.put("2.1.1 通知.docx", "PK\x03\x04 word/document.xml");
  run.run();
  const std::string first = *read_file(run.file("2.1.1 通知.docx").prepared, 1 << 20);
  run.run();
  CHECK(fs::file_size(count) == 2);
  CHECK(*read_file(run.file("2.1.1 通知.docx").prepared, 1 << 20) == first);
  fs::resize_file(fs::directory_iterator(run.options.cache)->path(), 100);
  run.run();
  CHECK(fs::file_size(count) == 4);
  CHECK(run.count("evidence-cache-not-written") == 0);
  run.options.cache = tools.put("file") / "below";  // cannot be a folder
  run.run();
  CHECK(run.count("evidence-cache-not-written") == 1);
  CHECK_FALSE(run.file("2.1.1 通知.docx").prepared.empty());
}

TEST_CASE("soffice is found where PATH says, if it may be run", "[evidence][office]") {
  TempFolder one;
  TempFolder two;
  one.put("soffice");
  const fs::path there = put_soffice(two, "");
  CHECK(find_office(one.path().native() + "::" + two.path().native()) == there);
  CHECK(find_office(one.path().native()).empty());
  CHECK(find_office("").empty());
}

TEST_CASE("LibreOffice converts what offices write, the same bytes twice", "[evidence][office][libreoffice]") {
  const TempFolder* made = documents();
  if (made == nullptr) return;  // not installed
  EvidenceRun run;
  run.options.office = find_office(std::getenv("PATH"));
  take(run, *made, "a.docx", "2.1.1 甲.docx");
  take(run, *made, "a.doc", "2.1.1 乙.wps");
  take(run, *made, "a.rtf", "2.1.1 丙.doc");
  take(run, *made, "a.odt", "2.1.1 丁.odt");
  take(run, *made, "b.xlsx", "2.1.1 戊.xlsx");
  take(run, *made, "b.xls", "2.1.1 己.et");
  take(run, *made, "a.docx", "2.1.1 残.docx");
  fs::resize_file(run.at("2.1.1 残.docx"), fs::file_size(run.at("2.1.1 残.docx")) / 2);
  std::vector<std::string> first;
  for (const bool again : {false, true}) {
    run.run();
    std::size_t at = 0;
    for (const EvidenceFile& file : run.folder.files) {
      INFO(file.path);
      if (file.path == "2.1.1 残.docx") {
        CHECK(file.state == EvidenceState::rejected);
        continue;
      }
      REQUIRE_FALSE(file.prepared.empty());
      const std::string bytes = *read_file(file.prepared, 1 << 22);
      if (!again) first.push_back(bytes);
      else CHECK((bytes == first.at(at)));
      ++at;
    }
  }
  CHECK(text_of(run.file("2.1.1 甲.docx").prepared).find("节能通知") != std::string::npos);
  CHECK(text_of(run.file("2.1.1 乙.wps").prepared).find("节能通知") != std::string::npos);
  CHECK(text_of(run.file("2.1.1 己.et").prepared).find("12") != std::string::npos);
}

TEST_CASE("a document cannot fetch other files of the machine", "[evidence][office][libreoffice]") {
  if (documents() == nullptr) return;
  TempFolder folder;
  const unsigned char kPixel[] =
      "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3A\x7E\x9B\x55\0\0\0\x0AIDAT\x78\x9C\x63\x60\0\0\0\x02\0\x01\x48\xAF\xA4\x71"
      "\0\0\0\0IEND\xAE\x42\x60\x82";
  const fs::path secret = folder.put("secret.png", std::string_view(reinterpret_cast<const char*>(kPixel), sizeof kPixel - 1));
  const std::string frame =
      "<draw:frame text:anchor-type=\"as-char\" svg:width=\"5cm\" svg:height=\"4cm\" "
      "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\"><draw:image xlink:href=\"file://" +
      secret.native() + "\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/></draw:frame></text:p>";
  const fs::path file = folder.put("a.fodt", replace_all(kFlat, "</text:p>", frame));
  const fs::path rtf = folder.put("a.rtf", "{\\rtf1 Text {\\field{\\*\\fldinst INCLUDEPICTURE \"" + secret.native() + "\"}{\\fldrslt }}}");
  ConvertOptions options;
  options.soffice = find_office(std::getenv("PATH"));
  options.folder = fs::relative(folder.path() / "work");  // as --out may be
  for (const Shelter shelter : {Shelter::landlock, Shelter::user_namespaces}) {
    options.most = shelter;
    const Converted converted = convert_office({{file, "fodt", "", "pdf"}, {rtf, "rtf", "", "pdf"}}, options);
    for (const Conversion& conversion : converted.files) {
      REQUIRE(conversion.end == ConversionEnd::converted);
      CHECK(read_file(conversion.file, 1 << 22)->find("/Image") == std::string::npos);
    }
    CHECK(text_of(converted.files[0].file).find("节能通知") != std::string::npos);
    CHECK(text_of(converted.files[1].file).find("Text") != std::string::npos);
  }
}

}  // namespace lvce
