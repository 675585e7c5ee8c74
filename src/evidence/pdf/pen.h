// What annotations are drawn with: points, paths as content operators, colours and line styles of their dictionaries. Default user space.
#pragma once

#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

namespace lvce {

struct Point {
  double x = 0, y = 0;
};

Point operator+(Point a, Point b);
Point operator-(Point a, Point b);
Point operator*(Point a, double by);
Point middle(Point a, Point b);
/// Of length 1; (1, 0) for a point.
Point direction(Point from, Point to);
/// Turned left by a right angle.
Point left_of(Point direction);

/// As an operand of content, with the blank behind it.
std::string operand(double value);

/// Pairs of numbers within ±1e6; none when the array holds anything else, or is too long.
std::vector<Point> points_of(QPDFObjectHandle array);

/// Path operators, and how far they reach.
class Path {
 public:
  Path& move(Point to);
  Path& line(Point to);
  Path& close();
  Path& lines(const std::vector<Point>& points);  ///< move to the first, lines to the others
  Path& box(Point low, Point high);
  Path& oval(Point low, Point high);  ///< inside this box
  /// "S", "f", "B" …: paints what was drawn since the last.
  Path& paint(const char* how);
  Path& operators(const std::string& text);

  bool empty() const { return text_.empty(); }
  const std::string& text() const { return text_; }
  Point low() const { return low_; }
  Point high() const { return high_; }

 private:
  Path& curve(Point first, Point second, Point to);
  void reach(Point point);

  std::string text_;
  Point low_{1e9, 1e9}, high_{-1e9, -1e9};
};

/// "0.5 g", "1 0 0 RG" …; nothing for no colour (an array without entries, or something else).
std::optional<std::string> colour_operator(QPDFObjectHandle array, bool stroke);

/// /BS, else /Border, else 1 pt solid.
struct LineStyle {
  double width = 1;
  std::string dash;  ///< an operator, or empty
};
LineStyle line_style(QPDFObjectHandle annotation);

}  // namespace lvce
