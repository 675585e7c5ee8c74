// One PDF to be written: its sheets in order with what is drawn on each, its links and bookmarks. Says what; volume_writer does it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bind/pdf/layers.h"
#include "bind/pdf/objects.h"
#include "bind/sheet/mark.h"
#include "layout/page.h"

namespace lvce {

/// An area of an own page that leads to another sheet of the same volume. Portrait page coordinates.
struct LinkArea {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  int sheet = 0;   ///< 0-based
  double top = 0;  ///< where on that sheet
};

/// A page of a volume: an own page, a framed evidence page, or (neither) an empty A4 sheet.
struct BoundSheet {
  PageLabel label;                 ///< none: a sheet that shows no number, labelled i, ii … by its place among such sheets
  std::string label_prefix;        ///< before i, ii …: "第1册 "
  std::optional<std::size_t> own;  ///< index of the page in OwnPages
  PdfObject form;                  ///< evidence: a form XObject of EvidenceStore
  FramedPage frame;                ///< evidence: how it is drawn; the sheet's size and /Rotate
  int view_rotate = 0;             ///< own pages: /Rotate (the screen's landscape pages)
  std::vector<Mark> marks;
  std::vector<LinkArea> links;
};

struct OutlineEntry {
  int level = 0;  ///< 0 = top; a level that skips one is hung under the last above it
  std::string title;
  int sheet = 0;
  double top = kA4HeightPt;
};

struct Volume {
  std::string title;
  std::string author;
  bool duplex = true;  ///< tells viewers how to print
  std::vector<BoundSheet> sheets;
  std::vector<OutlineEntry> outline;
  Layers layers;  ///< of the evidence that it shows
};

}  // namespace lvce
