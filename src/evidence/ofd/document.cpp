#include "evidence/ofd/document.h"

namespace lvce::ofd {
namespace {

constexpr double kLeastSide = 1, kMostSide = 5000;  ///< mm; PDF ends at 5080

class DocumentReader {
 public:
  DocumentReader(Package& package, const std::string& name) : package_(package), xml_(read_xml(package, name)) {}

  std::unique_ptr<Document> read() {
    if (!xml_) return nullptr;
    auto out = std::make_unique<Document>();
    out->name = xml_->name;
    for (const pugi::xml_node& part : xml_->root.children()) take(part, *out);
    return out;
  }

 private:
  void take(const pugi::xml_node& part, Document& out) {
    const std::string_view name = local_name(part);
    if (name == "CommonData") take_common(part, out);
    else if (name == "Pages") take_pages(part, out);
    else if (name == "Annotations") take_annotations(part.text().get(), out);
  }

  void take_common(const pugi::xml_node& common, Document& out) {
    for (const pugi::xml_node& part : common.children()) {
      const std::string_view name = local_name(part);
      if (name == "PageArea") out.area = page_area(part).value_or(out.area);
      else if (name == "PublicRes" || name == "DocumentRes") out.resources.add(package_, out.name, part.text().get());
      else if (name == "TemplatePage") out.templates[attribute_of(part, "ID")] = {attribute_of(part, "BaseLoc"), attribute_of(part, "ZOrder")};
    }
  }

  static void take_pages(const pugi::xml_node& pages, Document& out) {
    for (const pugi::xml_node& page : pages.children()) {
      if (local_name(page) == "Page") out.pages.push_back({attribute_of(page, "ID"), attribute_of(page, "BaseLoc")});
    }
  }

  void take_annotations(const std::string& location, Document& out) {
    const std::unique_ptr<Xml> list = read_xml_at(package_, out.name, location);
    if (!list) return;
    for (const pugi::xml_node& page : list->root.children()) {
      const std::optional<std::string> file = package_.locate(list->name, text_of(page, "FileLoc"));
      if (file) out.annotations[attribute_of(page, "PageID")].push_back(*file);
    }
  }

  Package& package_;
  std::unique_ptr<Xml> xml_;
};

}  // namespace

std::optional<Box> page_area(const pugi::xml_node& area) {
  for (const char* name : {"PhysicalBox", "ApplicationBox", "ContentBox"}) {
    const std::optional<Box> box = box_of(text_of(area, name));
    if (box && box->width >= kLeastSide && box->height >= kLeastSide && box->width <= kMostSide && box->height <= kMostSide) return box;
  }
  return std::nullopt;
}

Opened open_documents(Package& package) {
  Opened out;
  const std::unique_ptr<Xml> root = read_xml(package, package.root());
  if (!root) return out;
  for (const pugi::xml_node& body : root->root.children()) {
    if (local_name(body) != "DocBody") continue;
    const std::optional<std::string> name = package.locate(root->name, text_of(body, "DocRoot"));
    std::unique_ptr<Document> document = name ? DocumentReader(package, *name).read() : nullptr;
    if (!document) {
      ++out.lost;
      continue;
    }
    document->created = text_of(child_of(body, "DocInfo"), "CreationDate");
    document->signatures = package.locate(root->name, text_of(body, "Signatures")).value_or("");
    out.documents.push_back(std::move(document));
  }
  return out;
}

}  // namespace lvce::ofd
