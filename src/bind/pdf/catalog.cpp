#include "bind/pdf/catalog.h"

#include <algorithm>

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

}  // namespace

void write_page_labels(QPDF& pdf, int front, int first_number) {
  PdfObject numbers = PdfObject::newArray();
  const auto label_from = [&numbers](int sheet, const char* style, int number) {
    PdfObject label = PdfObject::newDictionary();
    label.replaceKey("/S", PdfObject::newName(style));
    label.replaceKey("/St", PdfObject::newInteger(number));
    numbers.appendItem(PdfObject::newInteger(sheet));
    numbers.appendItem(label);
  };
  if (front > 0) label_from(0, "/r", 1);
  label_from(front, "/D", first_number);
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
    item.replaceKey("/Title", PdfObject::newUnicodeString(entry.title));
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
  info.replaceKey("/Title", PdfObject::newUnicodeString(volume.title));
  if (!volume.author.empty()) info.replaceKey("/Author", PdfObject::newUnicodeString(volume.author));
  info.replaceKey("/Creator", PdfObject::newUnicodeString("绿册"));
  pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
}

}  // namespace lvce
