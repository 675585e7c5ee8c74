// Seals and ticks stand where they were put, whatever the file around them lacks or leaves open.
#include <catch2/catch.hpp>

#include "evidence/evidence_run.h"
#include "evidence/evidence_samples.h"
#include "evidence/pdf/shown.h"

namespace lvce {
namespace {

using namespace testing;

/// One page of 200 × 200 pt with these contents and an annotation in 150 … 190; `change` has the last word.
struct Annotated {
  EvidenceRun run;
  QPDF pdf;
  QPDFObjectHandle page, annotation;

  Annotated(const std::vector<std::string>& contents, const std::string& keys) {
    pdf.emptyPDF();
    page = add_page(pdf, "", false, "[0 0 200 200]");
    QPDFObjectHandle streams = QPDFObjectHandle::newArray();
    for (const std::string& content : contents) streams.appendItem(pdf.newStream(content));
    page.replaceKey("/Contents", streams);
    annotation = pdf.makeIndirectObject(parsed("<< /Type /Annot /F 4 /Rect [150 150 190 190] " + keys + " >>"));
    page.replaceKey("/Annots", QPDFObjectHandle::newArray({annotation}));
  }

  void give_look(const std::string& content, const char* state = nullptr) {
    QPDFObjectHandle look = pdf.newStream(content);
    look.replaceDict(parsed("<< /Type /XObject /Subtype /Form /BBox [0 0 40 40] /Resources << >> >>"));
    if (state == nullptr) annotation.replaceKey("/AP", QPDFObjectHandle::newDictionary({{"/N", look}}));
    else {
      if (!annotation.hasKey("/AP")) annotation.replaceKey("/AP", parsed("<< /N << >> >>"));
      annotation.getKey("/AP").getKey("/N").replaceKey(state, look);
    }
  }

  void put_into_form(const std::string& keys = "") {
    QPDFObjectHandle form = parsed("<< " + keys + " >>");
    form.replaceKey("/Fields", QPDFObjectHandle::newArray({annotation}));
    pdf.getRoot().replaceKey("/AcroForm", form);
  }

  Shown bound() {
    save(pdf, run.at("2.1.1 a.pdf"));
    run.run();
    REQUIRE_FALSE(run.file("2.1.1 a.pdf").prepared.empty());
    return show(run.file("2.1.1 a.pdf").prepared);
  }
};

const std::string kRedSquare = "1 0 0 rg 0 0 40 40 re f";
const std::string kTicked = "/Subtype /Widget /FT /Btn /T (b) /V /Yes /AS /Yes";

/// Of the annotation's box: the foot of our tick.
bool has_tick(const Shown& shown) { return shown.at(167, 160) == kBlack; }

}  // namespace

TEST_CASE("a seal stands in its place whatever the content behind it leaves open", "[evidence][seal]") {
  const std::vector<std::vector<std::string>> kContents = {
      {"0.5 0 0 0.5 0 0 cm q"},
      {"0.5 0 0 0.5 0 0 cm q q"},
      {"Q 0.5 0 0 0.5 0 0 cm"},
      {"q Q Q 1 0 0 -1 0 50 cm"},
      {"q 0.5 0 0", "0.5 0 0 cm", "q"},
      {"q 0 0 10 10 re W n"},
      {"0.5 0 0 0.5 0 0 cm BT"},
      {"q 0.5 0 0 0.5 0 0 cm BT ET ET"},
      {"/Span BMC /Span <</A 1>> BDC 0.5 0 0 0.5 0 0 cm q EMC"},
      {"0 0 m 9 9 l 0.5 0 0 0.5 0 0 cm"},
      {"q 0.5 0 0 0.5 0 0 cm [ (a)"},
      {"q 0.5 0 0 0.5 0 0 cm (never closed"},
      {"q 0.5 0 0 0.5 0 0 cm /A << /B 1"},
      {"q 0.5 0 0 0.5 0 0 cm <41"},
  };
  for (const auto& contents : kContents) {
    INFO(contents.front());
    Annotated file(contents, "/Subtype /Stamp");
    file.give_look(kRedSquare);
    const Shown shown = file.bound();
    CHECK(shown.at(152, 152) == kRed);
    CHECK(shown.at(188, 188) == kRed);
    CHECK(shown.at(85, 85) == kWhite);
  }
}

TEST_CASE("a seal that a hidden layer was left open before is seen", "[evidence][seal]") {
  Annotated file({"/OC /L BDC 0 0 9 9 re f"}, "/Subtype /Stamp");
  file.give_look(kRedSquare);
  QPDFObjectHandle layer = file.pdf.makeIndirectObject(parsed("<< /Type /OCG /Name (l) >>"));
  file.page.replaceKey("/Resources", QPDFObjectHandle::newDictionary({{"/Properties", QPDFObjectHandle::newDictionary({{"/L", layer}})}}));
  QPDFObjectHandle layers = parsed("<< /D << >> >>");
  layers.replaceKey("/OCGs", QPDFObjectHandle::newArray({layer}));
  layers.getKey("/D").replaceKey("/OFF", QPDFObjectHandle::newArray({layer}));
  file.pdf.getRoot().replaceKey("/OCProperties", layers);
  const Shown shown = file.bound();
  CHECK(shown.at(170, 170) == kRed);
  CHECK(shown.at(5, 5) == kWhite);
}

TEST_CASE("streams among a form's resources are no damage", "[evidence][seal]") {
  Annotated file({"0 g"}, "/Subtype /Widget /FT /Sig /T (s) /V << /Type /Sig >>");
  file.give_look(kRedSquare);
  file.put_into_form();
  file.pdf.getRoot().getKey("/AcroForm").replaceKey("/DR", QPDFObjectHandle::newDictionary({{"/DSz", file.pdf.newStream("% DSBlank")}}));
  CHECK(file.bound().at(170, 170) == kRed);
  CHECK(file.run.count("evidence-pdf-damaged") == 0);
}

TEST_CASE("the flag Invisible is for kinds that nobody knows", "[evidence][seal]") {
  for (const char* kind : {"/Stamp", "/Ink", "/Widget"}) {
    Annotated file({"0 0 9 9 re f"}, std::string("/FT /Sig /Subtype ") + kind);
    file.annotation.replaceKey("/F", QPDFObjectHandle::newInteger(5));
    file.give_look(kRedSquare);
    CHECK(file.bound().at(170, 170) == kRed);
  }
  Annotated unknown({"0 0 9 9 re f"}, "/Subtype /Mine");
  unknown.annotation.replaceKey("/F", QPDFObjectHandle::newInteger(5));
  unknown.give_look(kRedSquare);
  save(unknown.pdf, unknown.run.at("2.1.1 a.pdf"));
  unknown.run.run();
  CHECK(is_copy(unknown.run.file("2.1.1 a.pdf")));
}

TEST_CASE("a tick whose look shows nothing is drawn", "[evidence][seal]") {
  SECTION("an empty look") {
    Annotated file({"0 g"}, kTicked);
    file.give_look("", "/Yes");
    file.put_into_form();
    CHECK(has_tick(file.bound()));
  }
  SECTION("an empty look in a form that wants to be drawn anew") {
    Annotated file({"0 g"}, kTicked);
    file.give_look("q Q", "/Yes");
    file.put_into_form("/NeedAppearances true");
    CHECK(has_tick(file.bound()));
  }
  SECTION("only the look of the open box") {
    Annotated file({"0 g"}, kTicked);
    file.give_look("", "/Off");
    file.put_into_form();
    CHECK(has_tick(file.bound()));
  }
  SECTION("only the look of the open box, to be drawn anew") {
    Annotated file({"0 g"}, kTicked);
    file.give_look("0 0 1 RG 1 1 38 38 re S", "/Off");
    file.put_into_form("/NeedAppearances true");
    CHECK(has_tick(file.bound()));
  }
  SECTION("the same look for both states") {
    Annotated file({"0 g"}, kTicked);
    for (const char* state : {"/Yes", "/Off"}) file.give_look("0 0 1 RG 1 1 38 38 re S", state);
    file.put_into_form();
    CHECK(has_tick(file.bound()));
  }
  SECTION("a letter of a font that is nowhere") {
    Annotated file({"0 g"}, kTicked);
    file.give_look("BT /ZaDb 30 Tf 5 5 Td (4) Tj ET", "/Yes");
    file.put_into_form("/NeedAppearances true");
    CHECK(has_tick(file.bound()));
  }
  SECTION("a radio button's dot") {
    Annotated file({"0 g"}, kTicked + " /Ff 32768");
    file.give_look("", "/Yes");
    file.put_into_form();
    CHECK(file.bound().at(170, 170) == kBlack);
  }
}

TEST_CASE("what is not ticked, or shows it by itself, is left as it is", "[evidence][seal]") {
  Annotated own({"0 g"}, kTicked);
  own.give_look(kRedSquare, "/Yes");
  own.give_look("", "/Off");
  own.put_into_form("/NeedAppearances true");
  CHECK(own.bound().at(167, 160) == kRed);
  Annotated open({"0 g"}, "/Subtype /Widget /FT /Btn /T (b) /V /Off /AS /Off");
  open.give_look("", "/Yes");
  open.give_look(kRedSquare, "/Off");
  open.put_into_form();
  CHECK(open.bound().at(167, 160) == kRed);
}

}  // namespace lvce
