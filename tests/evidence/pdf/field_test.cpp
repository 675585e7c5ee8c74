// Words without a look of their own: each is on the bound page, to be seen and to be searched for.
#include <catch2/catch.hpp>

#include <cstdio>

#include "evidence/evidence_run.h"
#include "evidence/evidence_samples.h"
#include "evidence/pdf/words.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using namespace testing;

/// What poppler reads, without white space.
std::string words_on(const fs::path& pdf) {
  std::string text;
  FILE* pipe = popen(("pdftotext '" + pdf.native() + "' - 2>/dev/null").c_str(), "r");
  REQUIRE(pipe != nullptr);
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
    if (c > ' ') text += static_cast<char>(c);
  }
  pclose(pipe);
  return text;
}

struct Field {
  std::string dictionary = "/FT /Tx /T (a) /DA (/Helv 12 Tf 1 0 0 rg)";
  std::string rectangle = "[100 100 300 120]";
  bool stale = false, in_form = true, old_look = false;
};

void put_field(const fs::path& file, const std::string& value, const Field& given) {
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle page = add_page(pdf);
  QPDFObjectHandle field = pdf.makeIndirectObject(parsed("<< /Type /Annot /Subtype /Widget /F 4 /Rect " + given.rectangle + " " + given.dictionary + " >>"));
  if (!value.empty()) field.replaceKey("/V", QPDFObjectHandle::newUnicodeString(value));
  if (given.old_look) field.replaceKey("/AP", QPDFObjectHandle::newDictionary({{"/N", red_square(pdf)}}));
  page.replaceKey("/Annots", QPDFObjectHandle::newArray({field}));
  if (given.in_form) {
    QPDFObjectHandle form = parsed("<< >>");
    form.replaceKey("/Fields", QPDFObjectHandle::newArray({field}));
    form.replaceKey("/NeedAppearances", QPDFObjectHandle::newBool(given.stale));
    pdf.getRoot().replaceKey("/AcroForm", form);
  }
  save(pdf, file);
}

std::string bound_words(const std::string& value, const Field& given, const std::string& codes = "evidence-pdf-typed") {
  EvidenceRun run;
  put_field(run.at("2.1.1 a.pdf"), value, given);
  run.run();
  std::string said = run.codes("2.1.1 a.pdf");
  for (const std::string& code : split(codes, ' ')) CHECK(said.find(code) != std::string::npos);
  REQUIRE_FALSE(run.file("2.1.1 a.pdf").prepared.empty());
  return words_on(run.file("2.1.1 a.pdf").prepared);
}

}  // namespace

TEST_CASE("values of form fields stand on the page, whatever the script", "[evidence][field]") {
  CHECK(bound_words("12345", {}) == "12345");
  CHECK(bound_words("某某局（㎡）", {}) == "某某局（㎡）");
  CHECK(bound_words("𠀀县", {}) == "𠀀县");
  Field stale;
  stale.stale = stale.old_look = true;
  CHECK(bound_words("某某局", stale) == "某某局");
  Field orphan;
  orphan.in_form = false;
  CHECK(bound_words("某某局", orphan) == "某某局");
}

TEST_CASE("values that are longer than their field lose nothing", "[evidence][field]") {
  const std::string sentence = "本单位全年用电十二万千瓦时，比上年下降百分之三。Electricity use fell.";
  std::string bare = sentence;
  bare.erase(std::remove(bare.begin(), bare.end(), ' '), bare.end());
  CHECK(bound_words(sentence, {}) == bare);
  Field lines;
  lines.dictionary += " /Ff 4096";
  lines.rectangle = "[100 100 200 140]";
  CHECK(bound_words(sentence + "\r\n" + sentence, lines) == bare + bare);
  Field cells;
  cells.dictionary += " /Ff 16777216 /MaxLen 8";
  CHECK(bound_words("12ab某某", cells) == "12ab某某");
}

TEST_CASE("a choice shows its name, a password does not show", "[evidence][field]") {
  Field choice;
  choice.dictionary = "/FT /Ch /Ff 131072 /T (a) /Opt [[(1) (Yes)] [(2) (No)]] /DA (/Helv 0 Tf)";
  CHECK(bound_words("2", choice) == "No");
  Field choices;
  choices.dictionary = "/FT /Ch /T (a) /Opt [(x) (y) (z)] /V [(x) (z)] /DA (/Helv 9 Tf)";
  choices.rectangle = "[100 100 200 200]";
  CHECK(bound_words("", choices) == "xz");
  Field marked;
  marked.dictionary = "/FT /Ch /T (a) /Opt [(x) [(1) (y)] (z)] /I [1 7] /DA (/Helv 9 Tf)";
  CHECK(bound_words("", marked) == "y");
  Field password;
  password.dictionary += " /Ff 8192";
  CHECK(bound_words("某某", password) == "**");
}

TEST_CASE("a character that no face has is named", "[evidence][field]") { CHECK(bound_words("好😀", {}, "evidence-pdf-typed evidence-pdf-letters") == "好〓"); }

TEST_CASE("an old look is kept where our faces would lose a character", "[evidence][field]") {
  Field stale;
  stale.stale = stale.old_look = true;
  CHECK(bound_words("好😀", stale, "").empty());
}

TEST_CASE("a default appearance gives size and colour, and nothing else", "[evidence][field]") {
  const auto read = [](const char* appearance) {
    WordsBox box;
    read_default_appearance(appearance, box);
    return std::to_string(static_cast<int>(box.size)) + " " + box.colour;
  };
  CHECK(read("/Helv 9 Tf 1 0 0 rg") == "9 1 0 0 rg\n");
  CHECK(read("0.5 g\n/F1 12 Tf") == "12 0.5 g\n");
  CHECK(read("0 0 0 1 k /F1 0 Tf (a) Tj") == "0 0 0 0 1 k\n");
  CHECK(read("rg Tf /F1 x Tf") == "0 ");
}

TEST_CASE("lines break at spaces and between characters of the East", "[evidence][field]") {
  QPDF pdf;
  pdf.emptyPDF();
  PdfType type(pdf);
  using Lines = std::vector<std::u32string>;
  CHECK(broken_into_lines(type, U"一二三四五", 2) == Lines{U"一二", U"三四", U"五"});
  CHECK(broken_into_lines(type, U"一二，三", 2) == Lines{U"一", U"二，", U"三"});
  CHECK(broken_into_lines(type, U"一（二", 2) == Lines{U"一", U"（二"});
  CHECK(broken_into_lines(type, U"aa 一二", 2) == Lines{U"aa", U"一二"});
  CHECK(broken_into_lines(type, U"aaaaaa", 1).size() == 3);  // half an em each
  CHECK(broken_into_lines(type, U"一", 0.1) == Lines{U"一"});
  CHECK(broken_into_lines(type, U"", 5) == Lines{U""});
}

}  // namespace lvce
