#include "evidence/pdf/pen.h"

#include <algorithm>
#include <cmath>
#include <qpdf/QUtil.hh>

namespace lvce {
namespace {

constexpr int kNumbersAtMost = 200'000;
constexpr double kFarthest = 1e6;
constexpr int kDashesAtMost = 16;
constexpr double kRound = 0.5523;  ///< of the radius: control points of a quarter circle

bool is_usable(QPDFObjectHandle number) { return number.isNumber() && std::abs(number.getNumericValue()) <= kFarthest; }

std::string pair(Point point) { return operand(point.x) + operand(point.y); }

/// Lengths of dashes and gaps: positive, few.
std::string dash_operator(QPDFObjectHandle array) {
  if (!array.isArray() || array.getArrayNItems() == 0 || array.getArrayNItems() > kDashesAtMost) return {};
  std::string text = "[ ";
  double sum = 0;
  for (QPDFObjectHandle& length : array.getArrayAsVector()) {
    if (!is_usable(length) || length.getNumericValue() < 0) return {};
    sum += length.getNumericValue();
    text += operand(length.getNumericValue());
  }
  return sum > 0 ? text + "] 0 d\n" : std::string();
}

double width_of(QPDFObjectHandle object) { return is_usable(object) && object.getNumericValue() >= 0 ? object.getNumericValue() : 1; }

}  // namespace

Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
Point operator*(Point a, double by) { return {a.x * by, a.y * by}; }
Point middle(Point a, Point b) { return (a + b) * 0.5; }

Point direction(Point from, Point to) {
  const Point way = to - from;
  const double length = std::hypot(way.x, way.y);
  return length > 0 ? way * (1 / length) : Point{1, 0};
}

Point left_of(Point way) { return {-way.y, way.x}; }

std::string operand(double value) { return QUtil::double_to_string(value, 3) + ' '; }

std::vector<Point> points_of(QPDFObjectHandle array) {
  if (!array.isArray() || array.getArrayNItems() > kNumbersAtMost) return {};
  std::vector<Point> points;
  for (int i = 0; i + 1 < array.getArrayNItems(); i += 2) {
    QPDFObjectHandle x = array.getArrayItem(i), y = array.getArrayItem(i + 1);
    if (!is_usable(x) || !is_usable(y)) return {};
    points.push_back({x.getNumericValue(), y.getNumericValue()});
  }
  return points;
}

Path& Path::move(Point to) {
  reach(to);
  text_ += pair(to) + "m\n";
  return *this;
}

Path& Path::line(Point to) {
  reach(to);
  text_ += pair(to) + "l\n";
  return *this;
}

Path& Path::close() { return operators("h"); }

Path& Path::lines(const std::vector<Point>& points) {
  for (std::size_t i = 0; i < points.size(); ++i) i == 0 ? move(points[i]) : line(points[i]);
  return *this;
}

Path& Path::box(Point low, Point high) { return lines({low, {high.x, low.y}, high, {low.x, high.y}}).close(); }

Path& Path::oval(Point low, Point high) {
  const Point centre = middle(low, high), radius = (high - low) * 0.5, handle = radius * kRound;
  const double left = low.x, right = high.x, x = centre.x, y = centre.y;
  move({right, y});
  curve({right, y + handle.y}, {x + handle.x, high.y}, {x, high.y});
  curve({x - handle.x, high.y}, {left, y + handle.y}, {left, y});
  curve({left, y - handle.y}, {x - handle.x, low.y}, {x, low.y});
  curve({x + handle.x, low.y}, {right, y - handle.y}, {right, y});
  return close();
}

Path& Path::curve(Point first, Point second, Point to) {
  for (const Point point : {first, second, to}) reach(point);
  text_ += pair(first) + pair(second) + pair(to) + "c\n";
  return *this;
}

Path& Path::paint(const char* how) { return operators(how); }

Path& Path::operators(const std::string& text) {
  text_ += text + "\n";
  return *this;
}

void Path::reach(Point point) {
  low_ = {std::min(low_.x, point.x), std::min(low_.y, point.y)};
  high_ = {std::max(high_.x, point.x), std::max(high_.y, point.y)};
}

std::optional<std::string> colour_operator(QPDFObjectHandle array, bool stroke) {
  if (!array.isArray()) return std::nullopt;
  const int parts = array.getArrayNItems();
  if (parts != 1 && parts != 3 && parts != 4) return std::nullopt;
  std::string text;
  for (QPDFObjectHandle& part : array.getArrayAsVector()) {
    if (!part.isNumber()) return std::nullopt;
    text += operand(std::clamp(part.getNumericValue(), 0.0, 1.0));
  }
  const char* const name = parts == 1 ? (stroke ? "G" : "g") : parts == 3 ? (stroke ? "RG" : "rg") : (stroke ? "K" : "k");
  return text + name + "\n";
}

LineStyle line_style(QPDFObjectHandle annotation) {
  QPDFObjectHandle style = annotation.getKey("/BS"), border = annotation.getKey("/Border");
  if (style.isDictionary()) {
    const bool dashed = style.getKey("/S").isNameAndEquals("/D");
    QPDFObjectHandle dash = style.getKey("/D");
    return {width_of(style.getKey("/W")), !dashed ? "" : dash.isArray() ? dash_operator(dash) : "[ 3 ] 0 d\n"};
  }
  if (!border.isArray() || border.getArrayNItems() < 3) return {};
  return {width_of(border.getArrayItem(2)), border.getArrayNItems() > 3 ? dash_operator(border.getArrayItem(3)) : ""};
}

}  // namespace lvce
