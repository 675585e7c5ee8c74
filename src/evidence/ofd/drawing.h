// Layers, blocks and objects of an OFD onto a Cairo surface.
#pragma once

#include <cairo.h>

#include "evidence/ofd/fonts.h"
#include "evidence/ofd/look.h"
#include "evidence/ofd/pictures.h"
#include "evidence/ofd/trouble.h"

namespace lvce::ofd {

class Drawer {
 public:
  Drawer(Fonts& fonts, Pictures& pictures, Trouble& trouble) : fonts_(fonts), pictures_(pictures), trouble_(trouble) {}

  /// All objects in `block` (a Layer, PageBlock, CellContent, Appearance), one over the other. Millimetres, y downwards.
  void draw_block(cairo_t* to, const pugi::xml_node& block, const Resources& resources, Look look);
  /// One object that lies in no layer.
  void draw_single(cairo_t* to, const pugi::xml_node& object, const Resources& resources, const Look& look);

 private:
  void draw_object(cairo_t* to, const pugi::xml_node& object, const Resources& resources, const Look& around);
  void draw_text(cairo_t* to, const pugi::xml_node& object, const Resources& resources, const Look& look);
  void draw_path(cairo_t* to, const pugi::xml_node& object, const Resources& resources, const Look& look);
  void draw_picture(cairo_t* to, const pugi::xml_node& object, const Resources& resources, const Look& look);
  static void paint_picture(cairo_t* to, const pugi::xml_node& object, cairo_surface_t* picture, double alpha);
  void draw_border(cairo_t* to, const pugi::xml_node& object, const Resources& resources, const Look& look);
  void draw_composite(cairo_t* to, const pugi::xml_node& object, const Resources& resources, const Look& look);
  void set_line(cairo_t* to, const Look& look);
  void clip(cairo_t* to, const pugi::xml_node& object, const Resources& resources);
  /// False when there is nothing to draw with.
  bool set_source(cairo_t* to, const pugi::xml_node& colour, const Resources& resources, const Look& look);
  bool set_pattern(cairo_t* to, const pugi::xml_node& pattern, const Resources& resources, const Look& look);

  Fonts& fonts_;
  Pictures& pictures_;
  Trouble& trouble_;
  int depth_ = 0;
};

}  // namespace lvce::ofd
