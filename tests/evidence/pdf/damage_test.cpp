// Contents and pictures that are lost or broken inside a PDF are named with their pages.
#include <fstream>

#include <vips/vips.h>
#include <catch2/catch.hpp>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/Pl_Flate.hh>

#include "evidence/evidence_run.h"
#include "evidence/evidence_samples.h"
#include "support/files.h"

namespace lvce {
namespace {

using namespace testing;

struct Picture {
  const char* filter;
  std::string data;
};

std::string packed(const std::string& bytes) {
  Pl_Buffer buffer("packed");
  Pl_Flate deflate("deflate", &buffer, Pl_Flate::a_deflate);
  deflate.writeString(bytes);
  deflate.finish();
  const auto data = buffer.getBufferSharedPointer();
  return std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
}

QPDFObjectHandle picture(QPDF& pdf, const Picture& given) {
  QPDFObjectHandle image = QPDFObjectHandle::newStream(&pdf);
  image.replaceDict(parsed("<< /Type /XObject /Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceGray /BitsPerComponent 8 >>"));
  image.replaceStreamData(given.data, QPDFObjectHandle::newName(given.filter), QPDFObjectHandle::newNull());
  return pdf.makeIndirectObject(image);
}

/// Three pages; the second shows the picture, inside a form if wanted.
void put_picture(const std::filesystem::path& file, const Picture& given, bool in_form = false) {
  QPDF pdf;
  pdf.emptyPDF();
  for (int i = 0; i < 3; ++i) add_page(pdf);
  QPDFObjectHandle shown = picture(pdf, given), page = pdf.getAllPages().at(1);
  if (in_form) {
    QPDFObjectHandle form = red_square(pdf);
    form.getDict().replaceKey("/Resources", QPDFObjectHandle::newDictionary({{"/XObject", QPDFObjectHandle::newDictionary({{"/I", shown}})}}));
    shown = form;
  }
  page.replaceKey("/Resources", QPDFObjectHandle::newDictionary({{"/XObject", QPDFObjectHandle::newDictionary({{"/I", shown}})}}));
  save(pdf, file, [](QPDFWriter& writer) { writer.setStreamDataMode(qpdf_s_preserve); });
}

std::string message_of(EvidenceRun& run, const char* code) {
  const Finding* found = find_code(run.findings, code);
  return found == nullptr ? std::string() : found->message;
}

}  // namespace

TEST_CASE("pictures with broken data are named with their page", "[evidence][damage]") {
  const std::string jpeg = std::string("\xFF\xD8\xFF\xE0") + std::string(9000, 'x'), flate = packed(std::string(10'000, 'x') + "some end");
  const struct {
    const char* what;
    Picture picture;
    bool broken;
  } cases[] = {
      {"whole", {"/DCTDecode", jpeg + "\xFF\xD9"}, false},
      {"whole, filled up behind", {"/DCTDecode", jpeg + "\xFF\xD9" + std::string(2000, '\0')}, false},
      {"cut short", {"/DCTDecode", jpeg}, true},
      {"no picture at all", {"/DCTDecode", "1234"}, true},
      {"a codestream of JPEG 2000", {"/JPXDecode", "\xFF\x4F\xFF\x51 data \xFF\xD9"}, false},
      {"cut short", {"/JPXDecode", "\xFF\x4F\xFF\x51 data"}, true},
      {"deflated", {"/FlateDecode", flate}, false},
      {"deflated, more than will be decoded", {"/FlateDecode", packed(std::string(40'000'000, 'x'))}, false},
      {"deflated and cut short", {"/FlateDecode", flate.substr(0, flate.size() / 2)}, true},
      {"not deflated", {"/FlateDecode", "plain"}, true},
      {"what nobody here can decode", {"/JBIG2Decode", "plain"}, false},
  };
  for (const auto& c : cases) {
    for (const bool in_form : {false, true}) {
      INFO(c.picture.filter << ", " << c.what);
      EvidenceRun run;
      put_picture(run.at("2.1.1 a.pdf"), c.picture, in_form);
      run.run();
      CHECK((message_of(run, "evidence-pdf-picture-broken").find("第2页的图片") == 0) == c.broken);
      CHECK(run.count("evidence-pdf-picture-broken") == (c.broken ? 1 : 0));
      CHECK(run.file("2.1.1 a.pdf").state == (c.broken ? EvidenceState::bound_with_warning : EvidenceState::bound));
    }
  }
}

TEST_CASE("a JPEG one pixel wide leaves the worker alive", "[evidence][damage]") {
  REQUIRE(vips_init("tests") == 0);
  const std::string grey(1 * 30'000, '\x80');
  VipsImage* image = vips_image_new_from_memory_copy(grey.data(), grey.size(), 1, 30'000, 1, VIPS_FORMAT_UCHAR);
  EvidenceRun run;
  REQUIRE(vips_jpegsave(image, run.at("2.1.1 a.jpg").c_str(), nullptr) == 0);
  g_object_unref(image);
  run.run();
  CHECK(run.count("evidence-worker-died") == 0);
}

TEST_CASE("in a file that had to be repaired JPEGs are decoded to their end", "[evidence][damage]") {
  REQUIRE(vips_init("tests") == 0);
  std::string noise(100 * 100, ' ');
  for (std::size_t i = 0; i < noise.size(); ++i) noise[i] = static_cast<char>(i * i % 251);
  VipsImage* image = vips_image_new_from_memory_copy(noise.data(), noise.size(), 100, 100, 1, VIPS_FORMAT_UCHAR);
  void* bytes = nullptr;
  std::size_t size = 0;
  REQUIRE(vips_jpegsave_buffer(image, &bytes, &size, "Q", 90, nullptr) == 0);
  const std::string whole(static_cast<char*>(bytes), size);
  g_free(bytes);
  g_object_unref(image);
  std::string broken = whole;
  broken.replace(broken.size() / 2, 2, "\xFF\x60");  // no marker of JPEG
  for (const std::string& jpeg : {whole, broken}) {
    EvidenceRun run;
    const auto file = run.at("2.1.1 a.pdf");
    put_picture(file, {"/DCTDecode", jpeg});
    std::string pdf = read_file(file, 1U << 20).value();
    pdf.replace(pdf.rfind("startxref"), 9, "somewhere");
    std::ofstream(file, std::ios::binary) << pdf;
    run.run();
    CHECK(run.count("evidence-pdf-repaired") == 1);
    CHECK(run.count("evidence-pdf-picture-broken") == (jpeg == broken ? 1 : 0));
  }
}

TEST_CASE("a page whose contents are lost or broken is named", "[evidence][damage]") {
  const auto said = [](const std::function<void(QPDF&, QPDFObjectHandle)>& spoil) {
    EvidenceRun run;
    QPDF pdf;
    pdf.emptyPDF();
    for (int i = 0; i < 3; ++i) add_page(pdf, "", true);
    spoil(pdf, pdf.getAllPages().at(2));
    save(pdf, run.at("2.1.1 a.pdf"), [](QPDFWriter& writer) { writer.setStreamDataMode(qpdf_s_preserve); });
    run.run();
    CHECK(run.file("2.1.1 a.pdf").pages.size() == 3);
    return message_of(run, "evidence-pdf-page-broken").substr(0, std::string("第3页").size());
  };
  CHECK(said([](QPDF&, QPDFObjectHandle) {}).empty());
  CHECK(said([](QPDF&, QPDFObjectHandle page) { page.removeKey("/Contents"); }).empty());  // a blank page
  CHECK(said([](QPDF& pdf, QPDFObjectHandle page) {
          QPDFObjectHandle broken = QPDFObjectHandle::newStream(&pdf);
          broken.replaceStreamData("plain", QPDFObjectHandle::newName("/FlateDecode"), QPDFObjectHandle::newNull());
          page.replaceKey("/Contents", broken);
        }) == "第3页");
}

}  // namespace lvce
