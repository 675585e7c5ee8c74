#include <algorithm>
#include <array>
#include <string_view>

#include "evidence/pdf/ink.h"
#include "evidence/pdf/pdf.h"
#include "evidence/pdf/printed_layers.h"

namespace lvce {
namespace {

using namespace std::string_view_literals;

constexpr std::array kActions = {"/JavaScript"sv, "/Launch"sv, "/SubmitForm"sv, "/ImportData"sv, "/Rendition"sv, "/Movie"sv, "/Sound"sv, "/RichMediaExecute"sv};
constexpr std::array kMedia = {"/RichMedia"sv, "/Screen"sv, "/Movie"sv, "/Sound"sv, "/3D"sv};

template <std::size_t N>
bool is_name_in(QPDFObjectHandle object, const std::array<std::string_view, N>& names) {
  return object.isName() && std::find(names.begin(), names.end(), object.getName()) != names.end();
}

bool acts(QPDFObjectHandle action) { return action.isDictionary() && is_name_in(action.getKey("/S"), kActions); }

bool any_acts(QPDFObjectHandle actions) {
  if (!actions.isDictionary()) return false;
  const std::set<std::string> keys = actions.getKeys();
  return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return acts(actions.getKey(key)); });
}

QPDFObjectHandle action_key(QPDFObjectHandle dictionary, const std::string& key) {
  return dictionary.isDictionary() ? dictionary.getKey(key) : QPDFObjectHandle::newNull();
}

/// What the whole file holds that acts.
struct Active {
  bool scripts = false;
  bool attachments = false;
};

void look_at_annotation(QPDFObjectHandle annotation, Active& active) {
  if (!annotation.isDictionary()) return;
  QPDFObjectHandle kind = annotation.getKey("/Subtype");
  if (kind.isNameAndEquals("/FileAttachment")) active.attachments = true;
  if (is_name_in(kind, kMedia) || acts(annotation.getKey("/A")) || any_acts(annotation.getKey("/AA"))) active.scripts = true;
}

void look_at_page(QPDFPageObjectHelper& page, Active& active) {
  QPDFObjectHandle object = page.getObjectHandle();
  if (any_acts(object.getKey("/AA"))) active.scripts = true;
  QPDFObjectHandle annotations = object.getKey("/Annots");
  if (!annotations.isArray()) return;
  for (int i = 0; i < annotations.getArrayNItems(); ++i) look_at_annotation(annotations.getArrayItem(i), active);
}

Active look_at_document(QPDFObjectHandle root) {
  Active active;
  QPDFObjectHandle names = root.getKey("/Names");
  active.scripts = acts(root.getKey("/OpenAction")) || any_acts(root.getKey("/AA")) || action_key(names, "/JavaScript").isDictionary();
  active.attachments = action_key(names, "/EmbeddedFiles").isDictionary() || root.hasKey("/Collection");
  return active;
}

constexpr std::size_t kCoverAtMost = 2;  ///< pages

bool has_widgets(PdfPages& pages) {
  return std::any_of(pages.begin(), pages.end(), [](QPDFPageObjectHelper& page) { return !page.getAnnotations("/Widget").empty(); });
}

/// Whether the form's own description (one stream, or several by name) has fields.
bool names_fields(QPDFObjectHandle xfa) {
  const std::vector<QPDFObjectHandle> parts = xfa.isArray() ? xfa.getArrayAsVector() : std::vector<QPDFObjectHandle>{xfa};
  return std::any_of(parts.begin(), parts.end(), [](QPDFObjectHandle part) {
    if (!part.isStream()) return false;
    const auto data = part.getStreamData(qpdf_dl_generalized);
    return std::string_view(reinterpret_cast<const char*>(data->getBuffer()), data->getSize()).find("<field") != std::string_view::npos;
  });
}

/// An XFA form whose fields do not stand on its only page: what one sees there only says that Adobe's program is needed.
bool is_dynamic_form(QPDFObjectHandle root, PdfPages& pages) {
  QPDFObjectHandle needs = root.getKey("/NeedsRendering"), xfa = action_key(root.getKey("/AcroForm"), "/XFA");
  if (xfa.isNull()) return false;
  return (needs.isBool() && needs.getBoolValue()) || (pages.size() == 1 && !has_widgets(pages) && names_fields(xfa));
}

/// A cover over attachments that are the content. /View /H: the program is asked not to show them.
bool is_portfolio(QPDFObjectHandle root, PdfPages& pages) {
  QPDFObjectHandle collection = root.getKey("/Collection");
  return collection.isDictionary() && !collection.getKey("/View").isNameAndEquals("/H") && pages.size() <= kCoverAtMost;
}

/// False when the content is elsewhere.
bool has_own_content(QPDFObjectHandle root, PdfPages& pages, Probed& probed) {
  const Placeholder placeholder = placeholder_of(pages);
  if (is_dynamic_form(root, pages) || placeholder == Placeholder::xfa) {
    probed.error("evidence-pdf-xfa", "PDF是动态表单（XFA），只有专用软件能显示，页面上没有填写的内容", "请用Adobe Reader打开后打印成PDF，重新放入");
  } else if (is_portfolio(root, pages) || placeholder == Placeholder::portfolio) {
    probed.error("evidence-pdf-portfolio", "PDF是文件包（PDF包），内容在其附件中，页面只是封面", "请用Adobe Reader等软件打开，把其中的文件另存为PDF单独放入");
  }
  return !probed.rejected();
}

}  // namespace

void judge_active_content(QPDF& pdf, PdfPages& pages, Probed& probed) {
  QPDFObjectHandle root = pdf.getRoot();
  const bool has_xfa = !action_key(root.getKey("/AcroForm"), "/XFA").isNull();
  if (!has_own_content(root, pages, probed)) return;
  Active active = look_at_document(root);
  for (QPDFPageObjectHelper& page : pages) look_at_page(page, active);
  if (active.scripts || has_xfa) probed.warn("evidence-pdf-active", "PDF内含脚本、动作或多媒体，装订时已去除", "请核对所装订的页面是否完整");
  if (active.attachments) probed.warn("evidence-pdf-attachments", "PDF内含附件，附件不会装订", "请把附件另存为PDF单独放入");
  if (PrintedLayers(root).hides_any())
    probed.warn("evidence-pdf-layers", "PDF有关闭（隐藏）或不打印的图层，装订后同样不显示", "如需显示，请打开图层后打印成PDF重新放入");
}

}  // namespace lvce
