// Pages of boxes: what layout/ makes and render/ and bind/ draw. Points (1/72 inch), origin at the lower left, y upwards.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "faces/faces.h"
#include "layout/page_label.h"

namespace lvce {

inline constexpr double kPointsPerMm = 72.0 / 25.4;
inline constexpr double kA4WidthPt = 210 * kPointsPerMm;
inline constexpr double kA4HeightPt = 297 * kPointsPerMm;

/// Text in one font on one baseline. Every character is in `font` (layout has split by fallback and replaced what no face has by 〓).
struct TextBox {
  double x = 0, y = 0;  ///< start of the baseline
  double size = 16;
  FontId font = 0;
  std::string text;
  double char_space = 0;  ///< added after each character, pt (may be negative)
  double grey = 0;        ///< 0 black … 1 white
};

struct RectBox {  ///< filled and/or stroked
  double x = 0, y = 0, width = 0, height = 0;
  std::optional<double> fill_grey;
  double line_width = 0;  ///< 0: no stroke
  double line_grey = 0;
};

struct LineBox {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  double width = 0.5;
  double grey = 0;
  bool dashed = false;
};

/// Where a prepared photo is drawn; bind/ places the image itself.
struct ImageBox {
  double x = 0, y = 0, width = 0, height = 0;
  std::string file_key;
};

struct LinkBox {
  double x = 0, y = 0, width = 0, height = 0;
  std::string target;  ///< anchor
};

struct Page {
  bool landscape = false;  ///< laid out on 842 × 595 and turned counter-clockwise when drawn: the PDF page is portrait
  bool numbered = true;
  bool blank = false;
  std::vector<RectBox> rects;
  std::vector<LineBox> lines;
  std::vector<TextBox> texts;
  std::vector<ImageBox> images;
  std::vector<LinkBox> links;
};

struct AnchorPlace {
  int page = 0;  ///< 0-based inside the document
  double y = 0;  ///< top of what it marks, page coordinates of the drawn (portrait) page
};

struct LaidOut {
  std::vector<Page> pages;
  std::map<std::string, AnchorPlace> anchors;
  std::vector<Bookmark> bookmarks;
  std::vector<std::string> missing_characters;  ///< characters that no face has, once each
};

/// Printed page number of an anchor, for contents and 见第57页; empty while unknown.
using PageNumbers = std::map<std::string, PageLabel>;

struct LayoutOptions {
  int first_page = 1;  ///< number of the document's first page: parity decides the binding side (odd: left)
  bool duplex = true;  ///< mirror margins by parity; to_odd breaks insert blanks
};

}  // namespace lvce
