#include <vips/vips.h>

#include <catch2/catch.hpp>
#include <cstring>
#include <memory>

#include "evidence/evidence_kit.h"
#include "support/files.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using namespace testing;

/// A ramp from black to white; `bands` 1 (grey), 3 (colour) or 4 (colour, half transparent).
VipsImage* ramp(int width, int height, int bands) {
  REQUIRE(vips_init("test") == 0);
  VipsImage* grey = nullptr;
  REQUIRE(vips_identity(&grey, "bands", bands, "size", 256, nullptr) == 0);
  VipsImage* wide = nullptr;
  REQUIRE(vips_resize(grey, &wide, width / 256.0, "vscale", static_cast<double>(height), nullptr) == 0);
  g_object_unref(grey);
  VipsImage* out = nullptr;
  const VipsInterpretation kind = bands < 3 ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB;
  REQUIRE(vips_copy(wide, &out, "interpretation", kind, nullptr) == 0);
  g_object_unref(wide);
  return out;
}

void put_picture(const fs::path& file, int width, int height, int bands, int orientation = 0) {
  VipsImage* image = ramp(width, height, bands);
  if (orientation > 0) vips_image_set_int(image, VIPS_META_ORIENTATION, orientation);
  vips_image_set_string(image, "exif-ifd2-DateTimeOriginal", "2021:03:05 10:20:30");
  vips_image_set_string(image, "exif-ifd3-GPSLatitudeRef", "N");
  REQUIRE(vips_image_write_to_file(image, file.c_str(), nullptr) == 0);
  g_object_unref(image);
}

struct Header {
  int width = 0;
  int height = 0;
  int bands = 0;
  bool has_metadata = false;
  std::vector<double> first_pixel;
};

Header header_of(const fs::path& file) {
  VipsImage* image = vips_image_new_from_file(file.c_str(), nullptr);
  REQUIRE(image != nullptr);
  Header out{image->Xsize, image->Ysize, image->Bands, vips_image_get_typeof(image, VIPS_META_EXIF_NAME) != 0, {}};
  double* pixel = nullptr;
  int count = 0;
  REQUIRE(vips_getpoint(image, &pixel, &count, 0, 0, nullptr) == 0);
  out.first_pixel.assign(pixel, pixel + count);
  g_free(pixel);
  g_object_unref(image);
  return out;
}

struct Probe {
  TempFolder evidence;
  TempFolder work;
  EvidenceFolder folder;
  Findings findings;

  const EvidenceFile& run(const std::string& name, bool prepare = true) {
    findings.clear();
    folder = scan_evidence(evidence.path(), small_rubric(), findings);
    ProbeOptions options;
    options.worker = fs::read_symlink("/proc/self/exe");
    if (prepare) options.work_folder = work.path();
    probe_evidence(folder, options, findings);
    const EvidenceFile* found = find_file(folder, name);
    REQUIRE(found != nullptr);
    return *found;
  }
  fs::path at(const std::string& name) const { return evidence.path() / name; }
};

/// A PNG that says 50,000 × 50,000 and has no pixels worth the name.
std::string giant_png() {
  static constexpr unsigned char kBytes[] = {0x89, 'P',  'N',  'G',  '\r', '\n', 0x1A, '\n', 0,    0,   0,   13,   'I',  'H',  'D',
                                             'R',  0,    0,    0xC3, 0x50, 0,    0,    0xC3, 0x50, 8,   0,   0,    0,    0,    0x6E,
                                             0xC4, 0x62, 0x16, 0,    0,    0,    0,    'I',  'D',  'A', 'T', 0x35, 0xAF, 0x06, 0x1E};
  return std::string(reinterpret_cast<const char*>(kBytes), sizeof kBytes);
}

}  // namespace

TEST_CASE("a photo becomes a small upright JPEG without what the camera knew", "[evidence][picture]") {
  Probe probe;
  put_picture(probe.at("2.2.4.2 水表.jpg"), 4000, 3000, 3, 6);
  const EvidenceFile& file = probe.run("2.2.4.2 水表.jpg");
  CHECK(file.format == EvidenceFormat::picture);
  CHECK(file.pixel_width == 3000);  // turned by a quarter
  CHECK(file.pixel_height == 4000);
  CHECK(file.pages.size() == 1);
  CHECK(file.date.text == "2021-03-05");
  CHECK(file.date.origin == DateOrigin::exif);
  CHECK(file.caption == "水表");
  CHECK(file.state == EvidenceState::bound_with_warning);
  CHECK(file.reason.find("转正") != std::string::npos);
  REQUIRE(file.prepared.filename() == "000000.jpg");
  const Header header = header_of(file.prepared);
  CHECK(header.width < header.height);
  CHECK(header.height == 1575);  // 200 mm at 200 dpi
  CHECK(header.bands == 3);
  CHECK_FALSE(header.has_metadata);
  const std::string bytes = *read_file(file.prepared, 10 << 20);
  CHECK(bytes.find("GPS") == std::string::npos);
  CHECK(bytes.find("Exif") == std::string::npos);
}

TEST_CASE("a date in the title goes before the camera's", "[evidence][picture]") {
  Probe probe;
  put_picture(probe.at("2.2.4.2 水表 2022-01-01.jpg"), 300, 200, 3);
  const EvidenceFile& file = probe.run("2.2.4.2 水表 2022-01-01.jpg");
  CHECK(file.date.text == "2022-01-01");
  CHECK(file.date.origin == DateOrigin::title);
}

TEST_CASE("grey stays grey, small stays small, transparency becomes white", "[evidence][picture]") {
  Probe probe;
  put_picture(probe.at("2.1.1 灰.png"), 512, 200, 1);
  put_picture(probe.at("2.1.2 透.png"), 512, 200, 4);
  const Header grey = header_of(probe.run("2.1.1 灰.png").prepared);
  CHECK(grey.bands == 1);
  CHECK(grey.width == 512);
  CHECK(grey.first_pixel[0] < 10);
  const Header clear = header_of(probe.run("2.1.2 透.png").prepared);
  CHECK(clear.bands == 3);
  CHECK(clear.first_pixel[0] > 245);  // the ramp's first pixel is wholly transparent
}

TEST_CASE("a truncated JPEG is bound as far as it goes, with a warning, probed or prepared", "[evidence][picture]") {
  Probe probe;
  put_picture(probe.at("2.1.1 半.jpg"), 1600, 1200, 3);
  const std::string bytes = *read_file(probe.at("2.1.1 半.jpg"), 10 << 20);
  probe.evidence.put("2.1.1 半.jpg", bytes.substr(0, bytes.size() / 2));
  for (const bool prepare : {false, true}) {
    const EvidenceFile& file = probe.run("2.1.1 半.jpg", prepare);
    CHECK(file.state == EvidenceState::bound_with_warning);
    CHECK(count_code(probe.findings, "evidence-picture-truncated") == 1);
    CHECK(file.prepared.empty() != prepare);
  }
}

TEST_CASE("pictures that cannot be read or are far too large are rejected fast", "[evidence][picture]") {
  Probe probe;
  probe.evidence.put("2.1.1 巨.png", giant_png());
  probe.evidence.put("2.1.2 坏.jpg", "\xFF\xD8\xFF garbage");
  probe.evidence.put("2.1.3 坏.png", "\x89PNG\r\n\x1A\n garbage");
  CHECK(probe.run("2.1.1 巨.png").state == EvidenceState::rejected);
  CHECK(probe.run("2.1.2 坏.jpg").state == EvidenceState::rejected);
  CHECK(probe.run("2.1.3 坏.png").state == EvidenceState::rejected);
  CHECK(count_code(probe.findings, "evidence-picture-too-large") == 1);
  CHECK(count_code(probe.findings, "evidence-picture-damaged") == 2);
  CHECK(fs::is_empty(probe.work.path()));
}

TEST_CASE("WebP, TIFF and GIF are pictures", "[evidence][picture]") {
  Probe probe;
  for (const char* name : {"2.1.1 a.webp", "2.1.1 b.tif", "2.1.1 c.gif"}) put_picture(probe.at(name), 300, 200, 3);
  for (const char* name : {"2.1.1 a.webp", "2.1.1 b.tif", "2.1.1 c.gif"}) {
    INFO(name);
    const EvidenceFile& file = probe.run(name);
    CHECK(file.state == EvidenceState::bound);
    CHECK(header_of(file.prepared).width == 300);
  }
}

}  // namespace lvce
