// Pictures that other programs show although something about them is wrong.
#include <vips/vips.h>

#include <Poco/DateTime.h>
#include <Poco/Zip/Compress.h>

#include <catch2/catch.hpp>
#include <sstream>

#include "evidence/evidence_run.h"
#include "evidence/picture/shape.h"
#include "support/files.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using namespace testing;

constexpr int kWide = 300, kHigh = 200;

/// Grey noise: each row differs from each other one, and does not pack.
VipsImage* noise(int bands) {
  REQUIRE(vips_init("test") == 0);
  std::string pixels;
  std::uint32_t state = 7;
  for (int i = 0; i < kWide * kHigh * bands; ++i) pixels += static_cast<char>((state = state * 1664525 + 1013904223) >> 25);  // 0 … 127
  VipsImage* out = vips_image_new_from_memory_copy(pixels.data(), pixels.size(), kWide, kHigh, bands, VIPS_FORMAT_UCHAR);
  REQUIRE(out != nullptr);
  out->Type = bands == 1 ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB;
  return out;
}

void put_noise(const fs::path& file, int bands, const std::string& options = "") {
  VipsImage* image = noise(bands);
  REQUIRE(vips_image_write_to_file(image, (file.native() + options).c_str(), nullptr) == 0);
  g_object_unref(image);
}

/// The mean of a row of a prepared JPEG.
double row_mean(const fs::path& file, double share) {
  VipsImage* image = vips_image_new_from_file(file.c_str(), nullptr);
  REQUIRE(image != nullptr);
  VipsImage* row = nullptr;
  REQUIRE(vips_crop(image, &row, 0, static_cast<int>(image->Ysize * share), image->Xsize, 4, nullptr) == 0);
  double mean = 0;
  REQUIRE(vips_avg(row, &mean, nullptr) == 0);
  g_object_unref(row);
  g_object_unref(image);
  return mean;
}

}  // namespace

TEST_CASE("a PNG that breaks off is white where it has nothing", "[evidence][picture]") {
  EvidenceRun run;
  put_noise(run.at("2.1.1 断.png"), 3);
  const std::string whole = *read_file(run.at("2.1.1 断.png"), 1 << 24);
  run.evidence.put("2.1.1 断.png", whole.substr(0, whole.size() / 2));
  for (const bool prepare : {false, true}) {
    run.run(prepare);
    CHECK(run.codes("2.1.1 断.png") == "evidence-picture-truncated");
  }
  const fs::path prepared = run.file("2.1.1 断.png").prepared;
  CHECK(row_mean(prepared, 0.1) < 100);
  CHECK(row_mean(prepared, 0.4) < 100);
  CHECK(row_mean(prepared, 0.6) > 250);
  CHECK(row_mean(prepared, 0.9) > 250);
}

TEST_CASE("a sequential JPEG that breaks off is white where it has nothing", "[evidence][picture]") {
  EvidenceRun run;
  put_noise(run.at("2.1.1 断.jpg"), 3);
  const std::string whole = *read_file(run.at("2.1.1 断.jpg"), 1 << 24);
  run.evidence.put("2.1.1 断.jpg", whole.substr(0, whole.size() / 2));
  run.run();
  CHECK(run.codes("2.1.1 断.jpg") == "evidence-picture-truncated");
  CHECK(row_mean(run.file("2.1.1 断.jpg").prepared, 0.2) < 100);
  CHECK(row_mean(run.file("2.1.1 断.jpg").prepared, 0.9) > 250);
}

TEST_CASE("a grey JPEG with a profile for colours is bound without it", "[evidence][picture]") {
  EvidenceRun run;
  put_noise(run.at("2.1.1 灰.jpg"), 1, "[profile=srgb]");
  run.run();
  CHECK(run.codes("2.1.1 灰.jpg") == "evidence-picture-profile");
  CHECK(row_mean(run.file("2.1.1 灰.jpg").prepared, 0.5) == Approx(63).margin(8));
}

TEST_CASE("bytes before a picture are passed over, unless they are another format", "[evidence][picture]") {
  EvidenceRun run;
  put_noise(run.at("2.1.1 图.png"), 3);
  put_noise(run.at("2.1.2 图.jpg"), 3);
  const std::string png = *read_file(run.at("2.1.1 图.png"), 1 << 24), jpeg = *read_file(run.at("2.1.2 图.jpg"), 1 << 24);
  run.evidence.put("2.1.1 图.png", "\r\n" + png);
  run.evidence.put("2.1.2 图.jpg", "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n" + jpeg);
  run.evidence.put("2.1.3 图纸.dwg", "AC1027" + std::string(60, '\0') + png);
  run.run();
  CHECK(run.codes("2.1.1 图.png") == "evidence-picture-late");
  CHECK(run.codes("2.1.2 图.jpg") == "evidence-picture-late");
  CHECK(run.file("2.1.3 图纸.dwg").state == EvidenceState::rejected);
  CHECK(row_mean(run.file("2.1.2 图.jpg").prepared, 0.5) == Approx(63).margin(8));
}

TEST_CASE("a few bytes are said to be a few bytes", "[evidence][picture]") {
  EvidenceRun run;
  for (const std::string& bytes : {std::string("RIFF"), std::string("RIFF\0\0\0\0", 8), std::string("RIFF\0\0\0\0WEB", 11)}) {
    run.evidence.put("2.1.1 短.webp", bytes);
    run.run();
    CHECK(run.codes("2.1.1 短.webp") == "evidence-picture-damaged");
    CHECK(run.file("2.1.1 短.webp").reason.find("只有" + std::to_string(bytes.size()) + "字节") != std::string::npos);
  }
}

TEST_CASE("unequal resolutions are shown in their true shape", "[evidence][picture]") {
  EvidenceRun run;
  VipsImage* image = noise(1);
  image->Xres = 204 / 25.4;
  image->Yres = 98 / 25.4;
  REQUIRE(vips_image_write_to_file(image, run.at("2.1.1 传真.tif").c_str(), nullptr) == 0);
  REQUIRE(vips_image_write_to_file(image, run.at("2.1.2 传真.png").c_str(), nullptr) == 0);
  g_object_unref(image);
  run.run();
  for (const char* name : {"2.1.1 传真.tif", "2.1.2 传真.png"}) {
    const EvidenceFile& file = run.file(name);
    INFO(name);
    CHECK(file.pixel_width == kWide);
    CHECK(file.pixel_height == Approx(kHigh * 204 / 98.0).margin(2));
    VipsImage* prepared = vips_image_new_from_file(file.prepared.c_str(), nullptr);
    REQUIRE(prepared != nullptr);
    CHECK(static_cast<double>(prepared->Ysize) / prepared->Xsize == Approx(200 * 204 / 98.0 / 300).epsilon(0.02));
    g_object_unref(prepared);
  }
  CHECK(pixel_aspect(300, 72) == 1);  // no scanner
  CHECK(pixel_aspect(96, 97) == 1);
  CHECK(pixel_aspect(0, 96) == 1);
}

TEST_CASE("a picture of one colour is said to be blank, one with a word on it is not", "[evidence][picture]") {
  REQUIRE(vips_init("test") == 0);
  EvidenceRun run;
  std::string white(std::size_t{2000} * 1500, '\xFF');
  const auto put = [&](const char* name) {
    VipsImage* image = vips_image_new_from_memory_copy(white.data(), white.size(), 2000, 1500, 1, VIPS_FORMAT_UCHAR);
    image->Type = VIPS_INTERPRETATION_B_W;
    REQUIRE(vips_image_write_to_file(image, run.at(name).c_str(), nullptr) == 0);
    g_object_unref(image);
  };
  put("2.1.1 白.png");
  for (std::size_t y = 700; y < 704; ++y) white.replace(y * 2000 + 900, 4, 4, '\0');
  put("2.1.2 点.png");
  for (const bool prepare : {false, true}) {
    run.run(prepare);
    CHECK(run.codes("2.1.1 白.png") == "evidence-picture-blank");
    CHECK(run.codes("2.1.2 点.png").empty());
  }
}

TEST_CASE("a long picture becomes pages of pieces and stays a picture", "[evidence][picture]") {
  REQUIRE(vips_init("test") == 0);
  EvidenceRun run;
  std::string grey(std::size_t{1080} * 20000, '\x80');
  for (std::size_t y = 0; y < 20000; y += 40) grey.replace(y * 1080, 1080, 1080, '\0');
  VipsImage* image = vips_image_new_from_memory_copy(grey.data(), grey.size(), 1080, 20000, 1, VIPS_FORMAT_UCHAR);
  image->Type = VIPS_INTERPRETATION_B_W;
  REQUIRE(vips_image_write_to_file(image, run.at("2.1.1 长图.png").c_str(), nullptr) == 0);
  g_object_unref(image);
  for (const bool prepare : {false, true}) {
    run.run(prepare);
    const EvidenceFile& file = run.file("2.1.1 长图.png");
    CHECK(run.codes(file.path) == "evidence-long-cut");
    CHECK(file.format == EvidenceFormat::picture);
    REQUIRE(file.pages.size() == 3);
    CHECK((file.prepared.extension() == ".pdf") == prepare);
  }
}

TEST_CASE("a live photo gives its picture", "[evidence][picture]") {
  EvidenceRun run;
  put_noise(run.work.path() / "a.jpg", 3);
  const std::string jpeg = *read_file(run.work.path() / "a.jpg", 1 << 24);
  std::ostringstream zip;
  Poco::Zip::Compress compress(zip, true);
  std::istringstream film("a film"), picture(jpeg);
  compress.addFile(film, Poco::DateTime(2021, 1, 1), "IMG_0001.mov");
  compress.addFile(picture, Poco::DateTime(2021, 1, 1), "IMG_0001.jpg");
  compress.close();
  run.evidence.put("2.1.1 实况.livp", zip.str());
  run.evidence.put("2.1.2 实况.livp", std::string("PK\x03\x04 broken"));
  run.run();
  CHECK(run.codes("2.1.1 实况.livp") == "evidence-picture-live");
  CHECK(run.file("2.1.1 实况.livp").pixel_width == kWide);
  CHECK(run.codes("2.1.2 实况.livp") == "evidence-picture-damaged");
}

}  // namespace lvce
