#include "bind/pdf/evidence_store.h"

#include <catch2/catch.hpp>

#include "bind/pdf/volume_writer.h"
#include "bind/samples.h"

using namespace lvce;
using namespace lvce::test;

namespace {

/// Binds the file's pages alone, framed, without stamps.
void bind_alone(EvidenceStore& store, const std::filesystem::path& from, int pages, const std::filesystem::path& to) {
  OwnPages own(fake_own_pages(0));
  Volume volume;
  for (const StoredPage& page : store.read(from, pages).pages) {
    INFO(page.fault);
    REQUIRE(page.fault.empty());
    BoundSheet sheet;
    sheet.form = page.form;
    sheet.frame = frame_page(page.shape, {});
    volume.sheets.push_back(sheet);
  }
  volume.layers = store.layers();
  write_volume(volume, own, store.pdf(), to);
}

/// A dark square of 50 units at the page's corner (100, 600).
const std::string kSquare = "0 g 100 600 50 50 re f";

}  // namespace

TEST_CASE("a page is drawn whole, in the frame, searchable") {
  TemporaryFolder folder;
  write_pdf(folder / "a.pdf", {{"first", "[0 0 595 842]", "", {}}, {"second", "[0 0 595 842]", "", {}}});
  EvidenceStore store;
  bind_alone(store, folder / "a.pdf", 2, folder / "out.pdf");
  CHECK(checks_clean(folder / "out.pdf"));
  CHECK(text_of(folder / "out.pdf", 1) == "first\n\n\f");
  CHECK(text_of(folder / "out.pdf", 2) == "second\n\n\f");
}

TEST_CASE("rotated, cropped and scaled pages show what a viewer shows") {
  TemporaryFolder folder;
  // Seen upright at 100 %: 200 × 300 pt, the square's corner 20 from the left and 40 from the bottom.
  const std::string square = "0 g 120 640 50 50 re f 0 g 0 0 10 10 re f";
  write_pdf(folder / "a.pdf", {{"", "[0 0 600 1000]", "/CropBox [100 600 300 900]", {square}},
                               {"", "[100 600 300 900]", "/Rotate 90", {square}},
                               {"", "[50 300 150 450]", "/UserUnit 2", {"0 g 60 320 25 25 re f"}}});
  EvidenceStore store;
  bind_alone(store, folder / "a.pdf", 3, folder / "out.pdf");
  const double left = 111 * kPointsPerMm - 100, bottom = 158 * kPointsPerMm - 150;
  const Spot cropped = dark_area(folder / "out.pdf", 1);
  CHECK(cropped.left == Approx(left + 20).margin(1.5));
  CHECK(cropped.bottom == Approx(bottom + 40).margin(1.5));
  CHECK(cropped.right - cropped.left == Approx(50).margin(1.5));  // what lies outside the crop box is not drawn
  const Spot rotated = dark_area(folder / "out.pdf", 2);          // turned clockwise: 40 from the left, 20 from the top
  CHECK(rotated.left == Approx(111 * kPointsPerMm - 150 + 40).margin(1.5));
  CHECK(rotated.top == Approx(158 * kPointsPerMm + 100 - 20).margin(1.5));
  const Spot unit = dark_area(folder / "out.pdf", 3);
  CHECK(unit.left == Approx(left + 20).margin(1.5));
  CHECK(unit.right - unit.left == Approx(50).margin(1.5));
}

TEST_CASE("an A3 landscape page is turned and fits") {
  TemporaryFolder folder;
  write_pdf(folder / "a.pdf", {{"", "[0 0 1191 842]", "", {"0 g 0 742 100 100 re f"}}});  // upper left corner
  EvidenceStore store;
  bind_alone(store, folder / "a.pdf", 1, folder / "out.pdf");
  const Spot spot = dark_area(folder / "out.pdf", 1);
  const double scale = 256 * kPointsPerMm / 1191;
  CHECK(spot.left == Approx(111 * kPointsPerMm - 842 * scale / 2).margin(1.5));  // turned counter-clockwise: lower left corner
  CHECK(spot.bottom == Approx(30 * kPointsPerMm).margin(1.5));
}

TEST_CASE("unbalanced content streams do not disturb the page around them") {
  TemporaryFolder folder;
  write_pdf(folder / "a.pdf", {{"", "[0 0 595 842]", "", {"Q Q Q 1 0 0 1 100 600 cm q q", "0 g 0 0 50 50 re f"}}, {"after", "[0 0 595 842]", "", {}}});
  EvidenceStore store;
  bind_alone(store, folder / "a.pdf", 2, folder / "out.pdf");
  CHECK(dark_area(folder / "out.pdf", 1).left == Approx(20 * kPointsPerMm + 100 * 182.0 / 210).margin(1.5));
  CHECK(text_of(folder / "out.pdf", 2) == "after\n\n\f");
}

TEST_CASE("a page without content is an empty page") {
  TemporaryFolder folder;
  write_pdf(folder / "a.pdf", {{}}, [](QPDF& pdf) { QPDFObjectHandle(pdf.getAllPages()[0]).removeKey("/Contents"); });
  EvidenceStore store;
  bind_alone(store, folder / "a.pdf", 1, folder / "out.pdf");
  CHECK(checks_clean(folder / "out.pdf"));
  CHECK(text_of(folder / "out.pdf", 1) == "\f");
}

TEST_CASE("two pages that share one content stream keep their own boxes") {
  TemporaryFolder folder;
  write_pdf(folder / "a.pdf", {{"", "[0 0 200 300]", "", {"0 g 0 0 20 20 re f"}}, {"", "[-50 0 150 300]", "", {""}}}, [](QPDF& pdf) {
    const auto& pages = pdf.getAllPages();
    QPDFObjectHandle second = pages[1];
    QPDFObjectHandle first = pages[0];
    second.replaceKey("/Contents", first.getKey("/Contents"));
  });
  EvidenceStore store;
  bind_alone(store, folder / "a.pdf", 2, folder / "out.pdf");
  CHECK(dark_area(folder / "out.pdf", 2).left - dark_area(folder / "out.pdf", 1).left == Approx(50).margin(1));
}

TEST_CASE("a file protected by an owner password only is bound") {
  TemporaryFolder folder;
  write_pdf(folder / "a.pdf", {{"secret", "[0 0 595 842]", "", {}}}, {},
            [](QPDFWriter& writer) { writer.setR6EncryptionParameters("", "owner", true, true, false, false, false, false, qpdf_r3p_none, true); });
  EvidenceStore store;
  bind_alone(store, folder / "a.pdf", 1, folder / "out.pdf");
  CHECK(text_of(folder / "out.pdf", 1) == "secret\n\n\f");
  CHECK(run_tool("qpdf --show-encryption " + quoted(folder / "out.pdf")).output == "File is not encrypted\n");
}

TEST_CASE("what is no PDF is a fault in words, not an exception") {
  TemporaryFolder folder;
  run_tool("head -c 3000 /dev/zero > " + quoted(folder / "a.pdf"));
  EvidenceStore store;
  CHECK(store.read(folder / "a.pdf", 1).fault == "文件损坏，无法读取");
  CHECK(store.read(folder / "absent.pdf", 1).fault == "文件损坏，无法读取");
}

TEST_CASE("scripts, actions, attachments and metadata stay outside") {
  TemporaryFolder folder;
  write_pdf(folder / "a.pdf", {{}}, [](QPDF& pdf) {
    QPDFObjectHandle page = pdf.getAllPages()[0];
    page.replaceKey("/AA", QPDFObjectHandle::parse("<< /O << /S /JavaScript /JS (app.alert) >> >>"));
    page.replaceKey("/Annots", QPDFObjectHandle::parse("[ << /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (evil) >> >> ]"));
    page.getKey("/Resources").replaceKey("/Metadata", pdf.newStream("evil"));
    page.getKey("/Resources").replaceKey("/Properties", QPDFObjectHandle::parse("<< /P << /JS (evil) /PieceInfo << /X (evil) >> >> >>"));
    pdf.getRoot().replaceKey("/OpenAction", QPDFObjectHandle::parse("<< /S /JavaScript /JS (evil) >>"));
  });
  EvidenceStore store;
  bind_alone(store, folder / "a.pdf", 1, folder / "out.pdf");
  const std::string all = run_tool("qpdf --qdf --object-streams=disable " + quoted(folder / "out.pdf") + " - | strings").output;
  CHECK(all.find("evil") == std::string::npos);
  CHECK(all.find("/AA") == std::string::npos);
  CHECK(all.find("/Annot") == std::string::npos);
}

TEST_CASE("what no page needs to be drawn is left behind, wherever it lies") {
  TemporaryFolder folder;
  write_pdf(folder / "a.pdf", {{"", "[0 0 200 300]", "", {"0 g 10 10 20 20 re f /F Do /P Do"}}}, [](QPDF& pdf) {
    const auto form = [&](const std::string& keys) {
      PdfObject stream = pdf.newStream("0 g 100 100 20 20 re f");
      stream.replaceDict(PdfObject::parse("<< /Type /XObject /BBox [0 0 200 300] " + keys + " >>"));
      return stream;
    };
    PdfObject resources = PdfObject(pdf.getAllPages()[0]).getKey("/Resources");
    PdfObject drawn = form("/Subtype /Form /A << /S /Launch /F (evil) >> /Dest (evil) /Ref << /F (evil) >> /Resources << /Evil << /S /URI /URI (evil) >> >>");
    PdfObject attached = form("/F (evil) /EF << >>");
    attached.getDict().replaceKey("/Type", PdfObject::newName("/Filespec"));
    drawn.getDict().replaceKey("/X", attached);
    PdfObject objects = PdfObject::newDictionary({{"/F", drawn}, {"/P", form("/Subtype /PS /Level1 (evil)")}, {"/S", form("/Subtype /Form /Subtype2 /PS")}});
    resources.replaceKey("/XObject", objects);
    resources.replaceKey("/Evil", PdfObject::parse("<< /S /Launch /F (evil) >>"));
    PdfObject font = PdfObject::parse(
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [.001 0 0 .001 0 0] /Encoding << /Differences [97 /a] /JS (evil) >> /FirstChar 97 "
        "/LastChar 97 /Widths [9] /AA << /X (evil) >> /Resources << /X << /S /Launch /F (evil) >> >> /FontDescriptor << /Type /FontDescriptor /Action << "
        "/S /Launch >> >> >>");
    font.replaceKey("/CharProcs", PdfObject::newDictionary({{"/a", form("/F (evil) /OPI << /F (evil) >>")}}));
    resources.getKey("/Font").replaceKey("/T", font);
    resources.replaceKey("/ExtGState", PdfObject::parse("<< /G << /ca 1 /HT << /F (evil) >> /Evil (evil) >> >>"));
  });
  EvidenceStore store;
  bind_alone(store, folder / "a.pdf", 1, folder / "out.pdf");
  const std::string all = run_tool("qpdf --qdf --object-streams=disable " + quoted(folder / "out.pdf") + " - | strings").output;
  for (const char* word : {"evil", "/Launch", "/Filespec", "/PS", "/URI", "/Evil", "/AA"}) {
    INFO(word);
    CHECK(all.find(word) == std::string::npos);
  }
  CHECK(all.find("/CharProcs") != std::string::npos);
  const Spot both = dark_area(folder / "out.pdf", 1);  // the page's square and the form's
  CHECK(both.right - both.left == Approx(110).margin(1.5));
}

TEST_CASE("a layer that its file hides stays hidden, others are seen") {
  TemporaryFolder folder;
  const std::string content = "/OC /Off BDC 0 g 10 10 20 20 re f EMC /OC /On BDC 0 g 100 100 20 20 re f EMC";
  write_pdf(folder / "a.pdf", {{"", "[0 0 200 300]", "", {content}}}, [](QPDF& pdf) {
    QPDFObjectHandle on = pdf.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /OCG /Name (seen) >>"));
    QPDFObjectHandle off = pdf.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /OCG /Name (hidden) >>"));
    QPDFObjectHandle named = QPDFObjectHandle::newDictionary({{"/On", on}, {"/Off", off}});
    QPDFObjectHandle(pdf.getAllPages()[0]).getKey("/Resources").replaceKey("/Properties", named);
    QPDFObjectHandle properties = QPDFObjectHandle::parse("<< /D << >> >>");
    properties.replaceKey("/OCGs", QPDFObjectHandle::newArray(std::vector<QPDFObjectHandle>{on, off}));
    // Programs list a layer as often as they have drawn on it: one that comes behind thousands of repeats is still hidden.
    std::vector<QPDFObjectHandle> listed(20'000, pdf.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /OCG /Name (other) >>")));
    listed.push_back(off);
    properties.getKey("/D").replaceKey("/OFF", QPDFObjectHandle::newArray(listed));
    pdf.getRoot().replaceKey("/OCProperties", properties);
  });
  EvidenceStore store;
  bind_alone(store, folder / "a.pdf", 1, folder / "out.pdf");
  const Spot seen = dark_area(folder / "out.pdf", 1);
  CHECK(seen.left == Approx(111 * kPointsPerMm - 100 + 100).margin(1.5));
}

TEST_CASE("a chain of objects deeper than any honest page is refused") {
  TemporaryFolder folder;
  write_pdf(folder / "a.pdf", {{}}, [](QPDF& pdf) {
    QPDFObjectHandle inner = QPDFObjectHandle::parse("<< /FunctionType 2 /Domain [0 1] /N 1 >>");
    for (int i = 0; i < 5000; ++i) {
      QPDFObjectHandle outer = QPDFObjectHandle::parse("<< /FunctionType 3 >>");
      outer.replaceKey("/Functions", QPDFObjectHandle::newArray({pdf.makeIndirectObject(inner)}));
      inner = outer;
    }
    QPDFObjectHandle shading = QPDFObjectHandle::newDictionary({{"/Function", inner}});
    QPDFObjectHandle(pdf.getAllPages()[0]).getKey("/Resources").replaceKey("/Shading", QPDFObjectHandle::newDictionary({{"/S", shading}}));
  });
  EvidenceStore store;
  const StoredFile file = store.read(folder / "a.pdf", 1);
  REQUIRE(file.pages.size() == 1);
  CHECK(file.pages[0].fault == "页面内部嵌套过深或对象过多");
}

TEST_CASE("lists, short and long, are written as they were") {
  TemporaryFolder folder;
  std::string widths = "[ ";
  for (int i = 0; i < 300; ++i) widths += std::to_string(7 * i) + " [ " + std::to_string(i) + " 5.50 ] ";
  write_pdf(folder / "a.pdf", {{"text", "[0 0 595 842]", "", {}}}, [&](QPDF& pdf) {
    PdfObject page = pdf.getAllPages()[0];
    PdfObject resources = page.getKey("/Resources");
    PdfObject font = PdfObject::parse("<< /W " + widths + "] /W2 [ 1 [ /A (b\\)c) null true ] ] /Widths [ [ 2 ] 0 ] >>");
    font.getKey("/Widths").setArrayItem(1, pdf.makeIndirectObject(PdfObject::parse("[ 1 [ /A (b\\)c) null true ] ]")));
    resources.getKey("/Font").replaceKey("/LvTest", font);
  });
  EvidenceStore store;
  bind_alone(store, folder / "a.pdf", 1, folder / "out.pdf");
  CHECK(checks_clean(folder / "out.pdf"));
  QPDF bound;
  bound.processFile((folder / "out.pdf").c_str());
  PdfObject page = bound.getAllPages()[0];
  PdfObject form = page.getKey("/Resources").getKey("/XObject").getKey("/LvPage");
  PdfObject list = form.getDict().getKey("/Resources").getKey("/Font").getKey("/LvTest");
  CHECK(list.getKey("/W").unparse() == widths + "]");
  CHECK(list.getKey("/W2").unparse() == "[ 1 [ /A (b\\)c) null true ] ]");
  CHECK(list.getKey("/Widths").getArrayItem(0).unparse() == "[ 2 ]");
  CHECK(list.getKey("/Widths").getArrayItem(1).unparseResolved() == list.getKey("/W2").unparse());
}
