// Pictures in an OFD by kind: the left half red, the right half blue, or black and white where there are only two tones.
#include <vips/vips.h>
#include <catch2/catch.hpp>

#include "evidence/ofd/ofd_builder.h"

namespace lvce {
namespace {

using namespace testing;
using namespace std::string_literals;

/// The picture over the whole page.
OfdRun with_picture(const std::string& bytes, const std::string& attributes = "") {
  OfdBuilder ofd(R"(<ofd:ImageObject ID="9" ResourceID="5" Boundary="0 0 100 100" CTM="100 0 0 100 0 0"/>)");
  ofd.resources(R"(<ofd:MultiMedias><ofd:MultiMedia ID="5" Type="Image" )" + attributes +
                R"(><ofd:MediaFile>picture.bin</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>)");
  ofd.entries["Doc_0/Res/picture.bin"] = bytes;
  return OfdRun(ofd);
}

/// 40 × 40 pixels, as libvips writes that kind.
std::string written_as(const std::string& ending) {
  REQUIRE(vips_init("test") == 0);
  std::string pixels;
  for (int i = 0; i < 40 * 40; ++i) pixels += i % 40 < 20 ? "\xFF\0\0"s : "\0\0\xFF"s;
  VipsImage* image = vips_image_new_from_memory_copy(pixels.data(), pixels.size(), 40, 40, 3, VIPS_FORMAT_UCHAR);
  REQUIRE(image != nullptr);
  image->Type = VIPS_INTERPRETATION_sRGB;
  void* data = nullptr;
  std::size_t size = 0;
  REQUIRE(vips_image_write_to_buffer(image, ending.c_str(), &data, &size, nullptr) == 0);
  g_object_unref(image);
  std::string out(static_cast<const char*>(data), size);
  g_free(data);
  return out;
}

std::string little(unsigned value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}
std::string big(unsigned value) {
  std::string out = little(value, 4);
  return {out.rbegin(), out.rend()};
}

/// 24 bits a pixel, rows from below.
std::string bitmap() {
  std::string rows;
  for (int i = 0; i < 40 * 40; ++i) rows += i % 40 < 20 ? "\0\0\xFF"s : "\xFF\0\0"s;
  return "BM" + little(54 + 4800, 4) + little(0, 4) + little(54, 4) + little(40, 4) + little(40, 4) + little(40, 4) + little(1, 2) + little(24, 2) +
         little(0, 4) + little(4800, 4) + std::string(16, '\0') + rows;
}

/// Segments as a PDF or an OFD of type GBIG2 has them: a page of 16 × 16, then a region in MMR (T.6), left half black. Each row of T.6 is the same: the first
/// has "horizontal, white 0, black 8" and "to the end"; the others are "as above" twice.
std::string two_tones(bool whole_file) {
  const std::string page = big(0) + "\x30\0\x01"s + big(19) + big(16) + big(16) + big(0) + big(0) + "\0\0\0"s;
  // 001 00110101 000101 (horizontal, white 0, black 8), 1 (vertical 0: to the end); then 15 × "1 1 1"
  std::string bits =
      "00100110101000101"
      "1";
  for (int row = 1; row < 16; ++row) bits += "111";
  bits += "000000000001000000000001";
  std::string coded;
  for (std::size_t i = 0; i < bits.size(); i += 8) {
    std::string eight = bits.substr(i, 8);
    eight.resize(8, '0');
    coded += static_cast<char>(std::stoi(eight, nullptr, 2));
  }
  const std::string region = big(16) + big(16) + big(0) + big(0) + "\0"s + "\x01"s + coded;
  const std::string segments = page + big(1) + "\x26\0\x01"s + big(static_cast<unsigned>(region.size())) + region;
  if (!whole_file) return segments;
  return "\x97JB2\r\n\x1A\n\x01"s + big(1) + segments + big(2) + "\x31\0\x01"s + big(0) + big(3) + "\x33\0\0"s + big(0);
}

void check_halves(const OfdRun& run, const OfdColour& left, const OfdColour& right) {
  CHECK(run.codes() == "evidence-pdf-scan");  // a page of one picture, and nothing else to tell
  const OfdShown page = run.show();
  for (const int y : {10, 90}) {
    for (std::size_t band = 0; band < 3; ++band) {
      CHECK(page.at(20, y).at(band) == Approx(left.at(band)).margin(6));
      CHECK(page.at(80, y).at(band) == Approx(right.at(band)).margin(6));
    }
  }
}

}  // namespace

TEST_CASE("pictures of an OFD are shown whatever their kind", "[evidence][ofd]") {
  for (const char* ending : {".png", ".jpg", ".gif", ".tif", ".webp", ".jp2"}) {
    INFO(ending);
    check_halves(with_picture(written_as(ending)), kOfdRed, kOfdBlue);
  }
  check_halves(with_picture(bitmap()), kOfdRed, kOfdBlue);
}

TEST_CASE("pictures of two tones (JBIG2) are shown, as segments and as whole files", "[evidence][ofd]") {
  check_halves(with_picture(two_tones(false), R"(Format="GBIG2")"), kOfdBlack, kOfdWhite);
  check_halves(with_picture(two_tones(true), R"(Format="JB2")"), kOfdBlack, kOfdWhite);
}

TEST_CASE("a picture that cannot be read is told of, by its page", "[evidence][ofd]") {
  for (const std::string& bytes : {std::string(), "nothing"s, bitmap().substr(0, 60), two_tones(false).substr(0, 20)}) {
    const OfdRun run = with_picture(bytes);
    CHECK(run.codes().find("evidence-ofd-picture-missing") != std::string::npos);
    CHECK(run.file().reason.find("第1页有图片缺失或无法读取") != std::string::npos);
  }
}

TEST_CASE("watermarks and highlights let the text below be seen", "[evidence][ofd]") {
  OfdBuilder ofd(square(0, 0, 100, "0 255 255"));
  ofd.change("Doc_0/Document.xml", "</ofd:Document>", "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations></ofd:Document>");
  ofd.entries["Doc_0/Annots/Annotations.xml"] =
      R"(<ofd:Annotations xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Page PageID="1"><ofd:FileLoc>a.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>)";
  const auto annotation = [](const std::string& type, int at) {
    return "<ofd:Annot ID=\"50\" Type=\"" + type + "\"><ofd:Appearance Boundary=\"" + std::to_string(at) + " 10 20 20\">" + square(0, 0, 20, "255 255 0") +
           "</ofd:Appearance></ofd:Annot>";
  };
  ofd.entries["Doc_0/Annots/a.xml"] = R"(<ofd:PageAnnot xmlns:ofd="http://www.ofdspec.org/2016">)" + annotation("Watermark", 10) + annotation("Highlight", 40) +
                                      "</ofd:PageAnnot>";
  const OfdShown page = OfdRun(ofd).show();
  CHECK(page.at(20, 20) == kOfdGreen);  // yellow times cyan
  CHECK(page.at(50, 20) == kOfdGreen);
  CHECK(page.at(80, 20) == OfdColour{0, 255, 255});
}

TEST_CASE("a picture without a file is a place kept free, one whose file is gone is told of", "[evidence][ofd]") {
  OfdBuilder ofd(R"(<ofd:ImageObject ID="9" ResourceID="7" Boundary="10 10 40 40" CTM="40 0 0 40 0 0"/>)");
  ofd.resources(R"(<ofd:MultiMedias><ofd:MultiMedia ID="7" Type="Image"/></ofd:MultiMedias>)");
  CHECK(OfdRun(ofd).codes().find("evidence-ofd-picture-missing") == std::string::npos);
  ofd.resources(R"(<ofd:MultiMedias><ofd:MultiMedia ID="7" Type="Image"><ofd:MediaFile>a.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>)");
  CHECK(OfdRun(ofd).codes().find("evidence-ofd-picture-missing") != std::string::npos);
}

}  // namespace lvce
