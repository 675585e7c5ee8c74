// Blank is called blank, a scan a scan, and a page that only points elsewhere is no evidence.
#include <catch2/catch.hpp>

#include "evidence/evidence_run.h"
#include "evidence/evidence_samples.h"

namespace lvce {
namespace {

using namespace testing;

/// A page of 100 × 100 pt. /I is a picture, /F a font, /W a composite font whose code 3 is a blank and 4 an A,
/// /D one whose letters have numbers of their own.
void add(QPDF& pdf, const std::string& content) {
  QPDFObjectHandle page = add_page(pdf, "", false, "[0 0 100 100]"), picture = pdf.newStream(std::string(1, '\0'));
  picture.replaceDict(parsed("<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray >>"));
  QPDFObjectHandle wide = parsed("<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H >>");
  wide.replaceKey("/ToUnicode", pdf.newStream("1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0003> <0020> <0004> <0041> endbfchar"));
  QPDFObjectHandle resources = parsed("<< /XObject << >> /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>");
  resources.getKey("/XObject").replaceKey("/I", picture);
  resources.getKey("/Font").replaceKey("/W", pdf.makeIndirectObject(wide));
  resources.getKey("/Font").replaceKey("/D", parsed("<< /Type /Font /Subtype /Type1 /BaseFont /B /Encoding << /Differences [32 /a] >> >>"));
  page.replaceKey("/Resources", resources);
  page.replaceKey("/Contents", pdf.newStream(content));
}

std::string codes_of(const std::vector<std::string>& pages, std::string* reason = nullptr) {
  EvidenceRun run;
  QPDF pdf;
  pdf.emptyPDF();
  for (const std::string& content : pages) add(pdf, content);
  save(pdf, run.at("2.1.1 a.pdf"));
  run.run();
  if (reason != nullptr) *reason = run.file("2.1.1 a.pdf").reason;
  std::string codes;
  for (const Finding& finding : run.findings) {
    if (finding.code != "evidence-pdf-fonts") codes += (codes.empty() ? "" : " ") + finding.code;
  }
  return codes;
}

const std::string kInk = "0 g 10 10 5 5 re f";

}  // namespace

TEST_CASE("pages without ink are named", "[evidence][ink]") {
  std::string reason;
  CHECK(codes_of({kInk, "", kInk, "q Q"}, &reason) == "evidence-pdf-blank");
  CHECK(reason.find("第2、4页是空白页") != std::string::npos);
  CHECK(codes_of({"", ""}, &reason) == "evidence-pdf-blank");
  CHECK(reason.find("全部是空白页") != std::string::npos);
}

TEST_CASE("white colours, blanks and unseen letters are no ink", "[evidence][ink]") {
  for (const char* content :
       {"1 g 0 0 100 100 re f", "1 1 1 rg 0 0 100 100 re f", "0 0 0 0 k 0 0 100 100 re f", "q 1 1 1 scn 0 0 9 9 re f* Q", "0 0 100 100 re W n",
        "BT /F 12 Tf ( ) Tj ET", "BT /W 12 Tf <00030003> Tj ET", "BT /F 12 Tf 3 Tr (hidden) Tj ET", "BT /F 12 Tf [( ) 20 ()] TJ ET", "1 G 0 0 m 9 9 l S"}) {
    INFO(content);
    CHECK(codes_of({content}) == "evidence-pdf-blank");
  }
  for (const char* content :
       {"0 0 9 9 re f", "0 0 m 9 9 l S", "q 1 g Q 0 0 9 9 re f", "BT /F 12 Tf (a) Tj ET", "BT /W 12 Tf <0004> Tj ET", "BT /W 12 Tf <0009> Tj ET",
        "BT /F 12 Tf <01> Tj ET", "BT /D 12 Tf ( ) Tj ET", "1 g 0 0 9 9 re B", "1 sc 0 0 9 9 re f", "1 g BT /F 12 Tf 1 Tr (a) Tj ET"}) {
    INFO(content);
    CHECK(codes_of({content}).empty());
  }
}

TEST_CASE("a scan is what a picture covers", "[evidence][ink]") {
  CHECK(codes_of({"100 0 0 100 0 0 cm /I Do"}) == "evidence-pdf-scan");
  CHECK(codes_of({"q 100 0 0 30 0 70 cm /I Do Q q 100 0 0 30 0 40 cm /I Do Q"}) == "evidence-pdf-scan");
  CHECK(codes_of({kInk + " 10 0 0 10 0 0 cm /I Do"}).empty());
  CHECK(codes_of({kInk}).empty());
  CHECK(codes_of({"q 100 0 0 100 0 0 cm /I Do Q BT /F 12 Tf 3 Tr (read) Tj ET"}).empty());
}

TEST_CASE("a page that only says that its content is elsewhere is refused", "[evidence][ink]") {
  CHECK(codes_of({"BT /F 12 Tf [(Please w) 9 (ait... )] TJ (You need Adobe Reader 8 or higher) Tj ET"}) == "evidence-pdf-xfa");
  CHECK(codes_of({"BT /F 12 Tf (Open this PDF portfolio in Acrobat X or later.) Tj ET"}) == "evidence-pdf-portfolio");
  CHECK(codes_of({"BT /F 12 Tf (Please wait... Adobe Reader) Tj ET", kInk}).empty());
}

TEST_CASE("a cover over attachments is refused, attachments behind a document are not", "[evidence][ink]") {
  for (const bool shown : {true, false}) {
    EvidenceRun run;
    QPDF pdf;
    pdf.emptyPDF();
    add(pdf, "BT /F 12 Tf (a) Tj ET");
    pdf.getRoot().replaceKey("/Names", parsed("<< /EmbeddedFiles << /Names [] >> >>"));
    pdf.getRoot().replaceKey("/Collection", parsed(shown ? "<< /View /D >>" : "<< /View /H >>"));
    save(pdf, run.at("2.1.1 a.pdf"));
    run.run();
    CHECK((run.file("2.1.1 a.pdf").state == EvidenceState::rejected) == shown);
    CHECK(run.count(shown ? "evidence-pdf-portfolio" : "evidence-pdf-attachments") == 1);
  }
}

TEST_CASE("a form of Adobe's whose fields stand on no page is refused", "[evidence][ink]") {
  for (const bool has_fields : {true, false}) {
    EvidenceRun run;
    QPDF pdf;
    pdf.emptyPDF();
    add(pdf, "BT /F 12 Tf (a) Tj ET");
    QPDFObjectHandle form = parsed("<< /Fields [] >>");
    form.replaceKey("/XFA",
                    QPDFObjectHandle::newArray({QPDFObjectHandle::newString("template"),
                                                pdf.newStream(has_fields ? "<template><field name='a'/></template>" : "<template><draw/></template>")}));
    pdf.getRoot().replaceKey("/AcroForm", form);
    save(pdf, run.at("2.1.1 a.pdf"));
    run.run();
    CHECK((run.file("2.1.1 a.pdf").state == EvidenceState::rejected) == has_fields);
  }
}

TEST_CASE("only a font in which something is written counts as not embedded", "[evidence][ink]") {
  const auto fonts_told = [](const std::string& content) {
    EvidenceRun run;
    QPDF pdf;
    pdf.emptyPDF();
    add(pdf, content);
    save(pdf, run.at("2.1.1 a.pdf"));
    run.run();
    return run.count("evidence-pdf-fonts");
  };
  CHECK(fonts_told("90 0 0 90 0 0 cm /I Do") == 0);                 // listed
  CHECK(fonts_told("BT /F 12 Tf ET 90 0 0 90 0 0 cm /I Do") == 0);  // chosen
  CHECK(fonts_told("BT /F 12 Tf (seen) Tj ET") == 1);               // written in
  CHECK(fonts_told("BT /F 12 Tf [(seen)] TJ ET") == 1);
  CHECK(fonts_told("BT /F 12 Tf (seen) ' ET") == 1);
  CHECK(fonts_told("/F 12 Tf q /Unknown 12 Tf Q BT (seen) Tj ET") == 1);  // back to what was chosen before
  CHECK(fonts_told("q /F 12 Tf Q BT (seen) Tj ET") == 0);                 // no font at all any more
}

}  // namespace lvce
