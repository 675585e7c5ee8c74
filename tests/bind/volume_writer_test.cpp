#include "bind/pdf/volume_writer.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "bind/pdf/evidence_store.h"
#include "bind/samples.h"
#include "support/files.h"

using namespace lvce;
using namespace lvce::test;

namespace {

Mark number_mark(int number) {
  Mark mark;
  TextBox box;
  box.x = 450;
  box.y = 20;
  box.size = 14;
  box.text = "— " + std::to_string(number) + " —";
  mark.texts = {box};
  mark.number = number;
  return mark;
}

BoundSheet own_sheet(std::size_t index, int number) {
  BoundSheet sheet;
  sheet.own = index;
  sheet.label = number;
  sheet.marks = {number_mark(number)};
  return sheet;
}

/// Three own pages, an evidence page between, labels from 7 on.
Volume sample_volume(EvidenceStore& store, const std::filesystem::path& evidence) {
  Volume volume;
  volume.title = "佐证材料汇编";
  volume.author = "某局";
  BoundSheet foreign;
  const StoredPage page = store.read(evidence, 1).pages.at(0);
  foreign.form = page.form;
  foreign.frame = frame_page(page.shape, {});
  foreign.label = 8;
  foreign.marks = {number_mark(8)};
  volume.sheets = {own_sheet(0, 7), foreign, own_sheet(2, 9), own_sheet(1, 10)};
  volume.sheets[0].links = {{100, 390, 200, 430, 3, 500}, {100, 300, 200, 320, 1, 842}};
  volume.outline = {{0, "一、建立目标管理体系", 0, 800}, {1, "1.1 目标", 1, 842}, {2, "𠀀.pdf", 1, 842}, {1, "1.2", 2, 842}, {0, "二、", 3, 842}};
  return volume;
}

}  // namespace

TEST_CASE("numbers, labels, bookmarks and links name the same page") {
  TemporaryFolder folder;
  write_pdf(folder / "a.pdf", {{"evidence", "[0 0 595 842]", "", {}}});
  EvidenceStore store;
  OwnPages own(fake_own_pages(3));
  write_volume(sample_volume(store, folder / "a.pdf"), own, store.pdf(), folder / "out.pdf");

  CHECK(checks_clean(folder / "out.pdf"));
  CHECK(text_of(folder / "out.pdf", 1).find("own 0") != std::string::npos);
  CHECK(text_of(folder / "out.pdf", 1).find("— 7 —") != std::string::npos);
  CHECK(text_of(folder / "out.pdf", 2).find("evidence") != std::string::npos);
  CHECK(text_of(folder / "out.pdf", 2).find("— 8 —") != std::string::npos);
  CHECK(text_of(folder / "out.pdf", 4).find("own 1") != std::string::npos);

  const std::string json = run_tool("qpdf --json=1 --json-key=pagelabels --json-key=outlines " + quoted(folder / "out.pdf")).output;
  CHECK(json.find("\"/St\": 7") != std::string::npos);
  QPDF pdf;
  pdf.processFile((folder / "out.pdf").c_str());
  const auto& pages = pdf.getAllPages();
  const auto same = [](QPDFObjectHandle left, QPDFObjectHandle right) { return left.getObjGen() == right.getObjGen(); };
  QPDFObjectHandle first = pages[0];
  QPDFObjectHandle link = first.getKey("/Annots").getArrayItem(0);
  CHECK(same(link.getKey("/Dest").getArrayItem(0), pages[3]));
  CHECK(link.getKey("/Dest").getArrayItem(3).getNumericValue() == 500);
  QPDFObjectHandle outlines = pdf.getRoot().getKey("/Outlines");
  CHECK(outlines.getKey("/Count").getIntValue() == 2);
  QPDFObjectHandle unit = outlines.getKey("/First");
  CHECK(unit.getKey("/Title").getUTF8Value() == "一、建立目标管理体系");
  CHECK(unit.getKey("/Count").getIntValue() == -2);
  QPDFObjectHandle file = unit.getKey("/First").getKey("/First");
  CHECK(file.getKey("/Title").getUTF8Value() == "𠀀.pdf");
  CHECK(same(file.getKey("/Dest").getArrayItem(0), pages[1]));
  CHECK(same(outlines.getKey("/Last").getKey("/Dest").getArrayItem(0), pages[3]));
}

TEST_CASE("the printed number is marked content that a checker can read back") {
  TemporaryFolder folder;
  write_pdf(folder / "a.pdf", {{}});
  EvidenceStore store;
  OwnPages own(fake_own_pages(3));
  write_volume(sample_volume(store, folder / "a.pdf"), own, store.pdf(), folder / "out.pdf");
  const std::string all = run_tool("qpdf --qdf --object-streams=disable " + quoted(folder / "out.pdf") + " - | strings").output;
  for (const char* number : {"/LvceNumber <</N 7>> BDC", "/LvceNumber <</N 8>> BDC", "/LvceNumber <</N 9>> BDC", "/LvceNumber <</N 10>> BDC"}) {
    CHECK(all.find(number) != std::string::npos);
  }
}

TEST_CASE("title, author, language and printing of the volume") {
  TemporaryFolder folder;
  write_pdf(folder / "a.pdf", {{}});
  EvidenceStore store;
  OwnPages own(fake_own_pages(3));
  write_volume(sample_volume(store, folder / "a.pdf"), own, store.pdf(), folder / "out.pdf");
  const std::string info = run_tool("pdfinfo " + quoted(folder / "out.pdf")).output;
  CHECK(info.find("佐证材料汇编") != std::string::npos);
  CHECK(info.find("某局") != std::string::npos);
  CHECK(info.find("CreationDate") == std::string::npos);
  QPDF pdf;
  pdf.processFile((folder / "out.pdf").c_str());
  CHECK(pdf.getRoot().getKey("/Lang").getUTF8Value() == "zh-CN");
  CHECK(pdf.getRoot().getKey("/ViewerPreferences").getKey("/Duplex").getName() == "/DuplexFlipLongEdge");
}

TEST_CASE("the same volume twice is the same bytes") {
  TemporaryFolder folder;
  write_pdf(folder / "a.pdf", {{"x", "[0 0 595 842]", "", {"q", "Q 0 g 9 9 9 9 re f"}}});
  for (const char* name : {"one.pdf", "two.pdf"}) {
    EvidenceStore store;
    OwnPages own(fake_own_pages(3));
    write_volume(sample_volume(store, folder / "a.pdf"), own, store.pdf(), folder / name);
  }
  CHECK(sha256_of_file(folder / "one.pdf") == sha256_of_file(folder / "two.pdf"));
}

TEST_CASE("a volume's digest is that of its file, and other contents have another ID") {
  TemporaryFolder folder;
  OwnPages own(fake_own_pages(2));
  std::vector<std::string> ids;
  for (const int number : {1, 2}) {
    Volume volume;
    volume.sheets = {own_sheet(0, number)};
    QPDF fresh, written;
    fresh.emptyPDF();
    const std::string digest = write_volume(volume, own, fresh, folder / "out.pdf");
    CHECK(digest == sha256_of_file(folder / "out.pdf").value());
    written.processFile((folder / "out.pdf").c_str());
    PdfObject id = written.getTrailer().getKey("/ID");
    REQUIRE(id.getArrayNItems() == 2);
    CHECK(id.getArrayItem(0).getStringValue() == id.getArrayItem(1).getStringValue());
    ids.push_back(id.getArrayItem(0).getStringValue());
    CHECK(ids.back().size() == 16);
    CHECK(ids.back() != "\x31\x41\x59\x26\x53\x58\x97\x93\x23\x84\x62\x64\x33\x83\x27\x95");  // libqpdf's own, the same for all
  }
  CHECK(ids[0] != ids[1]);
}

TEST_CASE("a volume that cannot be written says so") {
  OwnPages own(fake_own_pages(1));
  Volume volume;
  volume.sheets = {own_sheet(0, 1)};
  QPDF fresh;
  fresh.emptyPDF();
  CHECK_THROWS_AS(write_volume(volume, own, fresh, "/no-such-folder-of-lvce/a.pdf"), std::exception);
  CHECK_THROWS_AS(write_volume(volume, own, fresh, "/dev/full"), std::exception);
}

TEST_CASE("two volumes from the same pages carry their own numbers") {
  TemporaryFolder folder;
  OwnPages own(fake_own_pages(2));
  Volume whole, part;
  whole.sheets = {own_sheet(0, 1), own_sheet(1, 2)};
  part.sheets = {own_sheet(1, 1)};
  QPDF same;  // one after the other from one PDF: nothing of the first is left in the second
  same.emptyPDF();
  write_volume(whole, own, same, folder / "whole.pdf");
  write_volume(part, own, same, folder / "part.pdf");
  CHECK(checks_clean(folder / "part.pdf"));
  CHECK(run_tool("pdfinfo " + quoted(folder / "part.pdf")).output.find("Pages:           1\n") != std::string::npos);
  CHECK(run_tool("strings " + quoted(folder / "part.pdf")).output.find("own 0") == std::string::npos);
  CHECK(text_of(folder / "whole.pdf", 2).find("— 2 —") != std::string::npos);
  CHECK(text_of(folder / "part.pdf", 1).find("— 1 —") != std::string::npos);
  CHECK(text_of(folder / "part.pdf", 1).find("— 2 —") == std::string::npos);
}

TEST_CASE("photos are placed from their files, grey and coloured") {
  TemporaryFolder folder;
  run_tool("vips black " + quoted(folder / "grey.jpg") + " 40 20");
  run_tool("vips black " + quoted(folder / "colour.jpg") + " 40 20 --bands 3");
  EvidenceStore store;
  OwnPages own(fake_own_pages(1));
  CHECK(own.place_image(0, folder / "grey.jpg", {40, 0, 0, 20, 300, 600}));
  CHECK(own.place_image(0, folder / "colour.jpg", {40, 0, 0, 20, 300, 700}));
  CHECK_FALSE(own.place_image(0, folder / "absent.jpg", {}));
  Volume volume;
  volume.sheets = {own_sheet(0, 1)};
  write_volume(volume, own, store.pdf(), folder / "out.pdf");
  CHECK(checks_clean(folder / "out.pdf"));
  const std::string images = run_tool("pdfimages -list " + quoted(folder / "out.pdf")).output;
  CHECK(images.find("gray") != std::string::npos);
  CHECK(images.find("rgb") != std::string::npos);
  const Spot dark = dark_area(folder / "out.pdf", 1);
  CHECK(dark.top == Approx(720).margin(1.5));
}

TEST_CASE("three hundred files are bound within 256 descriptors") {
  TemporaryFolder folder;
  for (int i = 0; i < 300; ++i) write_pdf(folder / (std::to_string(i) + ".pdf"), {{"file " + std::to_string(i), "[0 0 595 842]", "", {}}});
  EvidenceStore store;
  OwnPages own(fake_own_pages(0));
  Volume volume;
  for (int i = 0; i < 300; ++i) {
    const StoredFile file = store.read(folder / (std::to_string(i) + ".pdf"), 1);
    REQUIRE(file.pages.size() == 1);
    BoundSheet sheet;
    sheet.form = file.pages[0].form;
    sheet.frame = frame_page(file.pages[0].shape, {});
    volume.sheets.push_back(sheet);
  }
  const auto open_files = [] {
    int count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) ++count;
    return count;
  };
  CHECK(open_files() < 50);
  write_volume(volume, own, store.pdf(), folder / "out.pdf");
  CHECK(text_of(folder / "out.pdf", 300) == "file 299\n\n\f");
}
