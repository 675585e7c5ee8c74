#include "evidence/ofd/painter.h"

#include <algorithm>

namespace lvce::ofd {
namespace {

constexpr int kDeepestNested = 1;

/// Of what lies over what: a template below its rank's layers, in front above them.
int order_of(const std::string& rank, bool is_template) {
  if (rank == "Background") return is_template ? 0 : 1;
  if (rank == "Foreground") return is_template ? 5 : 4;
  return is_template ? 2 : 3;
}

bool is_block(const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  return name == "Layer" || name == "PageBlock" || name.ends_with("Object");
}

}  // namespace

Painter::Painter(Package& package, const Document& document, OwnFaces& faces, Trouble& trouble, int nested)
    : package_(package),
      document_(document),
      faces_(faces),
      trouble_(trouble),
      nested_(nested),
      fonts_(package, faces),
      pictures_(package),
      drawer_(fonts_, pictures_, trouble),
      signatures_(read_signatures(package, document)) {}

Painter::Sheet Painter::read_sheet(const std::string& from, const std::string& location) {
  Sheet out{read_xml_at(package_, from, location), std::make_unique<Resources>(&document_.resources)};
  if (!out.xml) return out;
  if (!out.xml->whole) trouble_.broken_pages.insert(trouble_.page);
  for (const pugi::xml_node& part : out.xml->root.children()) {
    if (local_name(part) == "PageRes") out.resources->add(package_, out.xml->name, part.text().get());
  }
  return out;
}

std::optional<Box> Painter::open(const PageEntry& page) {
  id_ = page.id;
  sheet_ = read_sheet(document_.name, page.location);
  if (!sheet_.xml) return std::nullopt;
  area_ = page_area(child_of(sheet_.xml->root, "Area")).value_or(document_.area);
  return area_;
}

const Painter::Sheet& Painter::template_sheet(const std::string& id) {
  const auto known = templates_.find(id);
  if (known != templates_.end()) return known->second;
  const auto said = document_.templates.find(id);
  return templates_[id] = said == document_.templates.end() ? Sheet() : read_sheet(document_.name, said->second.location);
}

std::vector<Painter::Piece> Painter::pieces() {
  std::vector<Piece> out;
  const auto add = [&out](const Sheet& sheet, const std::string* rank) {
    const pugi::xml_node content = child_of(sheet.xml->root, "Content");
    for (const pugi::xml_node& block : (content ? content : sheet.xml->root).children()) {
      if (!is_block(block)) continue;
      out.push_back({rank != nullptr ? order_of(*rank, true) : order_of(attribute_of(block, "Type"), false), block, sheet.resources.get()});
    }
  };
  for (const pugi::xml_node& node : sheet_.xml->root.children()) {
    if (local_name(node) != "Template") continue;
    const std::string id = attribute_of(node, "TemplateID");
    const Sheet& sheet = template_sheet(id);
    if (!sheet.xml) {
      trouble_.broken_pages.insert(trouble_.page);
      continue;
    }
    std::string rank = attribute_of(node, "ZOrder");
    if (rank.empty()) rank = document_.templates.at(id).order;
    if (rank.empty()) rank = "Background";
    add(sheet, &rank);
  }
  add(sheet_, nullptr);
  std::stable_sort(out.begin(), out.end(), [](const Piece& left, const Piece& right) { return left.order < right.order; });
  return out;
}

void Painter::draw(cairo_t* to) {
  if (!sheet_.xml) return;
  cairo_save(to);
  cairo_translate(to, -area_.x, -area_.y);
  for (const Piece& piece : pieces()) {
    if (local_name(piece.block) == "Layer" || local_name(piece.block) == "PageBlock") {
      drawer_.draw_block(to, piece.block, *piece.resources, Look());
    } else {
      drawer_.draw_single(to, piece.block, *piece.resources, Look());
    }
  }
  draw_annotations(to);
  draw_seals(to);
  cairo_restore(to);
}

void Painter::draw_annotations(cairo_t* to) {
  if (document_.unannotated.contains(id_)) trouble_.annotation_pages.insert(trouble_.page);
  const auto files = document_.annotations.find(id_);
  if (files == document_.annotations.end()) return;
  for (const std::string& file : files->second) {
    const std::unique_ptr<Xml> xml = read_xml(package_, file);
    if (!xml || !xml->whole) trouble_.broken_pages.insert(trouble_.page);
    if (!xml) continue;
    for (const pugi::xml_node& annotation : xml->root.children()) {
      if (local_name(annotation) == "Annot" && flag_of(annotation, "Visible", true) && flag_of(annotation, "Print", true)) draw_annotation(to, annotation);
    }
  }
}

void Painter::draw_annotation(cairo_t* to, const pugi::xml_node& annotation) {
  const std::string type = attribute_of(annotation, "Type");
  Look look;
  if (type == "Stamp" || type == "Watermark" || type == "Highlight") look.mixing = CAIRO_OPERATOR_MULTIPLY;
  for (const pugi::xml_node& appearance : annotation.children()) {
    if (local_name(appearance) != "Appearance") continue;
    const std::optional<Box> boundary = box_of(appearance.attribute("Boundary").value());
    cairo_save(to);
    if (boundary) cairo_translate(to, boundary->x, boundary->y);
    drawer_.draw_block(to, appearance, document_.resources, look);
    cairo_restore(to);
  }
}

void Painter::draw_seals(cairo_t* to) {
  for (const Signature& signature : signatures_.all) {
    for (const Stamp& stamp : signature.stamps) {
      if (stamp.page != id_ || stamp.boundary.width <= 0 || stamp.boundary.height <= 0 || !trouble_.may_draw()) continue;
      if (signature.picture.empty()) {  // its picture may be an annotation
        if (!document_.annotations.contains(id_)) trouble_.picture_pages.insert(trouble_.page);
        continue;
      }
      cairo_save(to);
      if (stamp.clip) {
        cairo_rectangle(to, stamp.boundary.x + stamp.clip->x, stamp.boundary.y + stamp.clip->y, stamp.clip->width, stamp.clip->height);
        cairo_clip(to);
      }
      draw_seal(to, signature, stamp.boundary);
      cairo_restore(to);
    }
  }
}

/// Over the text as on paper, where a seal hides nothing.
void Painter::draw_seal(cairo_t* to, const Signature& signature, const Box& place) {
  if (signature.picture.starts_with("PK")) {
    cairo_push_group(to);
    const bool drawn = draw_nested(to, signature.picture, place);
    cairo_pop_group_to_source(to);
    cairo_set_operator(to, CAIRO_OPERATOR_MULTIPLY);
    if (drawn) cairo_paint(to);
    else trouble_.picture_pages.insert(trouble_.page);
    return;
  }
  const auto [known, added] = seal_pictures_.emplace(&signature, nullptr);
  if (added) known->second = picture_of(signature.picture);
  cairo_surface_t* picture = known->second.get();
  if (picture == nullptr) {
    trouble_.picture_pages.insert(trouble_.page);
    return;
  }
  cairo_set_operator(to, CAIRO_OPERATOR_MULTIPLY);
  cairo_translate(to, place.x, place.y);
  cairo_scale(to, place.width / cairo_image_surface_get_width(picture), place.height / cairo_image_surface_get_height(picture));
  cairo_set_source_surface(to, picture, 0, 0);
  cairo_paint(to);
}

bool Painter::draw_nested(cairo_t* to, const std::string& bytes, const Box& place) {
  if (nested_ >= kDeepestNested) return false;
  Package package(bytes);
  const Opened opened = package.readable() ? open_documents(package) : Opened();
  if (opened.documents.empty() || opened.documents[0]->pages.empty()) return false;
  Painter painter(package, *opened.documents[0], faces_, trouble_, nested_ + 1);
  const std::optional<Box> area = painter.open(opened.documents[0]->pages[0]);
  if (!area) return false;
  cairo_save(to);
  cairo_translate(to, place.x, place.y);
  cairo_scale(to, place.width / area->width, place.height / area->height);
  painter.draw(to);
  cairo_restore(to);
  return true;
}

}  // namespace lvce::ofd
