// Web pages printed onto one endless page: cut into sheets that can be read.
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/QUtil.hh>

#include <algorithm>

#include "evidence/long_cut.h"
#include "evidence/pdf/pdf.h"
#include "evidence/pdf/shape.h"

namespace lvce {
namespace {

std::string exact(double value) { return QUtil::double_to_string(value, 4); }

/// From the page's own units to points, upright, its lower left corner at the origin.
std::string upright_matrix(const PageShape& shape) {
  const double unit = shape.user_unit, x = -shape.x0 * unit, y = -shape.y0 * unit;
  const double width = (shape.x1 - shape.x0) * unit, height = (shape.y1 - shape.y0) * unit;
  const auto numbers = [](std::initializer_list<double> values) {
    std::string out;
    for (const double value : values) out += (out.empty() ? "[" : " ") + exact(value);
    return out + "]";
  };
  switch (shape.rotate) {
    case 90: return numbers({0, -unit, unit, 0, y, width - x});
    case 180: return numbers({-unit, 0, 0, -unit, width - x, height - y});
    case 270: return numbers({0, unit, -unit, 0, height - y, x});
    default: return numbers({unit, 0, 0, unit, x, y});
  }
}

std::string packed_contents(QPDFPageObjectHelper& page) {
  Pl_Buffer buffer("contents");
  Pl_Flate deflate("deflate", &buffer, Pl_Flate::a_deflate);
  page.pipeContents(&deflate);
  const std::shared_ptr<Buffer> packed = buffer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(packed->getBuffer()), packed->getSize()};
}

/// The page as one drawing, upright and in points.
QPDFObjectHandle drawing_of(QPDF& pdf, QPDFPageObjectHelper& page, const PageShape& shape) {
  QPDFObjectHandle form = QPDFObjectHandle::newStream(&pdf);
  form.replaceStreamData(packed_contents(page), QPDFObjectHandle::newName("/FlateDecode"), QPDFObjectHandle::newNull());
  QPDFObjectHandle dictionary = form.getDict();
  dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
  dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
  dictionary.replaceKey("/BBox", QPDFObjectHandle::newFromRectangle({shape.x0, shape.y0, shape.x1, shape.y1}));
  dictionary.replaceKey("/Matrix", QPDFObjectHandle::parse(upright_matrix(shape)));
  if (QPDFObjectHandle resources = page.getAttribute("/Resources", false); resources.isDictionary()) dictionary.replaceKey("/Resources", resources);
  if (QPDFObjectHandle group = page.getObjectHandle().getKey("/Group"); group.isDictionary()) dictionary.replaceKey("/Group", group);
  return pdf.makeIndirectObject(form);
}

/// Draws slice `at` of its sheet: a window onto the drawing, which is `width` × `height` points.
std::string slice_content(const LongCut& cut, const Slice& slice, std::size_t at, double width, double height) {
  const double scale = cut.unit_mm * kPtPerMm, breadth = (cut.tall ? width : height) * scale, length = (slice.to - slice.from) * scale;
  const double beside = static_cast<double>(cut.per_page), gap = kLongGapMm * kPtPerMm, before = static_cast<double>(at) * (breadth + gap);
  const double page_width = cut.page_width_mm * kPtPerMm, page_height = cut.page_height_mm * kPtPerMm;
  const double left = cut.tall ? (page_width - beside * breadth - (beside - 1) * gap) / 2 + before : 0;
  const double across = cut.tall ? breadth : length, down = cut.tall ? length : breadth;
  const double bottom = page_height - (cut.tall ? 0 : before) - down;
  const double x = left - (cut.tall ? 0 : slice.from * scale), y = bottom - (cut.tall ? (height - slice.to) * scale : 0);
  return "q " + exact(left) + " " + exact(bottom) + " " + exact(across) + " " + exact(down) + " re W n " + exact(scale) + " 0 0 " + exact(scale) + " " +
         exact(x) + " " + exact(y) + " cm /LvLong Do Q\n";
}

/// The sheets in place of a long page.
PdfPages sheets_of(QPDF& pdf, QPDFPageObjectHelper& page, const LongCut& cut) {
  const PageSize seen = page_size(page);
  const QPDFObjectHandle drawing = drawing_of(pdf, page, page_shape(page));
  PdfPages sheets;
  for (std::size_t sheet = 0; sheet < cut.pages(); ++sheet) {
    std::string content;
    for (std::size_t i = sheet * cut.per_page; i < std::min(cut.slices.size(), (sheet + 1) * cut.per_page); ++i)
      content += slice_content(cut, cut.slices[i], i % cut.per_page, seen.width_pt, seen.height_pt);
    QPDFObjectHandle made = QPDFObjectHandle::parse("<< /Type /Page /Resources << /XObject << >> >> >>");
    made.replaceKey("/MediaBox", QPDFObjectHandle::newFromRectangle({0, 0, cut.page_width_mm * kPtPerMm, cut.page_height_mm * kPtPerMm}));
    made.getKey("/Resources").getKey("/XObject").replaceKey("/LvLong", drawing);
    made.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, content));
    sheets.emplace_back(pdf.makeIndirectObject(made));
  }
  return sheets;
}

}  // namespace

bool cut_long_pages(QPDF& pdf, PdfPages& pages, bool has_text, Probed& probed) {
  PdfPages all;
  std::vector<PageSize> sizes;
  std::size_t cut_pages = 0, sheets = 0;
  for (QPDFPageObjectHelper& page : pages) {
    const PageSize seen = page_size(page);
    const std::optional<LongCut> cut = cut_long_page(seen.width_pt, seen.height_pt, has_text);
    PdfPages made = cut && all.size() + cut->pages() <= kMaxPdfPages ? sheets_of(pdf, page, *cut) : PdfPages{page};
    const bool is_cut = made.front().getObjectHandle().getObjGen() != page.getObjectHandle().getObjGen();
    cut_pages += is_cut ? 1 : 0;
    sheets += is_cut ? made.size() : 0;
    for (QPDFPageObjectHelper& sheet : made) {
      sizes.push_back(page_size(sheet));
      sizes.back().goes_on = &sheet != &made.front();
    }
    all.insert(all.end(), made.begin(), made.end());
  }
  if (cut_pages == 0) return false;
  const std::vector<QPDFObjectHandle> before = pdf.getAllPages();
  for (const QPDFObjectHandle& page : before) pdf.removePage(page);
  for (QPDFPageObjectHelper& page : all) pdf.addPage(page.getObjectHandle(), false);
  pages = all;
  probed.pages = sizes;
  probed.note("evidence-long-cut", "有" + std::to_string(cut_pages) + "页很长，裁开后装订为" + std::to_string(sheets) + "页");
  return true;
}

}  // namespace lvce
