#include "evidence/ofd/document.h"

#include "support/text.h"

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
    else if (name == "Annotations" && !trim(part.text().get()).empty()) take_annotations(part.text().get(), out);
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
    if (!list) {
      out.annotations_lost = true;
      return;
    }
    for (const pugi::xml_node& page : list->root.children()) {
      if (local_name(page) != "Page") continue;
      const std::optional<std::string> file = package_.locate(list->name, text_of(page, "FileLoc"));
      if (file) out.annotations[attribute_of(page, "PageID")].push_back(*file);
      else out.unannotated.insert(attribute_of(page, "PageID"));
    }
  }

  Package& package_;
  std::unique_ptr<Xml> xml_;
};

/// The version that is in force where a document was revised: what came later, such as watermarks, stands there alone.
std::optional<std::string> root_of_version(Package& package, const Xml& root, const pugi::xml_node& body) {
  for (const pugi::xml_node& version : child_of(body, "Versions").children()) {
    if (local_name(version) != "Version" || !flag_of(version, "Current", false)) continue;
    const std::unique_ptr<Xml> said = read_xml_at(package, root.name, attribute_of(version, "BaseLoc"));
    if (said) return package.locate(said->name, text_of(said->root, "DocRoot"));
  }
  return std::nullopt;
}

std::optional<std::string> root_of_document(Package& package, const Xml& root, const pugi::xml_node& body) {
  if (std::optional<std::string> version = root_of_version(package, root, body)) return version;
  const std::string said = text_of(body, "DocRoot");
  return package.locate(root.name, said.empty() ? attribute_of(body, "DocRoot") : said);
}

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
    const std::optional<std::string> name = root_of_document(package, *root, body);
    std::unique_ptr<Document> document = name ? DocumentReader(package, *name).read() : nullptr;
    if (!document) {
      ++out.lost;
      continue;
    }
    document->created = text_of(child_of(body, "DocInfo"), "CreationDate");
    const std::string signatures = text_of(body, "Signatures");
    document->signatures = package.locate(root->name, signatures).value_or("");
    document->signatures_lost = !signatures.empty() && document->signatures.empty();
    out.documents.push_back(std::move(document));
  }
  return out;
}

}  // namespace lvce::ofd
