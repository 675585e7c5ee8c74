#include "evidence/pdf/draw.h"

#include <algorithm>
#include <cmath>
#include <qpdf/QPDF.hh>

#include "evidence/pdf/pen.h"

namespace lvce {
namespace {

constexpr std::size_t kWavesAtMost = 20'000;
constexpr double kWave = 2;        ///< pt: step and height of a squiggly line
constexpr double kHeadWidths = 3;  ///< a line's ending is so many line widths long (and wide)

/// One annotation being drawn.
struct Sketch {
  QPDFObjectHandle dictionary;
  LineStyle style;
  std::optional<std::string> stroke, fill;  ///< colours; nothing: not to be drawn
  bool multiply = false;                    ///< what lies below shows through
  Path path;

  const char* how(bool closed) const {
    if (stroke && style.width > 0) return fill && closed ? "B" : "S";
    return fill && closed ? "f" : "n";
  }
};

/// Corners of marked text as nearly all programs write them: upper left, upper right, lower left, lower right. The standard's own order goes
/// round, from the lower left: known by sides that run against each other.
template <class Draw>
bool for_each_quad(Sketch& sketch, Draw draw) {
  QPDFObjectHandle array = sketch.dictionary.getKey("/QuadPoints");
  const std::vector<Point> points = points_of(array);
  for (std::size_t i = 0; i + 3 < points.size(); i += 4) {
    const Point a = points[i], b = points[i + 1], c = points[i + 2], d = points[i + 3];
    const bool round = (b.x - a.x) * (d.x - c.x) + (b.y - a.y) * (d.y - c.y) < 0;
    round ? draw(d, c, a, b) : draw(a, b, c, d);
  }
  return points.size() >= 4;
}

bool highlight(Sketch& sketch) {
  sketch.fill = colour_operator(sketch.dictionary.getKey("/C"), false);
  sketch.stroke.reset();
  sketch.multiply = true;
  return sketch.fill && for_each_quad(sketch, [&](Point upper_left, Point upper_right, Point lower_left, Point lower_right) {
           sketch.path.lines({upper_left, upper_right, lower_right, lower_left}).close().paint("f");
         });
}

bool underline(Sketch& sketch) {
  return for_each_quad(sketch, [&](Point, Point, Point left, Point right) { sketch.path.lines({left, right}).paint("S"); });
}

bool strike_out(Sketch& sketch) {
  return for_each_quad(sketch, [&](Point upper_left, Point upper_right, Point lower_left, Point lower_right) {
    sketch.path.lines({middle(upper_left, lower_left), middle(upper_right, lower_right)}).paint("S");
  });
}

bool squiggly(Sketch& sketch) {
  return for_each_quad(sketch, [&](Point, Point, Point left, Point right) {
    const Point along = direction(left, right), up = left_of(along);
    const double length = std::hypot(right.x - left.x, right.y - left.y);
    const auto waves = std::min(static_cast<std::size_t>(length / kWave), kWavesAtMost);
    sketch.path.move(left);
    for (std::size_t i = 1; i <= waves; ++i) sketch.path.line(left + along * (kWave * static_cast<double>(i)) + up * (i % 2 == 1 ? kWave : 0));
    sketch.path.paint("S");
  });
}

/// The ending of a line at `tip`; `out` leads out of the line.
void draw_ending(Sketch& sketch, Point tip, Point out, const std::string& ending) {
  const double size = std::max(kHeadWidths * sketch.style.width, kHeadWidths);
  const Point side = left_of(out), back = out * (ending.starts_with("/R") ? size : -size);
  const Point half{size / 2, size / 2};
  if (ending == "/OpenArrow" || ending == "/ROpenArrow") sketch.path.lines({tip + back * 1.5 + side * size, tip, tip + back * 1.5 - side * size}).paint("S");
  else if (ending == "/ClosedArrow" || ending == "/RClosedArrow")
    sketch.path.lines({tip + back * 1.5 + side * size, tip, tip + back * 1.5 - side * size}).close().paint(sketch.how(true));
  else if (ending == "/Butt") sketch.path.lines({tip + side * size, tip - side * size}).paint("S");
  else if (ending == "/Slash") sketch.path.lines({tip + side * size + back * 0.5, tip - side * size - back * 0.5}).paint("S");
  else if (ending == "/Square") sketch.path.box(tip - half, tip + half).paint(sketch.how(true));
  else if (ending == "/Circle") sketch.path.oval(tip - half, tip + half).paint(sketch.how(true));
  else if (ending == "/Diamond")
    sketch.path.lines({tip + Point{size, 0}, tip + Point{0, size}, tip - Point{size, 0}, tip - Point{0, size}}).close().paint(sketch.how(true));
}

void draw_endings(Sketch& sketch, const std::vector<Point>& points) {
  QPDFObjectHandle endings = sketch.dictionary.getKey("/LE");
  if (!endings.isArray() || endings.getArrayNItems() != 2 || points.size() < 2) return;
  const auto name = [&](int i) { return endings.getArrayItem(i).isName() ? endings.getArrayItem(i).getName() : std::string(); };
  draw_ending(sketch, points.front(), direction(points[1], points[0]), name(0));
  draw_ending(sketch, points.back(), direction(points[points.size() - 2], points.back()), name(1));
}

double length_of(QPDFObjectHandle dictionary, const char* key) {
  QPDFObjectHandle value = dictionary.getKey(key);
  return value.isNumber() && std::abs(value.getNumericValue()) < 1e5 ? value.getNumericValue() : 0;
}

/// A measuring line stands off from its two points, on leaders.
bool line(Sketch& sketch) {
  std::vector<Point> ends = points_of(sketch.dictionary.getKey("/L"));
  QPDFObjectHandle caption = sketch.dictionary.getKey("/Cap");
  if (ends.size() != 2 || (caption.isBool() && caption.getBoolValue())) return false;
  const double leader = length_of(sketch.dictionary, "/LL");
  const Point off = left_of(direction(ends[0], ends[1]));
  if (leader != 0) {
    const double beyond = std::copysign(length_of(sketch.dictionary, "/LLE"), leader);
    const double gap = std::copysign(length_of(sketch.dictionary, "/LLO"), leader);
    for (Point& end : ends) {
      sketch.path.lines({end + off * gap, end + off * (leader + gap + beyond)}).paint("S");
      end = end + off * (leader + gap);
    }
  }
  sketch.path.lines(ends).paint("S");
  draw_endings(sketch, ends);
  return true;
}

/// The rectangle within its border, as /RD and the line's width leave it.
bool shape(Sketch& sketch, bool round) {
  const std::vector<Point> corners = points_of(sketch.dictionary.getKey("/Rect"));
  if (corners.size() != 2) return false;
  Point low{std::min(corners[0].x, corners[1].x), std::min(corners[0].y, corners[1].y)};
  Point high{std::max(corners[0].x, corners[1].x), std::max(corners[0].y, corners[1].y)};
  const std::vector<Point> inset = points_of(sketch.dictionary.getKey("/RD"));
  if (inset.size() == 2 && inset[0].x + inset[1].x < high.x - low.x && inset[0].y + inset[1].y < high.y - low.y) {
    low = low + inset[0];
    high = high - inset[1];
  }
  const double half = !sketch.stroke ? 0 : std::min({sketch.style.width, high.x - low.x, high.y - low.y}) / 2;
  const Point in{half, half};
  round ? sketch.path.oval(low + in, high - in) : sketch.path.box(low + in, high - in);
  sketch.path.paint(sketch.how(true));
  return true;
}

bool polygon(Sketch& sketch, bool closed) {
  const std::vector<Point> points = points_of(sketch.dictionary.getKey("/Vertices"));
  if (points.size() < 2) return false;
  sketch.path.lines(points);
  if (closed) sketch.path.close();
  sketch.path.paint(sketch.how(closed));
  if (!closed) draw_endings(sketch, points);
  return true;
}

bool ink(Sketch& sketch) {
  QPDFObjectHandle strokes = sketch.dictionary.getKey("/InkList");
  if (!strokes.isArray()) return false;
  for (QPDFObjectHandle& stroke : strokes.getArrayAsVector()) {
    std::vector<Point> points = points_of(stroke);
    if (points.empty()) continue;
    if (points.size() == 1) points.push_back(points[0]);  // a dot
    sketch.path.lines(points).paint("S");
  }
  return !sketch.path.empty();
}

bool sketch_kind(Sketch& sketch, const std::string& kind) {
  if (kind == "/Highlight") return highlight(sketch);
  if (kind == "/Square" || kind == "/Circle") return shape(sketch, kind == "/Circle");
  if (kind == "/Polygon") return polygon(sketch, true);
  if (!sketch.stroke) return false;  // what follows is nothing but strokes
  if (kind == "/Underline") return underline(sketch);
  if (kind == "/StrikeOut") return strike_out(sketch);
  if (kind == "/Squiggly") return squiggly(sketch);
  if (kind == "/Line") return line(sketch);
  if (kind == "/PolyLine") return polygon(sketch, false);
  return kind == "/Ink" && ink(sketch);
}

QPDFObjectHandle corners(Point low, Point high) { return QPDFObjectHandle::newFromRectangle({low.x, low.y, high.x, high.y}); }

/// How solid, and whether it lies over the page like a pen or like a marker.
QPDFObjectHandle resources_of(Sketch& sketch) {
  QPDFObjectHandle state = QPDFObjectHandle::parse("<< /Type /ExtGState >>"), opacity = sketch.dictionary.getKey("/CA");
  const double solid = opacity.isNumber() ? std::clamp(opacity.getNumericValue(), 0.0, 1.0) : 1;
  for (const char* key : {"/CA", "/ca"}) state.replaceKey(key, QPDFObjectHandle::newReal(solid, 3));
  if (sketch.multiply) state.replaceKey("/BM", QPDFObjectHandle::newName("/Multiply"));
  return QPDFObjectHandle::newDictionary({{"/ExtGState", QPDFObjectHandle::newDictionary({{"/GS", state}})}});
}

void put_look(QPDF& pdf, Sketch& sketch) {
  const double reach = sketch.style.width * 2 + 1;  // mitred corners stand out
  const QPDFObjectHandle rectangle = corners(sketch.path.low() - Point{reach, reach}, sketch.path.high() + Point{reach, reach});
  Path setting;
  setting.operators("/GS gs 1 J 1 j");
  setting.operators(sketch.stroke.value_or("") + sketch.fill.value_or("") + sketch.style.dash);
  setting.operators(QPDFObjectHandle::newReal(sketch.style.width, 3).unparse() + " w");
  QPDFObjectHandle form = QPDFObjectHandle::newStream(&pdf, setting.text() + sketch.path.text());
  QPDFObjectHandle dictionary = form.getDict();
  dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
  dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
  dictionary.replaceKey("/BBox", rectangle);
  dictionary.replaceKey("/Resources", resources_of(sketch));
  sketch.dictionary.replaceKey("/AP", QPDFObjectHandle::newDictionary({{"/N", pdf.makeIndirectObject(form)}}));
  sketch.dictionary.replaceKey("/Rect", rectangle);
  sketch.dictionary.removeKey("/AS");
}

/// Black where the dictionary names no colour, as readers have it; an empty array means none.
std::optional<std::string> stroke_of(QPDFObjectHandle dictionary) {
  QPDFObjectHandle colour = dictionary.getKey("/C");
  return colour.isArray() ? colour_operator(colour, true) : std::optional<std::string>("0 G\n");
}

}  // namespace

bool draw_look(QPDF& pdf, QPDFAnnotationObjectHelper& annotation) {
  QPDFObjectHandle dictionary = annotation.getObjectHandle();
  Sketch sketch{dictionary, line_style(dictionary), stroke_of(dictionary), colour_operator(dictionary.getKey("/IC"), false), false, {}};
  if (!sketch_kind(sketch, annotation.getSubtype())) return false;
  put_look(pdf, sketch);
  return true;
}

namespace {

/// What stands behind the sign of a button (/MK).
void draw_ground(Path& path, QPDFObjectHandle look, Point low, Point high, const LineStyle& style) {
  if (!look.isDictionary()) return;
  const auto ground = colour_operator(look.getKey("/BG"), false), frame = colour_operator(look.getKey("/BC"), true);
  const Point half{style.width / 2, style.width / 2};
  path.operators("q");
  if (ground) path.operators(*ground).box(low, high).paint("f");
  if (frame && style.width > 0)
    path.operators(*frame + QPDFObjectHandle::newReal(style.width, 3).unparse() + " w " + style.dash).box(low + half, high - half).paint("S");
  path.operators("Q");
}

}  // namespace

bool draw_tick(QPDF& pdf, QPDFAnnotationObjectHelper& annotation, bool radio) {
  QPDFObjectHandle dictionary = annotation.getObjectHandle();
  const std::vector<Point> corner = points_of(dictionary.getKey("/Rect"));
  if (corner.size() != 2) return false;
  const Point low{std::min(corner[0].x, corner[1].x), std::min(corner[0].y, corner[1].y)};
  const Point size{std::abs(corner[1].x - corner[0].x), std::abs(corner[1].y - corner[0].y)};
  const auto at = [&](double x, double y) { return low + Point{size.x * x, size.y * y}; };
  QPDFObjectHandle look = dictionary.getKey("/MK");
  QPDFObjectHandle sign = look.isDictionary() ? look.getKey("/CA") : QPDFObjectHandle::newNull();
  const std::string letter = sign.isString() ? sign.getUTF8Value() : "";  // of ZapfDingbats
  Sketch sketch{dictionary, {std::min(size.x, size.y) / 8, ""}, "0 G\n", "0 g\n", false, {}};
  draw_ground(sketch.path, look, low, low + size, line_style(dictionary));
  if (letter == "l" || (letter.empty() && radio)) sketch.path.oval(at(.25, .25), at(.75, .75)).paint("f");
  else if (letter == "8") sketch.path.lines({at(.2, .2), at(.8, .8)}).paint("S").lines({at(.2, .8), at(.8, .2)}).paint("S");
  else if (letter == "n") sketch.path.box(at(.25, .25), at(.75, .75)).paint("f");
  else sketch.path.lines({at(.18, .5), at(.42, .22), at(.82, .8)}).paint("S");
  put_look(pdf, sketch);
  return true;
}

}  // namespace lvce
