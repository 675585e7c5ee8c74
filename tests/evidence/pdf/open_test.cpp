// PDFs that the library alone gives up, and what is said of those that nobody can read.
#include <catch2/catch.hpp>

#include "evidence/evidence_run.h"
#include "evidence/evidence_samples.h"
#include "evidence/job/content.h"
#include "evidence/pdf/shape.h"
#include "support/files.h"

namespace lvce {
namespace {

using namespace testing;

/// A plain PDF of three pages, each object and the trailer readable in its bytes.
std::string three_pages(const std::filesystem::path& scratch) {
  QPDF pdf;
  pdf.emptyPDF();
  for (int i = 0; i < 3; ++i) add_page(pdf, "", true);
  save(pdf, scratch, [](QPDFWriter& writer) { writer.setObjectStreamMode(qpdf_o_disable); });
  return *read_file(scratch, 1 << 20);
}

void replace(std::string& bytes, const std::string& from, const std::string& to) {
  const std::size_t at = bytes.rfind(from);
  REQUIRE(at != std::string::npos);
  bytes.replace(at, from.size(), to);
}

struct Damaged {
  EvidenceRun run;
  std::string bytes;
  Damaged() : bytes(three_pages(run.work.path() / "a.pdf")) {}
  const EvidenceFile& probe() {
    run.evidence.put("2.1.1 a.pdf", bytes);
    run.run();
    return run.file("2.1.1 a.pdf");
  }
  const Finding& finding(const char* code) {
    const Finding* found = find_code(run.findings, code);
    REQUIRE(found != nullptr);
    return *found;
  }
};

}  // namespace

TEST_CASE("a file that has lost its trailer is read from its catalog", "[evidence][open]") {
  Damaged damaged;
  damaged.bytes.erase(damaged.bytes.rfind("trailer"));
  CHECK(damaged.probe().pages.size() == 3);
  CHECK(damaged.run.count("evidence-pdf-repaired") == 1);
  CHECK_FALSE(damaged.run.file("2.1.1 a.pdf").prepared.empty());  // what is bound must not need the repair again
}

TEST_CASE("objects all in one line are found", "[evidence][open]") {
  Damaged damaged;
  damaged.bytes =
      "%PDF-1.0\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
      "3 0 obj<</Type/Page/MediaBox[0 0 30 40]>>endobj trailer<</Size 4/Root 1 0 R>>";
  const EvidenceFile& file = damaged.probe();
  REQUIRE(file.pages.size() == 1);
  CHECK(file.pages[0].height_pt == 40);
}

TEST_CASE("objects packed in streams are found in a damaged file too", "[evidence][open]") {
  EvidenceRun run;
  QPDF pdf;
  pdf.emptyPDF();
  for (int i = 0; i < 3; ++i) add_page(pdf, "", true);
  save(pdf, run.work.path() / "packed.pdf", [](QPDFWriter& writer) { writer.setObjectStreamMode(qpdf_o_generate); });
  std::string bytes = *read_file(run.work.path() / "packed.pdf", 1 << 20);
  REQUIRE(bytes.find("/Catalog") == std::string::npos);
  run.evidence.put("2.1.1 a.pdf", bytes.substr(0, bytes.rfind("startxref")));
  run.run();
  CHECK(run.file("2.1.1 a.pdf").pages.size() == 3);
  CHECK(run.count("evidence-pdf-repaired") == 1);
  CHECK(run.count("evidence-pdf-page-broken") == 0);
}

TEST_CASE("a PDF without its first line is one all the same", "[evidence][open]") {
  Damaged damaged;
  damaged.bytes.replace(0, 8, "%bad\n   ");
  CHECK(damaged.probe().pages.size() == 3);
  CHECK(damaged.run.file("2.1.1 a.pdf").format == EvidenceFormat::pdf);
  CHECK(damaged.run.count("evidence-pdf-repaired") == 1);
}

TEST_CASE("a trailer that leads nowhere is replaced", "[evidence][open]") {
  Damaged damaged;
  replace(damaged.bytes, "/Root 1 0 R", "/Root 9 0 R");
  CHECK(damaged.probe().pages.size() == 3);
  CHECK(damaged.run.count("evidence-pdf-repaired") == 1);
}

TEST_CASE("what was encrypted is not read without its trailer", "[evidence][open]") {
  Damaged damaged;
  damaged.bytes.erase(damaged.bytes.rfind("trailer"));
  damaged.bytes += "9 0 obj << /Filter /Standard /V 1 >> endobj\n";
  CHECK(damaged.probe().state == EvidenceState::rejected);
  CHECK(damaged.finding("evidence-pdf-damaged").message.find("加密信息") != std::string::npos);
}

TEST_CASE("an encryption that is none is no reason to refuse", "[evidence][open]") {
  Damaged damaged;
  replace(damaged.bytes, "/Root 1 0 R", "/Root 1 0 R /Encrypt (lost)");
  CHECK(damaged.probe().pages.size() == 3);
  CHECK(damaged.run.count("evidence-pdf-repaired") == 1);
}

TEST_CASE("a catalog that is lost is replaced; the page tree is the file's own", "[evidence][open]") {
  Damaged damaged;
  replace(damaged.bytes, "/Type /Catalog", "/Tpye /Cataloo");
  replace(damaged.bytes, "/Pages", "/Pagse");
  CHECK(damaged.probe().pages.size() == 3);
  CHECK(damaged.finding("evidence-pdf-repaired").message.find("只找回") == std::string::npos);
}

TEST_CASE("pages without a tree are gathered and counted, with what they inherited", "[evidence][open]") {
  Damaged damaged;
  replace(damaged.bytes, "/Kids [", "/Kids  ");
  replace(damaged.bytes, "/Count 3", "/MediaBox [0 0 300 200] /Count 3");
  replace(damaged.bytes, "/MediaBox [ 0 0 595 842 ]", "");  // of the last page: its own trailer is wrong from here on
  const EvidenceFile& file = damaged.probe();
  REQUIRE(file.pages.size() == 3);
  CHECK(file.pages[1].width_pt == 595);
  CHECK(file.pages[2].width_pt == 300);
  CHECK(damaged.finding("evidence-pdf-repaired").message.find("只找回3页") != std::string::npos);
}

TEST_CASE("a page or contents that the file names but does not hold are named", "[evidence][open]") {
  Damaged page;
  replace(page.bytes, "4 0 obj", "9 0 obj");
  CHECK(page.probe().pages.size() == 3);
  CHECK(page.finding("evidence-pdf-page-broken").message.find("第2页") == 0);
  Damaged contents;
  const std::size_t at = contents.bytes.rfind("/Contents ");
  contents.bytes.replace(at, std::string("/Contents 8").size(), "/Contents 9");
  CHECK(contents.probe().pages.size() == 3);
  CHECK(contents.finding("evidence-pdf-page-broken").message.find("第3页") == 0);
}

TEST_CASE("of a file cut short the pages that are there are bound, and its end is said to be missing", "[evidence][open]") {
  Damaged damaged;
  // libqpdf writes catalog and tree first, then the pages: as other programs have it, they stand at the end and are cut off
  const std::size_t first_page = damaged.bytes.find("3 0 obj"), last_page = damaged.bytes.find("5 0 obj");
  REQUIRE(first_page < last_page);
  REQUIRE(last_page != std::string::npos);
  damaged.bytes = "%PDF-1.4\n" + damaged.bytes.substr(first_page, damaged.bytes.find("7 0 obj") - first_page);
  CHECK(damaged.probe().pages.size() == 3);
  CHECK(damaged.finding("evidence-pdf-repaired").message.find("后部缺失") != std::string::npos);
  CHECK(damaged.finding("evidence-pdf-page-broken").message.find("第2、3页") == 0);
  CHECK(damaged.run.file("2.1.1 a.pdf").state == EvidenceState::bound_with_warning);
  Damaged empty;
  empty.bytes = "%PDF-1.4\n" + empty.bytes.substr(first_page, last_page - first_page);  // two pages, whose contents came later
  CHECK(empty.probe().state == EvidenceState::rejected);
  CHECK(empty.finding("evidence-pdf-damaged").message.find("后部缺失") != std::string::npos);
}

TEST_CASE("a page tree that leads back into itself is cut there", "[evidence][open]") {
  EvidenceRun run;
  QPDF pdf;
  pdf.emptyPDF();
  add_page(pdf, "", true);
  QPDFObjectHandle tree = pdf.getRoot().getKey("/Pages");
  QPDFObjectHandle branch = pdf.makeIndirectObject(parsed("<< /Type /Pages /Count 1 >>"));
  branch.replaceKey("/Kids", QPDFObjectHandle::newArray({tree}));
  branch.replaceKey("/Parent", tree);
  tree.getKey("/Kids").appendItem(branch);
  save(pdf, run.at("2.1.1 a.pdf"));
  run.run();
  CHECK(run.file("2.1.1 a.pdf").pages.size() == 1);
  CHECK(run.count("evidence-pdf-repaired") == 1);
}

TEST_CASE("what is no page in the page tree does not harm the pages", "[evidence][open]") {
  for (const char* stray : {"font", "17", "(text)", "<< /Type /Catalog >>"}) {
    INFO(stray);
    EvidenceRun run;
    QPDF pdf;
    pdf.emptyPDF();
    for (int i = 0; i < 2; ++i) add_page(pdf, "", true);
    QPDFObjectHandle font = pdf.makeIndirectObject(parsed("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"));
    for (QPDFObjectHandle page : pdf.getAllPages()) page.getKey("/Resources").getKey("/Font").replaceKey("/F1", font);
    pdf.getRoot().getKey("/Pages").getKey("/Kids").insertItem(1, stray == std::string("font") ? font : parsed(stray));
    save(pdf, run.at("2.1.1 a.pdf"));
    run.run();
    CHECK(run.count("evidence-pdf-repaired") == 1);
    CHECK(run.count("evidence-pdf-blank") == 0);
    QPDF bound;
    bound.processFile(run.file("2.1.1 a.pdf").prepared.c_str());
    REQUIRE(bound.getAllPages().size() == 2);
    CHECK(QPDFObjectHandle(bound.getAllPages()[1]).getKey("/Resources").getKey("/Font").getKey("/F1").isDictionaryOfType("/Font"));
  }
}

TEST_CASE("a password for attachments alone locks no page", "[evidence][open]") {
  const std::string only = " /CF << /StdCF << /AuthEvent /EFOpen /CFM /AESV2 /Length 16 >> >> /EFF /StdCF", code(64, '1');
  for (const bool pages_too : {false, true}) {
    Damaged locked;
    const std::string filters = pages_too ? " /StmF /StdCF /StrF /StdCF" : " /StmF /Identity /StrF /Identity";
    replace(locked.bytes, "/Root 1 0 R",
            "/Root 1 0 R /Encrypt << /Filter /Standard /V 4 /R 4 /Length 128 /P -4 /O <" + code + "> /U <" + code + ">" + only + filters + " >>");
    const EvidenceFile& file = locked.probe();
    CHECK(file.pages.size() == (pages_too ? 0 : 3));
    CHECK(locked.run.count("evidence-pdf-attachments") == (pages_too ? 0 : 1));
    CHECK(locked.run.count("evidence-pdf-locked") == (pages_too ? 1 : 0));
    CHECK(file.prepared.empty() == pages_too);
  }
}

TEST_CASE("an update that names no earlier part of the file does not lose it", "[evidence][open]") {
  Damaged updated;
  const std::size_t at = updated.bytes.size();
  updated.bytes += "1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Lang (zh) >>\nendobj\n";
  const std::size_t table = updated.bytes.size();
  char entry[32];
  std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", at);
  updated.bytes += std::string("xref\n0 2\n0000000000 65535 f \n") + entry + "trailer << /Size 20 /Root 1 0 R /Prev 0 >>\nstartxref\n" + std::to_string(table) +
                   "\n%%EOF\n";
  CHECK(updated.probe().pages.size() == 3);
  CHECK(updated.run.count("evidence-pdf-blank") == 0);
}

TEST_CASE("a file cut short is told from one that is damaged", "[evidence][open]") {
  Damaged cut;
  cut.bytes.resize(60);
  cut.probe();
  CHECK(cut.finding("evidence-pdf-damaged").message.find("后部缺失") != std::string::npos);
  Damaged spoilt;
  spoilt.bytes = "%PDF-1.4\nnothing that anybody could read\n%%EOF\n";
  spoilt.probe();
  CHECK(spoilt.finding("evidence-pdf-damaged").message.find("后部缺失") == std::string::npos);
}

TEST_CASE("what of a page is seen", "[evidence][open]") {
  struct {
    const char* page;
    PageShape shape;
  } const cases[] = {
      {"/MediaBox [0 0 100 200]", {0, 0, 100, 200, 0, 1}},
      {"/MediaBox [100 200 0 -5]", {0, -5, 100, 200, 0, 1}},
      {"/MediaBox [0 0 100 200] /CropBox [10 10 300 50]", {10, 10, 100, 50, 0, 1}},
      {"/MediaBox [0 0 100 200] /CropBox [300 300 400 400]", {0, 0, 100, 200, 0, 1}},
      {"/MediaBox [0 0 0 0]", {0, 0, 595.276, 841.890, 0, 1}},
      {"/MediaBox [0 0 2000000 10]", {0, 0, 595.276, 841.890, 0, 1}},
      {"/MediaBox [0 0 9 9] /Rotate -90 /UserUnit 75000", {0, 0, 9, 9, 270, 75000}},
      {"/MediaBox [0 0 9 9] /Rotate 450 /UserUnit 0.001", {0, 0, 9, 9, 90, 1}},
  };
  for (const auto& c : cases) {
    INFO(c.page);
    const PageShape shape = page_shape(QPDFPageObjectHelper(parsed(std::string("<< /Type /Page ") + c.page + " >>")));
    CHECK(shape.x0 == c.shape.x0);
    CHECK(shape.y0 == c.shape.y0);
    CHECK(shape.x1 == c.shape.x1);
    CHECK(shape.y1 == c.shape.y1);
    CHECK(shape.rotate == c.shape.rotate);
    CHECK(shape.user_unit == c.shape.user_unit);
  }
}

TEST_CASE("pictures and films are told apart by any of their brands", "[evidence][open]") {
  const auto content = [](const std::string& brands) {
    return content_of({std::string("\0\0\0", 3) + static_cast<char>(8 + brands.size()) + "ftyp" + brands, ""});
  };
  CHECK(content("heic....") == Content::heic);
  CHECK(content("xxxx....mif1") == Content::heic);
  CHECK(content("isom....mp41") == Content::media);
  CHECK(content("isommif1mp41") == Content::media);  // a version, no brand
}

}  // namespace lvce
