// What stands on a page beside its content: seals, ticks, comments. Nothing of it is lost in silence.
#include <catch2/catch.hpp>

#include "evidence/evidence_run.h"
#include "evidence/evidence_samples.h"
#include "support/files.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using namespace testing;

/// One page with one annotation; its appearance, if any, is a red square.
void put_annotated(const fs::path& file, const std::string& annotation, const std::string& appearance = "") {
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle page = add_page(pdf, "", true);
  QPDFObjectHandle made = pdf.makeIndirectObject(parsed("<< /Type /Annot /Rect [100 100 150 150] " + annotation + " >>"));
  if (appearance == "stream") made.replaceKey("/AP", QPDFObjectHandle::newDictionary({{"/N", red_square(pdf)}}));
  if (appearance == "states") {
    QPDFObjectHandle states = QPDFObjectHandle::newDictionary({{"/Yes", red_square(pdf)}});
    made.replaceKey("/AP", QPDFObjectHandle::newDictionary({{"/N", states}}));
  }
  page.replaceKey("/Annots", QPDFObjectHandle::newArray({made}));
  if (made.getKey("/Subtype").isNameAndEquals("/Widget")) {
    pdf.getRoot().replaceKey("/AcroForm", QPDFObjectHandle::newDictionary({{"/Fields", QPDFObjectHandle::newArray({made})}}));
  }
  save(pdf, file);
}

/// Whether the bound page draws a form, which here is the red square.
bool draws(const EvidenceFile& file) {
  if (file.prepared.empty()) return false;
  QPDF pdf;
  pdf.processFile(file.prepared.c_str());
  std::string content;
  QPDFObjectHandle page = pdf.getAllPages().at(0);
  for (QPDFObjectHandle& stream : page.getPageContents()) {
    const auto data = stream.getStreamData();
    content.append(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  }
  return content.find(" Do") != std::string::npos;
}

struct Case {
  const char* what;
  const char* annotation;
  const char* appearance;
  bool drawn;
  const char* code;  ///< besides fonts that are not embedded, which all have
};

const Case kCases[] = {
    {"a stamp that does not print is wanted all the same", "/Subtype /Stamp", "stream", true, "evidence-pdf-signature"},
    {"a signature", "/Subtype /Widget /FT /Sig /T (s) /F 132 /V << /Type /Sig >>", "stream", true, "evidence-pdf-signature"},
    {"a signature with a state beside its picture", "/Subtype /Widget /FT /Sig /T (s) /F 148 /AS /N /V << /Type /Sig >>", "stream", true,
     "evidence-pdf-signature"},
    {"a signature out of sight", "/Subtype /Widget /FT /Sig /T (s) /F 132 /V << /Type /Sig >>", "", false, "evidence-pdf-signature"},
    {"a place to sign", "/Subtype /Widget /FT /Sig /T (s) /F 4", "", false, ""},
    {"a ticked box", "/Subtype /Widget /FT /Btn /T (b) /F 4 /AS /Yes /V /Yes", "states", true, ""},
    {"a ticked box without a state", "/Subtype /Widget /FT /Btn /T (b) /F 4 /V /Yes", "states", true, ""},
    {"a box left open", "/Subtype /Widget /FT /Btn /T (b) /F 4 /AS /Off /V /Off", "states", false, ""},
    {"a ticked box without a picture", "/Subtype /Widget /FT /Btn /T (b) /F 4 /V /Yes", "", true, ""},
    {"a box left open, with a frame and no picture", "/Subtype /Widget /FT /Btn /T (b) /F 4 /MK << /BC [0] >>", "", true, ""},
    {"a box left open, without a picture", "/Subtype /Widget /FT /Btn /T (b) /F 4", "", false, ""},
    {"another button of the field is chosen", "/Subtype /Widget /FT /Btn /T (b) /F 4 /V /Yes /AS /Off", "", false, ""},
    {"a printed line", "/Subtype /Line /F 4", "stream", true, ""},
    {"a line on the screen only", "/Subtype /Line /F 0", "stream", false, "evidence-pdf-comments"},
    {"a line that does not say whether it prints", "/Subtype /Line", "stream", true, ""},
    {"a button that does not say whether it prints", "/Subtype /Widget /FT /Btn /Ff 65536 /T (b)", "stream", false, "evidence-pdf-comments"},
    {"a printed line without a picture", "/Subtype /Line /F 4 /L [100 100 150 150]", "", true, ""},
    {"a line without a picture, on the screen only", "/Subtype /Line /F 0 /L [100 100 150 150]", "", false, "evidence-pdf-comments"},
    {"a line from nowhere", "/Subtype /Line /F 4", "", false, "evidence-pdf-undrawn"},
    {"a line with words on it", "/Subtype /Line /F 4 /L [0 0 9 9] /Cap true", "", false, "evidence-pdf-undrawn"},
    {"free text without a picture", "/Subtype /FreeText /F 4 /Contents (a) /DA (/Helv 9 Tf)", "", true, "evidence-pdf-typed"},
    {"free text without a picture, on the screen only", "/Subtype /FreeText /F 0 /Contents (a)", "", false, "evidence-pdf-comments"},
    {"free text without words", "/Subtype /FreeText /F 4 /Contents ( )", "", false, "evidence-pdf-undrawn"},
    {"a field without a picture", "/Subtype /Widget /FT /Tx /T (t) /F 4 /V (a)", "", true, "evidence-pdf-typed"},
    {"a field left blank, with a frame", "/Subtype /Widget /FT /Tx /T (t) /F 4 /MK << /BC [0 0 1] >>", "", true, ""},
    {"a field left blank", "/Subtype /Widget /FT /Tx /T (t) /F 4 /V ()", "", false, ""},
    {"a field whose value is no text", "/Subtype /Widget /FT /Tx /T (t) /F 4 /V << >>", "", false, "evidence-pdf-undrawn"},
    {"a hidden field", "/Subtype /Widget /FT /Tx /T (t) /F 6 /V (a)", "", false, ""},
    {"marked text, nowhere", "/Subtype /Highlight /F 4 /C [1 1 0]", "", false, "evidence-pdf-undrawn"},
    {"marked text without a colour", "/Subtype /Highlight /F 4 /QuadPoints [0 9 9 9 0 0 9 0]", "", false, "evidence-pdf-undrawn"},
    {"a note", "/Subtype /Text /F 4", "stream", false, "evidence-pdf-comments"},
    {"a hidden line", "/Subtype /Line /F 6", "stream", false, ""},
    {"a link", "/Subtype /Link /F 4 /Border [0 0 1]", "", false, ""},
    {"a link that starts a program", "/Subtype /Link /A << /S /Launch /F (a.exe) >>", "", false, "evidence-pdf-active"},
    {"a file pinned to the page", "/Subtype /FileAttachment", "", false, "evidence-pdf-attachments"},
};

}  // namespace

TEST_CASE("annotations are drawn, or what is lost is said", "[evidence][annotation]") {
  EvidenceRun run;
  for (std::size_t i = 0; i < std::size(kCases); ++i)
    put_annotated(run.at("2.1.1-" + std::to_string(i) + " a.pdf"), kCases[i].annotation, kCases[i].appearance);
  run.run();
  for (std::size_t i = 0; i < std::size(kCases); ++i) {
    INFO(kCases[i].what);
    const EvidenceFile& file = run.file("2.1.1-" + std::to_string(i) + " a.pdf");
    CHECK(run.codes(file.path) == kCases[i].code);
    CHECK(draws(file) == kCases[i].drawn);
    CHECK(file.state == EvidenceState::bound_with_warning);
  }
}

TEST_CASE("an annotation stays in its layer", "[evidence][annotation]") {
  EvidenceRun run;
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle page = add_page(pdf), layer = pdf.makeIndirectObject(parsed("<< /Type /OCG /Name (a) >>"));
  QPDFObjectHandle stamp = pdf.makeIndirectObject(parsed("<< /Type /Annot /Subtype /Stamp /F 4 /Rect [0 0 50 50] >>"));
  stamp.replaceKey("/OC", layer);
  stamp.replaceKey("/AP", QPDFObjectHandle::newDictionary({{"/N", red_square(pdf)}}));
  page.replaceKey("/Annots", QPDFObjectHandle::newArray({stamp}));
  QPDFObjectHandle layers = parsed("<< /D << >> >>"), off = QPDFObjectHandle::newArray({layer});
  layers.replaceKey("/OCGs", off);
  layers.getKey("/D").replaceKey("/OFF", off);
  pdf.getRoot().replaceKey("/OCProperties", layers);
  save(pdf, run.at("2.1.1 a.pdf"));
  run.run();
  QPDF copy;
  copy.processFile(run.file("2.1.1 a.pdf").prepared.c_str());
  QPDFObjectHandle bare = copy.getAllPages().at(0), forms = bare.getKey("/Resources").getKey("/XObject");
  REQUIRE(forms.getKeys().size() == 1);
  CHECK(forms.getKey(*forms.getKeys().begin()).getDict().getKey("/OC").getKey("/Name").getUTF8Value() == "a");
  CHECK(run.count("evidence-pdf-layers") == 1);
}

TEST_CASE("a button that holds a picture is bound like one", "[evidence][annotation]") {
  EvidenceRun run;
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle page = add_page(pdf), seal = red_square(pdf);
  QPDFObjectHandle button = pdf.makeIndirectObject(parsed("<< /Type /Annot /Subtype /Widget /FT /Btn /Ff 65536 /T (b) /Rect [0 0 50 50] >>"));
  button.replaceKey("/MK", QPDFObjectHandle::newDictionary({{"/I", seal}}));
  button.replaceKey("/AP", QPDFObjectHandle::newDictionary({{"/N", seal}}));
  page.replaceKey("/Annots", QPDFObjectHandle::newArray({button}));
  pdf.getRoot().replaceKey("/AcroForm", QPDFObjectHandle::newDictionary({{"/Fields", QPDFObjectHandle::newArray({button})}}));
  save(pdf, run.at("2.1.1 a.pdf"));
  run.run();
  CHECK(draws(run.file("2.1.1 a.pdf")));
  CHECK(run.count("evidence-pdf-comments") == 0);
}

TEST_CASE("a form that only Adobe's program can draw is refused, one that has pages of its own too is not", "[evidence][annotation]") {
  EvidenceRun run;
  for (const bool dynamic : {true, false}) {
    QPDF pdf;
    pdf.emptyPDF();
    add_page(pdf, "", true);
    pdf.getRoot().replaceKey("/AcroForm", parsed("<< /Fields [] /XFA [] >>"));
    pdf.getRoot().replaceKey("/NeedsRendering", QPDFObjectHandle::newBool(dynamic));
    save(pdf, run.at(dynamic ? "2.1.1 动.pdf" : "2.1.1 静.pdf"));
  }
  run.run();
  CHECK(run.codes("2.1.1 动.pdf") == "evidence-pdf-xfa");
  CHECK(run.codes("2.1.1 静.pdf") == "evidence-pdf-active evidence-pdf-fonts");
}

TEST_CASE("too many pages are refused", "[evidence][annotation]") {
  EvidenceRun run;
  for (const int pages : {5000, 5001}) {
    QPDF pdf;
    pdf.emptyPDF();
    QPDFObjectHandle kids = QPDFObjectHandle::newArray();
    QPDFObjectHandle tree = pdf.getRoot().getKey("/Pages");
    for (int i = 0; i < pages; ++i) {
      QPDFObjectHandle page = pdf.makeIndirectObject(parsed("<< /Type /Page /MediaBox [0 0 595 842] /Resources << >> >>"));
      page.replaceKey("/Parent", tree);
      kids.appendItem(page);
    }
    tree.replaceKey("/Kids", kids);
    tree.replaceKey("/Count", QPDFObjectHandle::newInteger(pages));
    save(pdf, run.at("2.1.1 " + std::to_string(pages) + "页.pdf"));
  }
  run.run(false);
  CHECK(run.codes("2.1.1 5001页.pdf") == "evidence-pdf-too-many-pages");
  CHECK(run.file("2.1.1 5000页.pdf").pages.size() == 5000);
}

TEST_CASE("an encryption that nobody knows is refused", "[evidence][annotation]") {
  EvidenceRun run;
  QPDF pdf;
  pdf.emptyPDF();
  add_page(pdf, "", true);
  save(pdf, run.at("2.1.1 密.pdf"), [](QPDFWriter& writer) {
    writer.setR3EncryptionParametersInsecure("", "own", true, true, true, true, true, true, qpdf_r3p_full);
    writer.setObjectStreamMode(qpdf_o_disable);
  });
  std::string bytes = *read_file(run.at("2.1.1 密.pdf"), 1 << 20);
  const std::size_t version = bytes.find("/V 2");
  REQUIRE(version != std::string::npos);
  bytes[version + 3] = '9';
  run.evidence.put("2.1.1 密.pdf", bytes);
  run.run();
  CHECK(run.codes("2.1.1 密.pdf") == "evidence-pdf-unsupported");
}

TEST_CASE("a page of more annotations than the library can draw in time is refused by its number", "[evidence][pdf]") {
  const auto put = [](const fs::path& file, int count) {
    QPDF pdf;
    pdf.emptyPDF();
    add_page(pdf, "", true);
    QPDFObjectHandle page = add_page(pdf, "", true), square = red_square(pdf), all = QPDFObjectHandle::newArray();
    for (int i = 0; i < count; ++i) {
      QPDFObjectHandle made = parsed("<< /Type /Annot /Subtype /Stamp /F 4 /Rect [100 100 150 150] >>");
      made.replaceKey("/AP", QPDFObjectHandle::newDictionary({{"/N", square}}));
      all.appendItem(pdf.makeIndirectObject(made));
    }
    page.replaceKey("/Annots", all);
    save(pdf, file);
  };
  EvidenceRun run;
  put(run.at("2.1.1 a.pdf"), 5001);
  put(run.at("2.1.2 b.pdf"), 300);
  run.run();
  CHECK(run.codes("2.1.1 a.pdf") == "evidence-too-large");
  CHECK(run.file("2.1.1 a.pdf").reason.find("第2页") != std::string::npos);
  CHECK(run.file("2.1.2 b.pdf").state == EvidenceState::bound_with_warning);
}

}  // namespace lvce
