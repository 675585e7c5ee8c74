#include "bind/pdf/volume_writer.h"

#include <map>
#include <qpdf/QPDFWriter.hh>
#include <utility>

#include "bind/pdf/catalog.h"
#include "bind/pdf/pdf_file.h"

namespace lvce {
namespace {

constexpr const char* kEvidenceName = "/LvPage";

std::string font_name(FontId font) { return "/Lv" + std::to_string(font); }

std::string ground_content(const RectBox& box) {
  return pdf_number(box.fill_grey.value_or(1)) + " g " + pdf_number(box.x) + ' ' + pdf_number(box.y) + ' ' + pdf_number(box.width) + ' ' +
         pdf_number(box.height) + " re f\n";
}

std::string text_content(const TextBox& box, const OwnPages& own) {
  return "BT " + pdf_number(box.grey) + " g " + font_name(box.font) + ' ' + pdf_number(box.size) + " Tf " + pdf_number(box.char_space) + " Tc " +
         pdf_number(box.x) + ' ' + pdf_number(box.y) + " Td " + own.encode(box.font, box.text) + " Tj ET\n";
}

std::string mark_content(const Mark& mark, const OwnPages& own) {
  std::string content;
  for (const RectBox& ground : mark.grounds) content += ground_content(ground);
  for (const TextBox& text : mark.texts) {
    if (own.font(text.font).isDictionary()) content += text_content(text, own);
  }
  if (!mark.number) return content;
  const std::string added = mark.number->supplement > 0 ? " /S " + std::to_string(mark.number->supplement) : "";
  const std::string code = mark.check_code.empty() ? "" : " /C (" + mark.check_code + ")";
  return "/LvceNumber <</N " + std::to_string(mark.number->number) + added + code + ">> BDC\n" + content + "EMC\n";
}

/// One volume on its way to a file.
class Writer {
 public:
  Writer(const Volume& volume, OwnPages& own, QPDF& into) : volume_(volume), own_(own), out_(into) {}

  std::string write(const std::filesystem::path& file) {
    begin_empty();
    for (const BoundSheet& sheet : volume_.sheets) out_.addPage(page_of(sheet), false);
    const std::vector<PdfObject> pages = out_.getAllPages();
    for (std::size_t i = 0; i < pages.size(); ++i) write_links(out_, volume_.sheets[i], pages[i], pages);
    write_page_labels(out_, volume_.sheets);
    write_outline(out_, volume_.outline, pages);
    write_document_facts(out_, volume_);
    write_layers(out_, volume_.layers);
    keep_compressed_streams(out_);
    PdfFile to(file);
    QPDFWriter writer(out_);
    writer.setOutputPipeline(&to);
    writer.setStaticID(true);  // its place is taken by the digest
    writer.setMinimumPDFVersion("1.7");
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setCompressStreams(true);
    writer.setDecodeLevel(qpdf_dl_none);
    writer.write();
    let_go(pages);
    return to.close();
  }

 private:
  PdfObject page_of(const BoundSheet& sheet) {
    PdfObject page = sheet.own ? own_page(*sheet.own) : empty_page(sheet);
    const int turned = sheet.own ? sheet.view_rotate : sheet.frame.view_rotate;
    if (turned != 0) page.replaceKey("/Rotate", PdfObject::newInteger(turned));
    const std::string content = form_content(page, sheet) + marks_content(page, sheet, turned);
    if (!content.empty()) page.getKey("/Contents").appendItem(stamp(content));
    return page;
  }

  /// Not compressed: a few words, and a thousand of them took a tenth of the time of a volume.
  PdfObject stamp(const std::string& content) {
    PdfObject stream = made(out_.newStream(content));
    stream.setFilterOnWrite(false);
    return stream;
  }

  /// Remembers what only this volume needs.
  PdfObject made(PdfObject object) {
    made_.push_back(object.getObjGen());
    return object;
  }

  /// The next volume is written from the same PDF: what this one drew would stay in memory to the end.
  void let_go(const std::vector<PdfObject>& pages) {
    for (const PdfObject& page : pages) made_.push_back(page.getObjGen());
    begin_empty();
    for (const QPDFObjGen& object : made_) out_.replaceObject(object, PdfObject::newNull());
  }

  /// Leaves nothing of an earlier volume in the catalog; what it drew is not reached any more and so not written.
  void begin_empty() {
    PdfObject root = out_.getRoot();
    for (const std::string& key : root.getKeys()) {
      if (key != "/Type") root.removeKey(key);
    }
    root.replaceKey("/Pages", out_.makeIndirectObject(PdfObject::parse("<< /Type /Pages /Kids [] /Count 0 >>")));
    out_.updateAllPagesCache();
  }

  /// A copy of its own, ready to be drawn on: libqpdf hands out the same one each time.
  PdfObject own_page(std::size_t index) {
    PdfObject page = out_.copyForeignObject(own_.page(index)).shallowCopy();
    page.replaceKey("/Contents", page.getKey("/Contents").shallowCopy());
    PdfObject resources = page.replaceKeyAndGetNew("/Resources", page.getKey("/Resources").shallowCopy());
    if (resources.getKey("/Font").isDictionary()) resources.replaceKey("/Font", resources.getKey("/Font").shallowCopy());
    return out_.makeIndirectObject(page);
  }

  PdfObject empty_page(const BoundSheet& sheet) {
    const bool framed = sheet.form.isInitialized();
    PdfObject page = out_.makeIndirectObject(PdfObject::newDictionary());
    page.replaceKey("/Type", PdfObject::newName("/Page"));
    page.replaceKey("/MediaBox", framed ? media_box(sheet.frame.width, sheet.frame.height) : media_box(kA4WidthPt, kA4HeightPt));
    page.replaceKey("/Resources", PdfObject::newDictionary());
    page.replaceKey("/Contents", PdfObject::newArray());
    return page;
  }

  /// One for all pages of a size.
  PdfObject media_box(double width, double height) {
    const auto [known, fresh] = media_boxes_.try_emplace({width, height});
    if (fresh) known->second = pdf_rectangle(0, 0, width, height);
    return known->second;
  }

  std::string form_content(PdfObject page, const BoundSheet& sheet) {
    if (!sheet.form.isInitialized()) return {};
    PdfObject named = PdfObject::newDictionary();
    named.replaceKey(kEvidenceName, sheet.form);
    page.getKey("/Resources").replaceKey("/XObject", named);
    return "q " + pdf_matrix(sheet.frame.matrix) + " cm " + kEvidenceName + " Do Q\n";
  }

  std::string marks_content(PdfObject page, const BoundSheet& sheet, int turned) {
    std::string content;
    for (const Mark& mark : sheet.marks) {
      content += mark_content(mark, own_);
      for (const TextBox& text : mark.texts) name_font(page, text.font);
    }
    if (content.empty()) return {};
    // A turned sheet is stamped for the one who reads it turned.
    const std::string turn = turned == 90 ? pdf_matrix({0, 1, -1, 0, sheet.own ? kA4WidthPt : sheet.frame.width, 0}) + " cm\n" : "";
    return "q " + turn + content + "Q\n";
  }

  void name_font(PdfObject page, FontId font) {
    PdfObject object = own_.font(font);
    if (!object.isDictionary()) return;
    PdfObject resources = page.getKey("/Resources"), fonts = resources.getKey("/Font");
    if (!fonts.isDictionary()) fonts = resources.replaceKeyAndGetNew("/Font", PdfObject::newDictionary());
    if (!fonts.hasKey(font_name(font))) fonts.replaceKey(font_name(font), out_.copyForeignObject(object));
  }

  const Volume& volume_;
  OwnPages& own_;
  QPDF& out_;
  std::vector<QPDFObjGen> made_;
  std::map<std::pair<double, double>, PdfObject> media_boxes_;
};

}  // namespace

std::string write_volume(const Volume& volume, OwnPages& own, QPDF& into, const std::filesystem::path& file) { return Writer(volume, own, into).write(file); }

}  // namespace lvce
