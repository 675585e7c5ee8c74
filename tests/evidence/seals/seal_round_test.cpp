// Seals of whole files, where a demand asks for them and only there.
#include <vips/vips.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "evidence/evidence_run.h"
#include "evidence/evidence_samples.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using namespace testing;

enum class Drawn { seal, nothing, greys };

/// A letter at 100 dpi as a JPEG.
void put_letter(const fs::path& file, Drawn what) {
  constexpr int kWidth = 827, kHeight = 1169;
  std::string pixels(static_cast<std::size_t>(kWidth) * kHeight * 3, '\xFA');
  const auto put = [&](int x, int y, unsigned char red, unsigned char other) {
    const std::size_t at = (static_cast<std::size_t>(y) * kWidth + static_cast<std::size_t>(x)) * 3;
    pixels[at] = static_cast<char>(red);
    pixels[at + 1] = pixels[at + 2] = static_cast<char>(other);
  };
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) {
      const double radius = std::hypot(x - 550, y - 800);
      if (x > 110 && x < 700 && y % 40 < 14 && x % 22 < 10) put(x, y, 30, 30);
      if (what == Drawn::seal && radius < 82 && (radius > 78 || radius < 28)) put(x, y, 214, 45);
      if (what == Drawn::nothing && y > 60 && y < 66) put(x, y, 214, 45);  // the line of a letterhead
    }
  }
  REQUIRE(vips_init("tests") == 0);
  VipsImage* image = vips_image_new_from_memory(pixels.data(), pixels.size(), kWidth, kHeight, 3, VIPS_FORMAT_UCHAR);
  REQUIRE(vips_jpegsave(image, file.c_str(), "Q", 85, nullptr) == 0);
  g_object_unref(image);
}

/// A PDF with an annotation that shows a red square.
void put_annotated(const fs::path& file, const std::string& annotation, bool in_form) {
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle page = add_page(pdf, "", true);
  QPDFObjectHandle stamp = pdf.makeIndirectObject(parsed("<< /Type /Annot /F 4 /Rect [150 150 190 190] " + annotation + " >>"));
  stamp.replaceKey("/AP", QPDFObjectHandle::newDictionary({{"/N", red_square(pdf)}}));
  page.replaceKey("/Annots", QPDFObjectHandle::newArray({stamp}));
  if (in_form) pdf.getRoot().replaceKey("/AcroForm", QPDFObjectHandle::newDictionary({{"/Fields", QPDFObjectHandle::newArray({stamp})}}));
  save(pdf, file);
}

}  // namespace

TEST_CASE("what is known and seen of seals stands with the file", "[evidence][seals]") {
  EvidenceRun run;
  run.options.sealed = {"2.1.1"};
  put_letter(run.at("2.1.1-1 有章.jpg"), Drawn::seal);
  put_letter(run.at("2.1.1-2 红头.jpg"), Drawn::nothing);
  put_letter(run.at("2.1.1-3 黑白.jpg"), Drawn::greys);
  put_annotated(run.at("2.1.1-4 签章.pdf"), "/Subtype /Widget /FT /Sig /T (s) /V << /Type /Sig >>", true);
  put_annotated(run.at("2.1.1-5 图章.pdf"), "/Subtype /Stamp", false);
  put_annotated(run.at("2.1.1-6 未签.pdf"), "/Subtype /Widget /FT /Sig /T (s)", true);
  put_pdf(run.at("2.1.1-7 文本.pdf"), 1, true);
  run.evidence.put("2.1.1-8 文本.txt", "文字");
  put_letter(run.at("2.1.2 有章.jpg"), Drawn::seal);
  for (const bool prepare : {true, false}) {
    run.run(prepare);
    CHECK(run.file("2.1.1-1 有章.jpg").seal == SealState::likely);
    CHECK(run.file("2.1.1-2 红头.jpg").seal == SealState::unseen);
    CHECK(run.file("2.1.1-3 黑白.jpg").seal == SealState::unknown);
    CHECK(run.file("2.1.1-4 签章.pdf").seal == SealState::present);
    CHECK(run.file("2.1.1-5 图章.pdf").seal == SealState::likely);
    CHECK(run.file("2.1.1-6 未签.pdf").seal == SealState::unseen);  // a red square is none
    CHECK(run.file("2.1.1-7 文本.pdf").seal == SealState::unseen);  // black, but no scan
    CHECK(run.file("2.1.1-8 文本.txt").seal == SealState::unseen);
    CHECK(run.file("2.1.2 有章.jpg").seal == SealState::not_asked);
  }
}

}  // namespace lvce
