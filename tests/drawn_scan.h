// A scan made for tests: lines of text drawn with one of our faces, as a picture, and as a PDF that is nothing but this picture.
#pragma once

#include <vips/vips.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>
#include <string>
#include <vector>

#include "paths.h"

namespace lvce::testing {

inline constexpr int kScanDpi = 150, kScanWidth = 1240, kScanHeight = 1754;  // A4

/// Each line in 16 pt, 20 mm from the left, the first 40 mm from above, 12 mm apart. A grey JPEG, turned clockwise by 0, 90, 180 or 270.
inline void draw_scan(const std::filesystem::path& jpeg, const std::vector<std::string>& lines, int turned = 0) {
  REQUIRE(vips_init("tests") == 0);
  VipsImage* page = nullptr;
  REQUIRE(vips_black(&page, kScanWidth, kScanHeight, nullptr) == 0);
  const std::string face = std::string(kSourceFolder) + "/fonts/song.ttf";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    VipsImage *words = nullptr, *with = nullptr;
    REQUIRE(vips_text(&words, lines[i].c_str(), "font", "Lvce Song 16", "fontfile", face.c_str(), "dpi", kScanDpi, nullptr) == 0);
    REQUIRE(vips_insert(page, words, &with, 118, 236 + static_cast<int>(i) * 71, nullptr) == 0);
    g_object_unref(page);
    g_object_unref(words);
    page = with;
  }
  VipsImage *black_on_white = nullptr, *out = nullptr;
  REQUIRE(vips_invert(page, &black_on_white, nullptr) == 0);
  REQUIRE(vips_rot(black_on_white, &out, static_cast<VipsAngle>(turned / 90), nullptr) == 0);
  REQUIRE(vips_jpegsave(out, jpeg.c_str(), "Q", 85, nullptr) == 0);
  for (VipsImage* image : {page, black_on_white, out}) g_object_unref(image);
}

/// A PDF of one page for each picture: A4 upright as it is seen; `extra` entries of the page (/Rotate 90: the picture was drawn turned by 270).
inline void scan_to_pdf(const std::vector<std::filesystem::path>& jpegs, const std::filesystem::path& file, const std::string& extra = "") {
  QPDF pdf;
  pdf.emptyPDF();
  for (const std::filesystem::path& jpeg : jpegs) {
    std::ifstream in(jpeg, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const bool across = extra.find("/Rotate 90") != std::string::npos || extra.find("/Rotate 270") != std::string::npos;
    const int width = across ? kScanHeight : kScanWidth, height = across ? kScanWidth : kScanHeight;
    QPDFObjectHandle image = QPDFObjectHandle::newStream(&pdf);
    image.replaceDict(QPDFObjectHandle::parse("<< /Type /XObject /Subtype /Image /BitsPerComponent 8 /ColorSpace /DeviceGray /Width " + std::to_string(width) +
                                              " /Height " + std::to_string(height) + " >>"));
    image.replaceStreamData(bytes, QPDFObjectHandle::newName("/DCTDecode"), QPDFObjectHandle::newNull());
    const std::string w = across ? "841.89" : "595.276", h = across ? "595.276" : "841.89";
    QPDFObjectHandle page = pdf.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 " + w + " " + h + "] " + extra + " >>"));
    QPDFObjectHandle named = QPDFObjectHandle::newDictionary({{"/I", pdf.makeIndirectObject(image)}});
    page.replaceKey("/Resources", QPDFObjectHandle::newDictionary({{"/XObject", named}}));
    page.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, "q " + w + " 0 0 " + h + " 0 0 cm /I Do Q"));
    pdf.addPage(page, false);
  }
  QPDFWriter writer(pdf, file.c_str());
  writer.setStaticID(true);
  writer.write();
}

}  // namespace lvce::testing
