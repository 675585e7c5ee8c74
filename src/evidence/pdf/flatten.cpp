#include <qpdf/Constants.h>

#include <algorithm>
#include <array>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFAnnotationObjectHelper.hh>
#include <qpdf/QPDFFormFieldObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <string_view>

#include "evidence/pdf/balance.h"
#include "evidence/pdf/choice.h"
#include "evidence/pdf/draw.h"
#include "evidence/pdf/field.h"
#include "evidence/pdf/pdf.h"
#include "support/text.h"

namespace lvce {
namespace {

using namespace std::string_view_literals;

/// Of ISO 32000-2, table 171. For these the flag Invisible has no meaning.
constexpr std::array kKnownKinds = {"/Text"sv,     "/Link"sv,           "/FreeText"sv,  "/Line"sv,      "/Square"sv,      "/Circle"sv,     "/Polygon"sv,
                                    "/PolyLine"sv, "/Highlight"sv,      "/Underline"sv, "/Squiggly"sv,  "/Stamp"sv,       "/Caret"sv,      "/Ink"sv,
                                    "/Popup"sv,    "/FileAttachment"sv, "/Sound"sv,     "/Movie"sv,     "/Screen"sv,      "/Widget"sv,     "/StrikeOut"sv,
                                    "/3D"sv,       "/TrapNet"sv,        "/Redact"sv,    "/Watermark"sv, "/PrinterMark"sv, "/Projection"sv, "/RichMedia"sv};

bool is_hidden(const std::string& kind, int flags) {
  const bool known = std::find(kKnownKinds.begin(), kKnownKinds.end(), kind) != kKnownKinds.end();
  return (flags & an_hidden) != 0 || (!known && (flags & an_invisible) != 0);
}

/// Links and pop-ups show nothing on paper, attachments are reported elsewhere.
bool shows_nothing(const std::string& kind) {
  return kind == "/Link" || kind == "/Popup" || kind == "/FileAttachment" || kind == "/PrinterMark" || kind == "/TrapNet";
}

/// Also where the file has lost the form that its widgets belong to.
QPDFFormFieldObjectHelper field_of(QPDFAnnotationObjectHelper& annotation, QPDFAcroFormDocumentHelper& forms) {
  QPDFFormFieldObjectHelper field = forms.getFieldForAnnotation(annotation);
  return field.getObjectHandle().isDictionary() ? field : QPDFFormFieldObjectHelper(annotation.getObjectHandle());
}

QPDFObjectHandle entry(QPDFObjectHandle dictionary, const char* key) {
  return dictionary.isDictionary() ? dictionary.getKey(key) : QPDFObjectHandle::newNull();
}

/// The library adds the form's resources to those of each look, and gives up where one is no dictionary of them (signing programs keep
/// streams there).
void mend_resources(QPDFObjectHandle resources) {
  if (!resources.isDictionary()) return;
  for (auto& [kind, things] : resources.getDictAsMap()) {
    if (!things.isDictionary() && !things.isArray()) resources.removeKey(kind);
  }
}

/// Signatures and stamps: the red seal, wanted on paper whether or not it says that it prints.
bool is_seal(QPDFAnnotationObjectHelper& annotation, QPDFAcroFormDocumentHelper& forms) {
  const std::string kind = annotation.getSubtype();
  if (kind == "/Stamp") return true;
  return kind == "/Widget" && field_of(annotation, forms).getFieldType() == "/Sig";
}

/// What says that it prints, and what says nothing at all (no /F, as careless programs have it): that is bound as the screen shows it.
/// Buttons to press are nothing for paper unless they say so, or are the frame of a picture (图像域), as people put seals into forms.
bool is_for_paper(QPDFAnnotationObjectHelper& annotation, QPDFAcroFormDocumentHelper& forms, int flags) {
  if ((flags & an_print) != 0) return true;
  if (annotation.getObjectHandle().hasKey("/F")) return false;
  QPDFObjectHandle look = annotation.getObjectHandle().getKey("/MK");
  const bool holds_picture = look.isDictionary() && look.getKey("/I").isStream();
  return annotation.getSubtype() != "/Widget" || holds_picture || !field_of(annotation, forms).isPushbutton();
}

/// What is drawn into the page stays in the layer that the annotation was in, shown or hidden.
void keep_layer(QPDFAnnotationObjectHelper& annotation) {
  QPDFObjectHandle layer = annotation.getObjectHandle().getKey("/OC"), look = annotation.getAppearanceStream("/N");
  if (layer.isDictionary() && !look.getDict().hasKey("/OC")) look.getDict().replaceKey("/OC", layer);
}

class Flattener {
 public:
  Flattener(QPDF& pdf, Probed& probed)
      : pdf_(pdf), forms_(pdf), type_(pdf), resources_(entry(pdf.getRoot().getKey("/AcroForm"), "/DR")), probed_(probed), stale_(forms_.getNeedAppearances()) {}

  bool run(PdfPages& pages) {
    mend_resources(resources_);
    std::vector<QPDFPageObjectHelper> drawn_on;
    for (std::size_t i = 0; i < pages.size(); ++i) {
      const std::size_t drawn = look_at_page(pages[i]);
      if (drawn > kMostOnPage) {
        probed_.error("evidence-too-large", name_pages({i + 1}) + "的批注、图章或表单栏目超过" + std::to_string(kMostOnPage) + "个，无法装订",
                      "请打印成PDF或扫描后重新放入");
        return false;
      }
      if (drawn > 0) drawn_on.push_back(pages[i]);
    }
    type_.finish();
    tell_typed();
    if (seals_) probed_.warn("evidence-pdf-signature", "含签名或图章，装订后仅保留外观，不再能验证签名", "请保留原文件备查");
    if (undrawn_) probed_.warn("evidence-pdf-undrawn", "PDF中有批注或表单栏目没有存下显示样式，未能装订", "请打印成PDF后重新放入");
    if (off_paper_) probed_.note("evidence-pdf-comments", "PDF中有便笺或只在屏幕上显示、不打印的批注，未装订");
    if (drawn_on.empty()) return false;
    for (QPDFPageObjectHelper& page : drawn_on) {
      mend_resources(page.getAttribute("/Resources", false));
      balance_contents(pdf_, page);
    }
    if (stale_) forms_.setNeedAppearances(false);
    QPDFPageDocumentHelper(pdf_).flattenAnnotations(an_print, an_hidden);
    return true;
  }

 private:
  /// How many of its annotations are to be drawn into it; more than kMostOnPage are not counted.
  std::size_t look_at_page(QPDFPageObjectHelper& page) {
    std::size_t drawn = 0;
    for (QPDFAnnotationObjectHelper& annotation : page.getAnnotations()) {
      drawn += look_at(annotation) ? 1 : 0;
      if (drawn > kMostOnPage) break;
    }
    return drawn;
  }

  /// True when it is to be drawn into its page.
  bool look_at(QPDFAnnotationObjectHelper& annotation) {
    const std::string kind = annotation.getSubtype();
    const int flags = annotation.getFlags();
    if (shows_nothing(kind) || is_hidden(kind, flags)) return false;
    settle(annotation, kind == "/Widget");
    if (kind == "/Text") {  // a note's words stand in a pop-up; its icon is nothing to bind
      off_paper_ = true;
      return false;
    }
    const bool seal = is_seal(annotation, forms_), wanted = seal || is_for_paper(annotation, forms_, flags);
    if (wanted && !annotation.getAppearanceStream("/N").isStream()) draw(annotation);
    if (!annotation.getAppearanceStream("/N").isStream()) return look_at_undrawn(annotation, kind, wanted);
    keep_layer(annotation);
    mend_resources(annotation.getAppearanceStream("/N").getDict().getKey("/Resources"));
    if (wanted) annotation.getObjectHandle().replaceKey("/F", QPDFObjectHandle::newInteger((flags & ~an_invisible) | an_print));
    if (seal) take_seal(annotation);
    off_paper_ = off_paper_ || !wanted;
    return wanted;
  }

  /// A stamp is what calls itself one; a signature is a field that was signed.
  void take_seal(QPDFAnnotationObjectHelper& annotation) {
    seals_ = true;
    const bool signed_field = annotation.getSubtype() == "/Widget" && field_of(annotation, forms_).getValue().isDictionary();
    if (signed_field) probed_.seal = SealState::present;
    else if (annotation.getSubtype() == "/Stamp" && probed_.seal != SealState::present) probed_.seal = SealState::likely;
  }

  void settle(QPDFAnnotationObjectHelper& annotation, bool is_widget) {
    QPDFFormFieldObjectHelper field = is_widget ? field_of(annotation, forms_) : QPDFFormFieldObjectHelper(annotation.getObjectHandle());
    const bool chosen = is_widget && is_chosen(annotation, field, stale_);
    settle_state(annotation, field, chosen, stale_);
    if (is_widget) draw_field(annotation, field, chosen && lacks_sign(annotation, entry(resources_, "/Font")));
  }

  void draw(QPDFAnnotationObjectHelper& annotation) {
    const bool typed = draw_free_text(pdf_, type_, annotation);
    typed_ = typed_ || typed;
    if (!typed) draw_look(pdf_, annotation);
  }

  /// `unseen_tick`: chosen, and its look does not show it.
  void draw_field(QPDFAnnotationObjectHelper& annotation, QPDFFormFieldObjectHelper field, bool unseen_tick) {
    if (stale_ || !annotation.getAppearanceStream("/N").isStream()) {
      const Typed typed = draw_value(pdf_, type_, annotation, field);
      typed_ = typed_ || typed == Typed::drawn;
      undrawn_ = undrawn_ || typed == Typed::impossible;
    }
    if (unseen_tick && !draw_tick(pdf_, annotation, field.isRadioButton())) undrawn_ = true;
  }

  /// Neither a picture of its own nor one that we can draw: we can only say so.
  bool look_at_undrawn(QPDFAnnotationObjectHelper& annotation, const std::string& kind, bool wanted) {
    if (kind == "/Widget") {
      QPDFFormFieldObjectHelper field = field_of(annotation, forms_);
      seals_ = seals_ || (field.getFieldType() == "/Sig" && field.getValue().isDictionary());  // signed, but out of sight
    } else {
      undrawn_ = undrawn_ || wanted;
      off_paper_ = off_paper_ || !wanted;
    }
    return false;
  }

  void tell_typed() {
    if (typed_)
      probed_.warn("evidence-pdf-typed", "PDF的表单栏目或文本框没有存下显示样式，其中的文字已用宋体排出",
                   "请核对这些文字的位置和内容，必要时打印成PDF后重新放入");
    const std::set<char32_t>& lacking = type_.lacking();
    if (lacking.empty()) return;
    const std::u32string some(lacking.begin(), std::next(lacking.begin(), static_cast<std::ptrdiff_t>(std::min(lacking.size(), kNamed))));
    probed_.warn("evidence-pdf-letters", "PDF的表单栏目或文本框中有字没有可用的字形，装订后显示为〓：" + encode_utf8(some), "请打印成PDF后重新放入");
  }

  static constexpr std::size_t kNamed = 10;
  static constexpr std::size_t kMostOnPage = 5'000;  ///< the library looks for a free name among all of a page's for each

  QPDF& pdf_;
  QPDFAcroFormDocumentHelper forms_;
  PdfType type_;
  QPDFObjectHandle resources_;  ///< of the form: /DR
  Probed& probed_;
  bool stale_ = false;  ///< the file asks for its fields to be drawn anew
  bool seals_ = false;
  bool off_paper_ = false;
  bool typed_ = false;    ///< words set by us
  bool undrawn_ = false;  ///< annotations without an appearance of their own
};

}  // namespace

bool flatten_visible(QPDF& pdf, PdfPages& pages, Probed& probed) { return Flattener(pdf, probed).run(pages); }

}  // namespace lvce
