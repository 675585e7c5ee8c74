#include <algorithm>
#include <array>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFXRefEntry.hh>
#include <set>

#include "evidence/pdf/open.h"

namespace lvce {
namespace {

constexpr std::array kInherited = {"/Resources", "/MediaBox", "/CropBox", "/Rotate"};

/// What else may stand in /Kids by mistake (a font, an annotation) the library would make a page, and so take it from where it belongs.
bool is_page(QPDFObjectHandle kid) {
  if (kid.isDictionaryOfType("/Page")) return true;
  QPDFObjectHandle contents = kid.getKey("/Contents");
  return contents.isStream() || contents.isArray() || (!kid.getKey("/Type").isName() && (kid.hasKey("/MediaBox") || kid.hasKey("/Parent")));
}

/// Cuts branches that lead back to where one has been, and what is neither branch nor page.
class TreePruner {
 public:
  /// True when something was cut.
  bool run(QPDFObjectHandle root) {
    if (!root.isDictionary()) return false;
    seen_.insert(root.getObjGen());
    visit(root, 0);
    return cut_;
  }

 private:
  void visit(QPDFObjectHandle node, int depth) {
    QPDFObjectHandle kids = node.getKey("/Kids");
    if (!kids.isArray()) return;
    std::vector<QPDFObjectHandle> sound, all = kids.getArrayAsVector();
    for (QPDFObjectHandle& kid : all) {
      if (!is_sound(kid, depth)) continue;
      sound.push_back(kid);
      if (kid.isDictionary() && kid.hasKey("/Kids")) visit(kid, depth + 1);
    }
    if (sound.size() == all.size()) return;
    cut_ = true;
    node.replaceKey("/Kids", QPDFObjectHandle::newArray(sound));
  }

  bool is_sound(QPDFObjectHandle kid, int depth) {
    if (!kid.isDictionary()) return kid.isIndirect() && kid.isNull();  // a page that is lost keeps its place
    if (!kid.hasKey("/Kids")) return is_page(kid);
    return depth < kTreeDepth && (!kid.isIndirect() || seen_.insert(kid.getObjGen()).second);
  }

  std::set<QPDFObjGen> seen_;
  bool cut_ = false;
};

/// Where an object begins in the file; those packed into a stream stand in their order there.
using PageInFile = std::pair<qpdf_offset_t, int>;

PageInFile place_of(const std::map<QPDFObjGen, QPDFXRefEntry>& table, QPDFObjGen id) {
  const auto entry = table.find(id);
  if (entry == table.end()) return {};
  if (entry->second.getType() != 2) return {entry->second.getOffset(), 0};
  const auto stream = table.find(QPDFObjGen(entry->second.getObjStreamNumber(), 0));
  return {stream == table.end() ? 0 : stream->second.getOffset(), entry->second.getObjStreamIndex()};
}

/// In the order of the file.
std::vector<QPDFObjectHandle> objects_of_type(QPDF& pdf, const char* type) {
  const std::map<QPDFObjGen, QPDFXRefEntry> table = pdf.getXRefTable();
  std::vector<std::pair<PageInFile, QPDFObjectHandle>> found;
  for (QPDFObjectHandle& object : pdf.getAllObjects()) {
    if (object.isDictionaryOfType(type)) found.emplace_back(place_of(table, object.getObjGen()), object);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<QPDFObjectHandle> objects;
  for (auto& [place, object] : found) objects.push_back(object);
  return objects;
}

/// A catalog of ours, for the file's last page tree, or an empty one.
void put_catalog(QPDF& pdf) {
  QPDFObjectHandle tree = pdf.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Pages /Kids [] /Count 0 >>"));
  for (QPDFObjectHandle& pages : objects_of_type(pdf, "/Pages")) {
    if (!pages.hasKey("/Parent") && pages.getKey("/Kids").isArray() && pages.getKey("/Kids").getArrayNItems() > 0) tree = pages;
  }
  QPDFObjectHandle catalog = QPDFObjectHandle::newDictionary({{"/Type", QPDFObjectHandle::newName("/Catalog")}, {"/Pages", tree}});
  pdf.getTrailer().replaceKey("/Root", pdf.makeIndirectObject(catalog));
}

bool has_catalog(QPDF& pdf) {
  QPDFObjectHandle root = pdf.getTrailer().getKey("/Root");
  return root.isDictionary() && root.getKey("/Pages").isDictionary();
}

/// All pages that stand in the file, under one tree; each takes along what it inherited.
void gather_pages(QPDF& pdf) {
  QPDFObjectHandle tree = pdf.getRoot().getKey("/Pages"), kids = QPDFObjectHandle::newArray();
  for (QPDFObjectHandle& page : objects_of_type(pdf, "/Page")) {
    for (const char* key : kInherited) {
      if (QPDFObjectHandle value = QPDFPageObjectHelper(page).getAttribute(key, false); !value.isNull()) page.replaceKey(key, value);
    }
    page.replaceKey("/Parent", tree);
    kids.appendItem(page);
  }
  tree.replaceKey("/Count", QPDFObjectHandle::newInteger(kids.getArrayNItems()));
  tree.replaceKey("/Kids", kids);
  pdf.updateAllPagesCache();
}

std::vector<QPDFPageObjectHelper> pages_of_tree(OpenedPdf& opened) {
  if (TreePruner().run(opened.pdf->getRoot().getKey("/Pages"))) opened.repaired = true;
  return QPDFPageDocumentHelper(*opened.pdf).getAllPages();
}

}  // namespace

std::vector<QPDFPageObjectHelper> pages_of(OpenedPdf& opened) {
  if (!has_catalog(*opened.pdf)) put_catalog(*opened.pdf);
  std::vector<QPDFPageObjectHelper> pages = pages_of_tree(opened);
  if (!pages.empty() || !(opened.repaired || opened.pdf->anyWarnings())) return pages;
  gather_pages(*opened.pdf);
  pages = pages_of_tree(opened);
  opened.gathered = !pages.empty();
  opened.repaired = opened.repaired || opened.gathered;
  return pages;
}

}  // namespace lvce
