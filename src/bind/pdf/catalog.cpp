#include "bind/pdf/catalog.h"

#include <algorithm>

#include "support/unseen.h"

namespace lvce {
namespace {

PdfObject destination(PdfObject page, double top) {
  PdfObject array = PdfObject::newArray();
  array.appendItem(page);
  array.appendItem(PdfObject::newName("/XYZ"));
  array.appendItem(PdfObject::newNull());
  array.appendItem(PdfObject::newReal(pdf_number(top)));
  array.appendItem(PdfObject::newNull());
  return array;
}

/// An outline item under construction, with what its siblings and parent must know.
struct Node {
  PdfObject item;
  PdfObject last_child;
  int children = 0;
};

void hang(Node& parent, PdfObject item) {
  item.replaceKey("/Parent", parent.item);
  if (parent.children == 0) {
    parent.item.replaceKey("/First", item);
  } else {
    item.replaceKey("/Prev", parent.last_child);
    parent.last_child.replaceKey("/Next", item);
  }
  parent.item.replaceKey("/Last", item);
  parent.last_child = item;
  ++parent.children;
}

/// Closed items carry the negative number of their children; the root shows its top level.
void close(const Node& node, bool is_root) {
  PdfObject item = node.item;
  if (node.children > 0) item.replaceKey("/Count", PdfObject::newInteger(is_root ? node.children : -node.children));
}

/// What a page label is made of, and whether it only counts on from the sheet before.
struct LabelRange {
  std::string style = "/D", prefix;
  int number = 0;
  bool goes_on = false;
};

LabelRange range_from(const BoundSheet& sheet, const LabelRange& before) {
  LabelRange range;
  if (sheet.label.number == 0) {
    range.style = "/r";
    range.prefix = sheet.label_prefix;
    range.number = before.style == range.style && before.prefix == range.prefix ? before.number + 1 : 1;
  } else if (sheet.label.supplement > 0) {
    range.prefix = std::to_string(sheet.label.number) + "-";
    range.number = sheet.label.supplement;
  } else {
    range.number = sheet.label.number;
  }
  range.goes_on = range.style == before.style && range.prefix == before.prefix && range.number == before.number + 1;
  return range;
}

PdfObject label_dictionary(const LabelRange& range) {
  PdfObject label = PdfObject::newDictionary();
  label.replaceKey("/S", PdfObject::newName(range.style));
  if (!range.prefix.empty()) label.replaceKey("/P", PdfObject::newUnicodeString(range.prefix));
  label.replaceKey("/St", PdfObject::newInteger(range.number));
  return label;
}

}  // namespace

void write_page_labels(QPDF& pdf, const std::vector<BoundSheet>& sheets) {
  PdfObject numbers = PdfObject::newArray();
  LabelRange range;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const LabelRange own = range_from(sheets[i], range);
    if (i == 0 || !own.goes_on) {
      numbers.appendItem(PdfObject::newInteger(static_cast<long long>(i)));
      numbers.appendItem(label_dictionary(own));
    }
    range = own;
  }
  PdfObject labels = PdfObject::newDictionary();
  labels.replaceKey("/Nums", numbers);
  pdf.getRoot().replaceKey("/PageLabels", labels);
}

void write_outline(QPDF& pdf, const std::vector<OutlineEntry>& entries, const std::vector<PdfObject>& pages) {
  if (entries.empty()) return;
  PdfObject root = pdf.makeIndirectObject(PdfObject::newDictionary());
  root.replaceKey("/Type", PdfObject::newName("/Outlines"));
  std::vector<Node> open = {{root, {}, 0}};
  for (const OutlineEntry& entry : entries) {
    const std::size_t depth = std::min<std::size_t>(open.size(), static_cast<std::size_t>(std::max(entry.level, 0)) + 1);
    for (; open.size() > depth; open.pop_back()) close(open.back(), false);
    PdfObject item = pdf.makeIndirectObject(PdfObject::newDictionary());
    item.replaceKey("/Title", PdfObject::newUnicodeString(visible(entry.title)));
    item.replaceKey("/Dest", destination(pages.at(static_cast<std::size_t>(entry.sheet)), entry.top));
    hang(open.back(), item);
    open.push_back({item, {}, 0});
  }
  for (; !open.empty(); open.pop_back()) close(open.back(), open.size() == 1);
  pdf.getRoot().replaceKey("/Outlines", root);
  pdf.getRoot().replaceKey("/PageMode", PdfObject::newName("/UseOutlines"));
}

void write_links(QPDF& pdf, const BoundSheet& sheet, PdfObject page, const std::vector<PdfObject>& pages) {
  if (sheet.links.empty()) return;
  PdfObject annotations = PdfObject::newArray();
  for (const LinkArea& link : sheet.links) {
    PdfObject annotation = PdfObject::newDictionary();
    annotation.replaceKey("/Type", PdfObject::newName("/Annot"));
    annotation.replaceKey("/Subtype", PdfObject::newName("/Link"));
    annotation.replaceKey("/Rect", pdf_rectangle(link.x0, link.y0, link.x1, link.y1));
    annotation.replaceKey("/Border", PdfObject::parse("[0 0 0]"));
    annotation.replaceKey("/F", PdfObject::newInteger(4));
    annotation.replaceKey("/Dest", destination(pages.at(static_cast<std::size_t>(link.sheet)), link.top));
    annotations.appendItem(pdf.makeIndirectObject(annotation));
  }
  page.replaceKey("/Annots", annotations);
}

void write_document_facts(QPDF& pdf, const Volume& volume) {
  PdfObject root = pdf.getRoot();
  root.replaceKey("/Lang", PdfObject::newString("zh-CN"));
  PdfObject preferences = PdfObject::newDictionary();
  preferences.replaceKey("/DisplayDocTitle", PdfObject::newBool(true));
  preferences.replaceKey("/PrintScaling", PdfObject::newName("/None"));
  preferences.replaceKey("/Duplex", PdfObject::newName(volume.duplex ? "/DuplexFlipLongEdge" : "/Simplex"));
  root.replaceKey("/ViewerPreferences", preferences);
  PdfObject info = PdfObject::newDictionary();
  info.replaceKey("/Title", PdfObject::newUnicodeString(visible(volume.title)));
  if (!volume.author.empty()) info.replaceKey("/Author", PdfObject::newUnicodeString(visible(volume.author)));
  info.replaceKey("/Creator", PdfObject::newUnicodeString("绿册"));
  pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
}

}  // namespace lvce
