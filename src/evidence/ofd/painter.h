// One document of an OFD, page by page, onto a Cairo surface.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "evidence/ofd/document.h"
#include "evidence/ofd/drawing.h"
#include "evidence/ofd/signature.h"

namespace lvce::ofd {

class Painter {
 public:
  /// `nested`: how many OFDs this one lies in (the picture of a seal may be one).
  Painter(Package& package, const Document& document, OwnFaces& faces, Trouble& trouble, int nested = 0);

  const Signatures& signatures() const { return signatures_; }

  /// Reads a page; its size, or nothing when it is not there.
  std::optional<Box> open(const PageEntry& page);
  /// Draws the page that was opened: templates, layers, annotations, seals. Millimetres, the page's upper left corner at (0, 0).
  void draw(cairo_t* to);

 private:
  struct Sheet {  ///< a page or template with its own resources
    std::unique_ptr<Xml> xml;
    std::unique_ptr<Resources> resources;
  };
  struct Piece {  ///< of a page, in the order of drawing
    int order = 0;
    pugi::xml_node block;
    const Resources* resources = nullptr;
  };

  Sheet read_sheet(const std::string& from, const std::string& location);
  const Sheet& template_sheet(const std::string& id);
  std::vector<Piece> pieces();
  void draw_annotations(cairo_t* to);
  void draw_annotation(cairo_t* to, const pugi::xml_node& annotation);
  void draw_seals(cairo_t* to);
  void draw_seal(cairo_t* to, const Signature& signature, const Box& place);
  bool draw_nested(cairo_t* to, const std::string& bytes, const Box& place);

  Package& package_;
  const Document& document_;
  OwnFaces& faces_;
  Trouble& trouble_;
  int nested_;
  Fonts fonts_;
  Pictures pictures_;
  Drawer drawer_;
  Signatures signatures_;
  std::map<std::string, Sheet> templates_;
  std::map<const Signature*, Surface> seal_pictures_;
  std::string id_;
  Sheet sheet_;
  Box area_;
};

}  // namespace lvce::ofd
