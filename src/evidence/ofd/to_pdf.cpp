#include "evidence/ofd/to_pdf.h"

#include <cairo-pdf.h>

#include <memory>

#include "evidence/ofd/painter.h"
#include "evidence/ofd/text.h"
#include "support/files.h"

namespace lvce::ofd {
namespace {

constexpr double kPointsPerMm = 72 / 25.4;
constexpr std::size_t kMaxPdf = 256U << 20;

cairo_status_t take_bytes(void* closure, const unsigned char* bytes, unsigned length) {
  auto& out = *static_cast<std::string*>(closure);
  if (out.size() + length > kMaxPdf) return CAIRO_STATUS_WRITE_ERROR;
  out.append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

class PdfMaker {
 public:
  PdfMaker(DrawnOfd& out, std::size_t wanted) : out_(out), wanted_(wanted), surface_(cairo_pdf_surface_create_for_stream(take_bytes, &out.pdf, 595, 842)) {}
  ~PdfMaker() { cairo_surface_destroy(surface_); }
  PdfMaker(const PdfMaker&) = delete;
  PdfMaker& operator=(const PdfMaker&) = delete;

  void add_document(Package& package, const Document& document) {
    Painter painter(package, document, faces_, out_.trouble);
    out_.lost_signatures += painter.signatures().lost;
    out_.trouble.lost_annotations = out_.trouble.lost_annotations || document.annotations_lost;
    for (const PageEntry& page : document.pages) {
      if (out_.pages < wanted_) add_page(painter, document, page);
    }
    out_.signatures.insert(out_.signatures.end(), painter.signatures().all.begin(), painter.signatures().all.end());
  }

  bool finish() {
    cairo_surface_finish(surface_);
    return cairo_surface_status(surface_) == CAIRO_STATUS_SUCCESS;
  }

 private:
  void add_page(Painter& painter, const Document& document, const PageEntry& page) {
    out_.trouble.page = ++out_.pages;
    const std::optional<Box> area = painter.open(page);
    const Box size = area.value_or(document.area);
    cairo_pdf_surface_set_size(surface_, size.width * kPointsPerMm, size.height * kPointsPerMm);
    cairo_t* to = begin();
    if (area) {
      painter.draw(to);
    } else {
      out_.trouble.lost_pages.insert(out_.pages);
      write_words(to, size, "这一页在OFD文件中缺失或损坏，无法显示");
    }
    if (cairo_status(to) != CAIRO_STATUS_SUCCESS) out_.trouble.broken_pages.insert(out_.pages);
    cairo_destroy(to);
    cairo_surface_show_page(surface_);
  }

  cairo_t* begin() {
    cairo_t* to = cairo_create(surface_);
    cairo_scale(to, kPointsPerMm, kPointsPerMm);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(to, options);
    cairo_font_options_destroy(options);
    return to;
  }

  void write_words(cairo_t* to, const Box& page, const std::string& words) {
    pugi::xml_document made;
    pugi::xml_node object = made.append_child("TextObject");
    object.append_attribute("Size") = 5;
    pugi::xml_node code = object.append_child("TextCode");
    code.append_attribute("X") = std::max(5.0, page.width / 2 - 48);
    code.append_attribute("Y") = page.height / 3;
    code.text() = words.c_str();
    for (const GlyphRun& run : lay_text(object, {nullptr, &faces_.chain_for("黑体", false), false}, out_.trouble)) show_run(to, run);
  }

  DrawnOfd& out_;
  std::size_t wanted_;
  cairo_surface_t* surface_;
  OwnFaces faces_{data_folder() / "fonts"};
};

}  // namespace

DrawnOfd draw_ofd(std::string_view bytes, std::size_t most_pages, std::size_t wanted) {
  DrawnOfd out;
  Package package(bytes);
  const Opened opened = package.readable() ? open_documents(package) : Opened();
  out.trouble.lost_documents = opened.lost;
  std::size_t pages = 0;
  for (const std::unique_ptr<Document>& document : opened.documents) pages += document->pages.size();
  if (pages == 0) {
    out.end = package.encrypted() ? DrawnEnd::locked : DrawnEnd::damaged;
    return out;
  }
  out.end = pages > most_pages ? DrawnEnd::too_many_pages : DrawnEnd::drawn;
  if (out.end != DrawnEnd::drawn) return out;
  out.created = opened.documents.front()->created;
  PdfMaker maker(out, wanted);
  for (const std::unique_ptr<Document>& document : opened.documents) maker.add_document(package, *document);
  if (!maker.finish()) out.end = DrawnEnd::damaged;
  return out;
}

}  // namespace lvce::ofd
