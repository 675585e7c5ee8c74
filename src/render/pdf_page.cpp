#include "render/pdf_page.h"

#include <algorithm>

#include "render/pdf_text.h"

namespace lvce {

namespace {

HPDF_REAL real(double value) { return static_cast<HPDF_REAL>(value); }

// libharu refuses settings outside these bounds for good: text that is too wide apart is better than no page.
HPDF_REAL grey_of(double grey) { return real(std::clamp(grey, 0.0, 1.0)); }
HPDF_REAL size_of(double size) { return real(std::clamp(size, 0.1, 600.0)); }
HPDF_REAL space_of(double space) { return real(std::clamp(space, -30.0, 300.0)); }

void draw_rect(HPDF_Page target, const RectBox& box) {
  const bool stroked = box.line_width > 0;
  if (!box.fill_grey && !stroked) return;
  if (box.fill_grey) HPDF_Page_SetGrayFill(target, grey_of(*box.fill_grey));
  if (stroked) {
    HPDF_Page_SetLineWidth(target, real(box.line_width));
    HPDF_Page_SetGrayStroke(target, grey_of(box.line_grey));
  }
  HPDF_Page_Rectangle(target, real(box.x), real(box.y), real(box.width), real(box.height));
  if (box.fill_grey && stroked) HPDF_Page_FillStroke(target);
  else if (stroked) HPDF_Page_Stroke(target);
  else HPDF_Page_Fill(target);
}

/// Draws lines and text, writing a setting only when it changes: a page of a table has hundreds of them.
class LinePen {
 public:
  explicit LinePen(HPDF_Page target) : target_(target) {}

  void draw(const LineBox& line) {
    if (width_ != line.width) HPDF_Page_SetLineWidth(target_, real(line.width));
    if (grey_ != line.grey) HPDF_Page_SetGrayStroke(target_, grey_of(line.grey));
    if (dashed_ != line.dashed) set_dash(line.dashed);
    width_ = line.width;
    grey_ = line.grey;
    dashed_ = line.dashed;
    HPDF_Page_MoveTo(target_, real(line.x1), real(line.y1));
    HPDF_Page_LineTo(target_, real(line.x2), real(line.y2));
    HPDF_Page_Stroke(target_);
  }

 private:
  void set_dash(bool dashed) {
    constexpr HPDF_UINT16 kDash[] = {3, 2};
    if (dashed) HPDF_Page_SetDash(target_, kDash, 2, 0);
    else HPDF_Page_SetDash(target_, nullptr, 0, 0);
  }

  HPDF_Page target_;
  double width_ = -1, grey_ = -1;  // none yet
  bool dashed_ = false;
};

class TextPen {
 public:
  TextPen(HPDF_Page target, const PlacedFonts& fonts) : target_(target), fonts_(fonts) {}

  void draw(const TextBox& box) {
    const PlacedFont& font = fonts_.at(box.font);
    const std::vector<std::string> pieces = encode_text(box.text, font.private_codes);
    if (pieces.empty()) return;
    if (font_ != box.font || size_ != box.size) HPDF_Page_SetFontAndSize(target_, font.handle, size_of(box.size));
    font_ = box.font;
    size_ = box.size;
    if (grey_ != box.grey) HPDF_Page_SetGrayFill(target_, grey_of(box.grey));
    grey_ = box.grey;
    HPDF_Page_SetTextMatrix(target_, 1, 0, 0, 1, real(box.x), real(box.y));
    for (const std::string& piece : pieces) show(piece, box.char_space);
  }

 private:
  void show(const std::string& piece, double space) {
    if (space_ != space) HPDF_Page_SetCharSpace(target_, space_of(space));
    space_ = space;
    HPDF_Page_ShowText(target_, piece.c_str());
  }

  HPDF_Page target_;
  const PlacedFonts& fonts_;
  FontId font_ = -1;  // none yet
  double size_ = 0, space_ = 0;
  double grey_ = -1;  // none yet
};

}  // namespace

void draw_page(HPDF_Page target, const Page& page, const PlacedFonts& fonts) {
  HPDF_Page_GSave(target);
  if (page.landscape) HPDF_Page_Concat(target, 0, 1, -1, 0, real(kA4WidthPt), 0);
  for (const RectBox& box : page.rects) draw_rect(target, box);
  LinePen lines(target);
  for (const LineBox& line : page.lines) lines.draw(line);
  if (!page.texts.empty()) {
    HPDF_Page_BeginText(target);
    TextPen text(target, fonts);
    for (const TextBox& box : page.texts) text.draw(box);
    HPDF_Page_EndText(target);
  }
  HPDF_Page_GRestore(target);
}

}  // namespace lvce
