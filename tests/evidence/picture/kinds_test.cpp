// Kinds of pictures that cameras, scanners and office programs write, and which way is up.
#include <vips/vips.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <qpdf/QPDF.hh>

#include "evidence/evidence_run.h"
#include "evidence/picture/orientation.h"
#include "support/files.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using namespace testing;

constexpr int kWide = 160;
constexpr int kHigh = 80;

/// Red, green over blue, white: 160 × 80.
VipsImage* quarters() {
  REQUIRE(vips_init("test") == 0);
  std::string rgb;
  for (int y = 0; y < kHigh; ++y) {
    for (int x = 0; x < kWide; ++x) {
      const int quarter = (x < kWide / 2 ? 0 : 1) + (y < kHigh / 2 ? 0 : 2);
      rgb += static_cast<char>(quarter == 0 || quarter == 3 ? 255 : 0);
      rgb += static_cast<char>(quarter == 1 || quarter == 3 ? 255 : 0);
      rgb += static_cast<char>(quarter >= 2 ? 255 : 0);
    }
  }
  VipsImage* out = vips_image_new_from_memory_copy(rgb.data(), rgb.size(), kWide, kHigh, 3, VIPS_FORMAT_UCHAR);
  REQUIRE(out != nullptr);
  out->Type = VIPS_INTERPRETATION_sRGB;
  return out;
}

void put(VipsImage* image, const fs::path& file, const std::string& options = "") {
  REQUIRE(vips_image_write_to_file(image, (file.native() + options).c_str(), nullptr) == 0);
}

std::string big(std::uint32_t value) {
  return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8), static_cast<char>(value)};
}

/// As PNG's specification has it, bit by bit.
std::uint32_t crc_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
  }
  return ~crc;
}

/// The library does not write the chunk eXIf: put in behind the header.
void add_exif(const fs::path& png, int orientation) {
  std::string bytes = *read_file(png, 1 << 20);
  std::string exif("eXIfMM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0", 30);
  exif[23] = static_cast<char>(orientation);
  bytes.insert(33, big(26) + exif + big(crc_of(exif)));
  REQUIRE(write_file(png, bytes));
}

void put_quarters(const fs::path& file, int orientation, const std::string& options = "") {
  VipsImage* image = quarters();
  vips_image_set_int(image, VIPS_META_ORIENTATION, orientation);
  put(image, file, options);
  g_object_unref(image);
  if (file.extension() == ".png") add_exif(file, orientation);
}

char colour_at(VipsImage* image, int x, int y) {
  double* pixel = nullptr;
  int bands = 0;
  REQUIRE(vips_getpoint(image, &pixel, &bands, x, y, nullptr) == 0);
  REQUIRE(bands == 3);
  const int key = (pixel[0] > 110 ? 1 : 0) + (pixel[1] > 110 ? 2 : 0) + (pixel[2] > 110 ? 4 : 0);
  g_free(pixel);
  return ".RGYBMCW"[key];
}

/// The colours of the four corners of a prepared JPEG, row by row: "RGBW" when nothing was turned.
std::string corners(const fs::path& file) {
  VipsImage* image = vips_image_new_from_file(file.c_str(), nullptr);
  REQUIRE(image != nullptr);
  const int right = image->Xsize - 9;
  const int bottom = image->Ysize - 9;
  const std::string out = {colour_at(image, 8, 8), colour_at(image, right, 8), colour_at(image, 8, bottom), colour_at(image, right, bottom)};
  g_object_unref(image);
  return out;
}

std::vector<double> pixel_of(const fs::path& file) {
  VipsImage* image = vips_image_new_from_file(file.c_str(), nullptr);
  REQUIRE(image != nullptr);
  double* pixel = nullptr;
  int bands = 0;
  REQUIRE(vips_getpoint(image, &pixel, &bands, image->Xsize / 4, image->Ysize / 4, nullptr) == 0);
  std::vector<double> out(pixel, pixel + bands);
  g_free(pixel);
  g_object_unref(image);
  return out;
}

}  // namespace

TEST_CASE("every orientation of EXIF ends upright, mirrored ones too", "[evidence][picture]") {
  // where the corners of the stored picture go (EXIF 2.3, tag 0x0112)
  const std::array<std::string, 9> expected = {"RGBW", "RGBW", "GRWB", "WBGR", "BWRG", "RBGW", "BRWG", "WGBR", "GWRB"};
  EvidenceRun run;
  for (int i = 0; i <= 8; ++i) {
    for (const char* kind : {"jpg", "png", "tif", "webp"})
      put_quarters(run.at("2.1.1-" + std::to_string(i) + " 图." + kind), i, std::string(kind) == "jpg" ? "[Q=95]" : "");
  }
  run.run();
  for (int i = 0; i <= 8; ++i) {
    for (const char* kind : {"jpg", "png", "tif", "webp"}) {
      const EvidenceFile& file = run.file("2.1.1-" + std::to_string(i) + " 图." + kind);
      INFO(file.path);
      CHECK(file.pixel_width == (i >= 5 ? kHigh : kWide));
      CHECK(corners(file.prepared) == expected[static_cast<std::size_t>(i)]);
      CHECK((file.reason.find("已按拍摄方向转正") == std::string::npos) == (i <= 1));
    }
  }
  CHECK(run.count("evidence-picture-turned") == 1);  // shared by 28 files
}

TEST_CASE("a large JPEG, which its decoder makes smaller, ends upright too", "[evidence][picture]") {
  const std::array<std::string, 9> expected = {"RGBW", "RGBW", "GRWB", "WBGR", "BWRG", "RBGW", "BRWG", "WGBR", "GWRB"};
  constexpr int kTimes = 25;  // 4000 × 2000: more than twice what is printed of it
  EvidenceRun run;
  for (const int i : {1, 3, 6, 8}) {
    VipsImage* small = quarters();
    VipsImage* large = nullptr;
    REQUIRE(vips_zoom(small, &large, kTimes, kTimes, nullptr) == 0);
    vips_image_set_int(large, VIPS_META_ORIENTATION, i);
    put(large, run.at("2.1.1-" + std::to_string(i) + " 大.jpg"));
    g_object_unref(large);
    g_object_unref(small);
  }
  run.run();
  for (const int i : {1, 3, 6, 8}) {
    const EvidenceFile& file = run.file("2.1.1-" + std::to_string(i) + " 大.jpg");
    INFO(file.path);
    CHECK(file.pixel_width == kTimes * (i >= 5 ? kHigh : kWide));
    CHECK(corners(file.prepared) == expected[static_cast<std::size_t>(i)]);
    VipsImage* printed = vips_image_new_from_file(file.prepared.c_str(), nullptr);
    REQUIRE(printed != nullptr);
    CHECK(std::max(printed->Xsize, printed->Ysize) == 1575);  // 200 mm at 200 dpi
    CHECK(std::abs(std::min(printed->Xsize, printed->Ysize) * 2 - 1575) <= 1);
    g_object_unref(printed);
  }
}

TEST_CASE("where EXIF is silent, XMP and ImageMagick's profile say which way is up", "[evidence][picture]") {
  const std::array<std::string, 9> expected = {"RGBW", "RGBW", "GRWB", "WBGR", "BWRG", "RBGW", "BRWG", "WGBR", "GWRB"};
  EvidenceRun run;
  for (int i = 0; i <= 8; ++i) {
    const std::string number = std::to_string(i), xmp = "<rdf:Description tiff:Orientation=\"" + number + "\"/>";
    const std::string profile = "\nexif\n      32\n4578696600004d4d002a000000080001011200030000000100\n0" + number + "000000000000\n";
    VipsImage* image = quarters();
    vips_image_set_blob_copy(image, VIPS_META_XMP_NAME, xmp.data(), xmp.size());
    put(image, run.at("2.1.1-" + number + " x.png"));
    vips_image_remove(image, VIPS_META_XMP_NAME);
    vips_image_set_string(image, "png-comment-0-Raw profile type exif", profile.c_str());
    put(image, run.at("2.1.1-" + number + " m.png"));
    g_object_unref(image);
  }
  run.run();
  for (int i = 0; i <= 8; ++i) {
    for (const char* kind : {"x", "m"}) {
      const EvidenceFile& file = run.file("2.1.1-" + std::to_string(i) + " " + kind + ".png");
      INFO(file.path);
      CHECK(file.pixel_width == (i >= 5 ? kHigh : kWide));
      CHECK(corners(file.prepared) == expected[static_cast<std::size_t>(i)]);
      CHECK((file.reason.find("已按拍摄方向转正") == std::string::npos) == (i <= 1));
    }
  }
}

TEST_CASE("words on orientation that say nothing", "[evidence][picture]") {
  CHECK(orientation_of_xmp("tiff:Orientation>6<") == 6);
  CHECK(orientation_of_xmp("tiff:Orientation=\"9\"") == 1);
  CHECK(orientation_of_xmp("tiff:Orientation") == 1);
  CHECK(orientation_of_xmp("") == 1);
  const std::string little = "\nexif\n 26\n49492a00080000000100120103000100000008000000000000";
  CHECK(orientation_of_raw_profile(little) == 8);
  for (std::size_t length = 0; length < little.size() - 16; ++length) CHECK(orientation_of_raw_profile(little.substr(0, length)) == 1);
  CHECK(orientation_of_raw_profile("\nexif\n 8\n49492a00ffffffff") == 1);
}

TEST_CASE("brackets in a name are no options", "[evidence][picture]") {
  EvidenceRun run;
  put_quarters(run.at("2.1.1 图.jpg"), 1);
  fs::rename(run.at("2.1.1 图.jpg"), run.at("2.1.1 图[page=9]"));
  run.run();
  CHECK(run.file("2.1.1 图[page=9]").state == EvidenceState::bound);
}

TEST_CASE("deep, progressive, interlaced and CMYK pictures come out as sRGB of 8 bits", "[evidence][picture]") {
  EvidenceRun run;
  VipsImage* image = quarters();
  VipsImage* deep = nullptr;
  REQUIRE(vips_colourspace(image, &deep, VIPS_INTERPRETATION_RGB16, nullptr) == 0);
  put(deep, run.at("2.1.1 深.png"));
  put(image, run.at("2.1.1 隔行.png"), "[interlace]");
  put(image, run.at("2.1.1 渐进.jpg"), "[interlace,Q=95]");
  VipsImage* complement = nullptr;  // cyan, magenta and yellow of full strength print as red, green and blue
  REQUIRE(vips_invert(image, &complement, nullptr) == 0);
  VipsImage* ink = nullptr;
  REQUIRE(vips_bandjoin_const1(complement, &ink, 0, nullptr) == 0);
  ink->Type = VIPS_INTERPRETATION_CMYK;
  put(ink, run.at("2.1.1 四色.jpg"), "[Q=95]");
  for (VipsImage* each : {image, deep, complement, ink}) g_object_unref(each);
  run.run();
  for (const EvidenceFile& file : run.folder.files) {
    INFO(file.path);
    CHECK(file.state == EvidenceState::bound);
    CHECK(corners(file.prepared) == "RGBW");
  }
}

TEST_CASE("an embedded profile and the camera's Adobe RGB are turned into sRGB", "[evidence][picture]") {
  EvidenceRun run;
  VipsImage* image = quarters();
  VipsImage* wide = nullptr;
  REQUIRE(vips_icc_transform(image, &wide, "p3", "input_profile", "srgb", nullptr) == 0);
  put(wide, run.at("2.1.1 广.png"));
  vips_image_set_string(image, "exif-ifd4-InteroperabilityIndex", "R03 (R03, ASCII, 4 components, 4 bytes)");
  VipsImage* dull = nullptr;
  REQUIRE(vips_linear1(image, &dull, 0.5, 50, "uchar", TRUE, nullptr) == 0);  // quarters of 50 and 177
  put(dull, run.at("2.1.2 单反.jpg"), "[Q=100]");
  put(dull, run.at("2.1.3 普通.jpg"), "[Q=100,strip]");
  for (VipsImage* each : {image, wide, dull}) g_object_unref(each);
  run.run();
  const std::vector<double> back = pixel_of(run.file("2.1.1 广.png").prepared);
  CHECK(back[0] > 250);
  CHECK(back[1] < 12);
  const std::vector<double> plain = pixel_of(run.file("2.1.3 普通.jpg").prepared);
  CHECK(plain[0] == Approx(177).margin(3));
  CHECK(plain[1] == Approx(50).margin(3));
  // (177, 50, 50) of Adobe RGB is about (206, 49, 48) of sRGB: gamma 2.2, matrix, sRGB curve
  const std::vector<double> vivid = pixel_of(run.file("2.1.2 单反.jpg").prepared);
  CHECK(vivid[0] == Approx(206).margin(4));
  CHECK(vivid[1] == Approx(49).margin(4));
}

TEST_CASE("what follows the end of a JPEG is ignored, a bad stretch inside it is told", "[evidence][picture]") {
  EvidenceRun run;
  put_quarters(run.at("2.1.1 好.jpg"), 1);
  const std::string bytes = *read_file(run.at("2.1.1 好.jpg"), 1 << 20);
  run.evidence.put("2.1.1 尾.jpg", bytes + std::string(5000, 'x'));
  std::string flawed = bytes;
  flawed.replace(flawed.size() - 60, 2, "\xFF\xD3");
  run.evidence.put("2.1.1 坏.jpg", flawed);
  run.run();
  CHECK(run.file("2.1.1 尾.jpg").state == EvidenceState::bound);
  CHECK(run.codes("2.1.1 坏.jpg") == "evidence-picture-flawed");
  CHECK(run.codes("2.1.1 好.jpg").empty());
}

TEST_CASE("a truncated PNG is bound as far as it goes", "[evidence][picture]") {
  EvidenceRun run;
  VipsImage* noise = nullptr;
  REQUIRE(vips_gaussnoise(&noise, 400, 300, "mean", 128.0, "sigma", 30.0, nullptr) == 0);
  put(noise, run.at("2.1.1 噪.png"));
  g_object_unref(noise);
  const std::string bytes = *read_file(run.at("2.1.1 噪.png"), 1 << 22);
  run.evidence.put("2.1.1 半.png", bytes.substr(0, bytes.size() / 2));
  run.run();
  CHECK(run.codes("2.1.1 半.png") == "evidence-picture-truncated");
  CHECK_FALSE(run.file("2.1.1 半.png").prepared.empty());
  CHECK(run.codes("2.1.1 噪.png").empty());
}

TEST_CASE("of moving pictures the first is bound, and said", "[evidence][picture]") {
  EvidenceRun run;
  VipsImage* image = quarters();
  VipsImage* both[2] = {image, image};
  VipsImage* roll = nullptr;
  REQUIRE(vips_arrayjoin(both, &roll, 2, "across", 1, nullptr) == 0);
  vips_image_set_int(roll, VIPS_META_PAGE_HEIGHT, kHigh);
  put(roll, run.at("2.1.1 动.gif"));
  put(image, run.at("2.1.1 静.gif"));
  g_object_unref(roll);
  g_object_unref(image);
  run.run();
  CHECK(run.codes("2.1.1 动.gif") == "evidence-picture-frames");
  CHECK(corners(run.file("2.1.1 动.gif").prepared) == "RGBW");
  CHECK(run.codes("2.1.1 静.gif").empty());
}

TEST_CASE("a TIFF of several pages becomes a PDF of as many, each A4 as it lies", "[evidence][picture]") {
  EvidenceRun run;
  VipsImage* image = quarters();
  VipsImage* pages[3] = {image, image, image};
  VipsImage* roll = nullptr;
  REQUIRE(vips_arrayjoin(pages, &roll, 3, "across", 1, nullptr) == 0);
  vips_image_set_int(roll, VIPS_META_PAGE_HEIGHT, kHigh);
  put(roll, run.at("2.1.1 扫描.tif"), "[compression=lzw]");
  g_object_unref(roll);
  g_object_unref(image);
  for (const bool prepare : {false, true}) {
    run.run(prepare);
    const EvidenceFile& file = run.file("2.1.1 扫描.tif");
    CHECK(file.format == EvidenceFormat::pdf);
    CHECK(run.codes(file.path) == "evidence-picture-pages");
    CHECK(file.state == EvidenceState::bound_with_warning);
    REQUIRE(file.pages.size() == 3);
    CHECK(file.pages[0].width_pt == Approx(841.89));
    CHECK(file.prepared.empty() != prepare);
  }
  QPDF pdf;
  pdf.processFile(run.file("2.1.1 扫描.tif").prepared.c_str());
  REQUIRE(pdf.getAllPages().size() == 3);
  QPDFObjectHandle last = pdf.getAllPages().at(2);
  QPDFObjectHandle third = last.getKey("/Resources").getKey("/XObject").getKey("/Im");
  CHECK(third.getDict().getKey("/Width").getIntValue() == kWide);
  const auto jpeg = third.getRawStreamData();
  run.work.put("third.jpg", std::string_view(reinterpret_cast<const char*>(jpeg->getBuffer()), jpeg->getSize()));
  CHECK(corners(run.work.path() / "third.jpg") == "RGBW");
}

TEST_CASE("a JPEG 2000 keeps its pixels: its smaller sizes are neither frames nor taken for it", "[evidence][picture]") {
  EvidenceRun run;
  VipsImage* image = quarters();
  put(image, run.at("2.1.1 图.jp2"), "[lossless]");
  g_object_unref(image);
  run.run();
  CHECK(run.codes("2.1.1 图.jp2").empty());
  VipsImage* prepared = vips_image_new_from_file(run.file("2.1.1 图.jp2").prepared.c_str(), nullptr);
  REQUIRE(prepared != nullptr);
  CHECK(prepared->Xsize == kWide);
  g_object_unref(prepared);
  CHECK(corners(run.file("2.1.1 图.jp2").prepared) == "RGBW");
}

TEST_CASE("a TIFF of measured values is refused, since nobody says which is white", "[evidence][picture]") {
  EvidenceRun run;
  VipsImage* image = quarters();
  VipsImage *band = nullptr, *measured = nullptr;
  REQUIRE(vips_extract_band(image, &band, 0, nullptr) == 0);
  REQUIRE(vips_cast_float(band, &measured, nullptr) == 0);
  put(measured, run.at("2.1.1 测值.tif"));
  g_object_unref(measured);
  g_object_unref(band);
  g_object_unref(image);
  run.run();
  CHECK(run.codes("2.1.1 测值.tif") == "evidence-picture-damaged");
}

TEST_CASE("a large photo is bound in at most a fifth of its bytes", "[evidence][picture]") {
  EvidenceRun run;
  VipsImage* noise = nullptr;
  REQUIRE(vips_gaussnoise(&noise, 4000, 3000, "mean", 128.0, "sigma", 30.0, nullptr) == 0);
  VipsImage* bytes = nullptr;
  REQUIRE(vips_cast(noise, &bytes, VIPS_FORMAT_UCHAR, nullptr) == 0);
  bytes->Type = VIPS_INTERPRETATION_B_W;
  put(bytes, run.at("2.1.1 照.jpg"), "[Q=75]");
  g_object_unref(bytes);
  g_object_unref(noise);
  run.run();
  const EvidenceFile& file = run.file("2.1.1 照.jpg");
  CHECK(fs::file_size(file.prepared) * 5 <= file.bytes);
}

}  // namespace lvce
