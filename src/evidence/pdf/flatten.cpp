#include <qpdf/Constants.h>

#include <algorithm>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFAnnotationObjectHelper.hh>
#include <qpdf/QPDFFormFieldObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "evidence/pdf/draw.h"
#include "evidence/pdf/field.h"
#include "evidence/pdf/pdf.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr int kUnseen = an_invisible | an_hidden;

/// Links and pop-ups show nothing on paper, attachments are reported elsewhere.
bool shows_nothing(const std::string& kind) {
  return kind == "/Link" || kind == "/Popup" || kind == "/FileAttachment" || kind == "/PrinterMark" || kind == "/TrapNet";
}

/// Also where the file has lost the form that its widgets belong to.
QPDFFormFieldObjectHelper field_of(QPDFAnnotationObjectHelper& annotation, QPDFAcroFormDocumentHelper& forms) {
  QPDFFormFieldObjectHelper field = forms.getFieldForAnnotation(annotation);
  return field.getObjectHandle().isDictionary() ? field : QPDFFormFieldObjectHelper(annotation.getObjectHandle());
}

/// The library finds no appearance where the state (/AS) does not fit it: a state beside a plain stream, as poppler's signatures have it, or
/// none beside a choice of streams. A `stale` state follows the field's value.
void settle_state(QPDFAnnotationObjectHelper& annotation, QPDFAcroFormDocumentHelper& forms, bool stale) {
  QPDFObjectHandle normal = annotation.getAppearanceDictionary();
  normal = normal.isDictionary() ? normal.getKey("/N") : normal;
  QPDFObjectHandle object = annotation.getObjectHandle();
  if (normal.isStream()) return object.removeKey("/AS");
  if (!normal.isDictionary() || annotation.getSubtype() != "/Widget" || (object.getKey("/AS").isName() && !stale)) return;
  QPDFObjectHandle value = field_of(annotation, forms).getValue();
  const bool chosen = value.isName() && normal.hasKey(value.getName());
  object.replaceKey("/AS", chosen ? value : QPDFObjectHandle::newName("/Off"));
}

/// A box that is ticked without a picture of it. Of several buttons of one field, only the one whose state says so.
bool is_unseen_choice(QPDFAnnotationObjectHelper& annotation, QPDFFormFieldObjectHelper field) {
  if (annotation.getAppearanceDictionary().isDictionary() || field.getFieldType() != "/Btn" || field.isPushbutton()) return false;
  QPDFObjectHandle value = field.getValue(), state = annotation.getObjectHandle().getKey("/AS");
  const bool chosen = value.isName() && value.getName() != "/Off";
  return chosen && (!state.isName() || state.getName() == value.getName());
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
  Flattener(QPDF& pdf, Probed& probed) : pdf_(pdf), forms_(pdf), type_(pdf), probed_(probed), stale_(forms_.getNeedAppearances()) {}

  bool run(PdfPages& pages) {
    for (QPDFPageObjectHelper& page : pages) {
      for (QPDFAnnotationObjectHelper& annotation : page.getAnnotations()) look_at(annotation);
    }
    type_.finish();
    tell_typed();
    if (seals_) probed_.warn("evidence-pdf-signature", "含签名或图章，装订后仅保留外观，不再能验证签名", "请保留原文件备查");
    if (undrawn_) probed_.warn("evidence-pdf-undrawn", "PDF中有批注或表单栏目没有存下显示样式，未能装订", "请打印成PDF后重新放入");
    if (off_paper_) probed_.note("evidence-pdf-comments", "PDF中有便笺或只在屏幕上显示、不打印的批注，未装订");
    if (!printed_) return false;
    if (stale_) forms_.setNeedAppearances(false);
    QPDFPageDocumentHelper(pdf_).flattenAnnotations(an_print, kUnseen);
    return true;
  }

 private:
  void look_at(QPDFAnnotationObjectHelper& annotation) {
    const std::string kind = annotation.getSubtype();
    const int flags = annotation.getFlags();
    if (shows_nothing(kind) || (flags & kUnseen) != 0) return;
    settle_state(annotation, forms_, stale_);
    if (kind == "/Widget") draw_field(annotation);
    if (kind == "/Text") {  // a note's words stand in a pop-up; its icon is nothing to bind
      off_paper_ = true;
      return;
    }
    const bool seal = is_seal(annotation, forms_), wanted = seal || is_for_paper(annotation, forms_, flags);
    if (wanted && !annotation.getAppearanceStream("/N").isStream()) draw(annotation);
    if (!annotation.getAppearanceStream("/N").isStream()) return look_at_undrawn(annotation, kind, wanted);
    keep_layer(annotation);
    if (wanted) annotation.getObjectHandle().replaceKey("/F", QPDFObjectHandle::newInteger(flags | an_print));
    seals_ = seals_ || seal;
    printed_ = printed_ || wanted;
    off_paper_ = off_paper_ || !wanted;
  }

  void draw(QPDFAnnotationObjectHelper& annotation) {
    const bool typed = draw_free_text(pdf_, type_, annotation);
    typed_ = typed_ || typed;
    if (!typed) draw_look(pdf_, annotation);
  }

  void draw_field(QPDFAnnotationObjectHelper& annotation) {
    QPDFFormFieldObjectHelper field = field_of(annotation, forms_);
    const bool ticked = is_unseen_choice(annotation, field);
    if (stale_ || !annotation.getAppearanceStream("/N").isStream()) {
      const Typed typed = draw_value(pdf_, type_, annotation, field);
      typed_ = typed_ || typed == Typed::drawn;
      undrawn_ = undrawn_ || typed == Typed::impossible;
    }
    if (ticked && !draw_tick(pdf_, annotation, field.isRadioButton())) undrawn_ = true;
  }

  /// Neither a picture of its own nor one that we can draw: we can only say so.
  void look_at_undrawn(QPDFAnnotationObjectHelper& annotation, const std::string& kind, bool wanted) {
    if (kind == "/Widget") {
      QPDFFormFieldObjectHelper field = field_of(annotation, forms_);
      seals_ = seals_ || (field.getFieldType() == "/Sig" && field.getValue().isDictionary());  // signed, but out of sight
    } else {
      undrawn_ = undrawn_ || wanted;
      off_paper_ = off_paper_ || !wanted;
    }
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

  QPDF& pdf_;
  QPDFAcroFormDocumentHelper forms_;
  PdfType type_;
  Probed& probed_;
  bool stale_ = false;  ///< the file asks for its fields to be drawn anew
  bool printed_ = false;
  bool seals_ = false;
  bool off_paper_ = false;
  bool typed_ = false;    ///< words set by us
  bool undrawn_ = false;  ///< annotations without an appearance of their own
};

}  // namespace

bool flatten_visible(QPDF& pdf, PdfPages& pages, Probed& probed) { return Flattener(pdf, probed).run(pages); }

}  // namespace lvce
