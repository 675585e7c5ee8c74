#include "evidence/ofd/path.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

#include "evidence/ofd/values.h"

namespace lvce::ofd {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr std::size_t kMostCommands = 2'000'000;

struct Point {
  double x = 0, y = 0;
};

/// How many numbers a command takes; -1: none of ours.
int count_for(char command) {
  switch (command) {
    case 'M':
    case 'S':
    case 'L': return 2;
    case 'Q': return 4;
    case 'B': return 6;
    case 'A': return 7;
    case 'C': return 0;
    default: return -1;
  }
}

class PathReader {
 public:
  PathReader(cairo_t* to, std::string_view data) : to_(to), left_(data) {}

  bool run() {
    for (std::size_t i = 0; i < kMostCommands && !left_.empty(); ++i) {
      const char command = next_command();
      const int count = count_for(command);
      if (count < 0) continue;
      double n[7] = {};
      if (take_numbers(n, count)) draw(command, n);
    }
    return drawn_;
  }

 private:
  char next_command() {
    const std::size_t at = std::min(left_.find_first_of("MSLQBACmslqbac"), left_.size());
    const char command = at < left_.size() ? left_[at] : '\0';
    left_.remove_prefix(std::min(at + 1, left_.size()));
    return command >= 'a' ? static_cast<char>(command - 'a' + 'A') : command;
  }

  /// The next so many numbers in front of the next command.
  bool take_numbers(double* n, int count) {
    const std::size_t end = std::min(left_.find_first_of("MSLQBACmslqbac"), left_.size());
    const std::vector<double> found = numbers_of(left_.substr(0, end), static_cast<std::size_t>(count));
    std::copy(found.begin(), found.end(), n);
    left_.remove_prefix(end);
    return found.size() == static_cast<std::size_t>(count);
  }

  void draw(char command, const double* n) {
    if (command != 'M' && command != 'S' && command != 'C' && !begun_) cairo_move_to(to_, 0, 0);
    switch (command) {
      case 'M':
      case 'S': cairo_move_to(to_, n[0], n[1]); break;
      case 'L': cairo_line_to(to_, n[0], n[1]); break;
      case 'Q': quadratic({n[0], n[1]}, {n[2], n[3]}); break;
      case 'B': cairo_curve_to(to_, n[0], n[1], n[2], n[3], n[4], n[5]); break;
      case 'A': arc({n[0], n[1]}, n[2], n[3] != 0, n[4] != 0, {n[5], n[6]}); break;
      default:
        if (begun_) cairo_close_path(to_);
        return;
    }
    begun_ = true;
    drawn_ = drawn_ || (command != 'M' && command != 'S');
  }

  Point current() const {
    Point out;
    cairo_get_current_point(to_, &out.x, &out.y);
    return out;
  }

  void quadratic(Point c, Point end) {
    const Point from = current();
    cairo_curve_to(to_, from.x + (c.x - from.x) * 2 / 3, from.y + (c.y - from.y) * 2 / 3, end.x + (c.x - end.x) * 2 / 3, end.y + (c.y - end.y) * 2 / 3, end.x,
                   end.y);
  }

  /// An elliptical arc by its ends, as in SVG (appendix F.6 of SVG 1.1).
  void arc(Point radius, double degrees, bool large, bool sweep, Point end) {
    const Point from = current();
    radius = {std::fabs(radius.x), std::fabs(radius.y)};
    if (radius.x < 1e-9 || radius.y < 1e-9 || (from.x == end.x && from.y == end.y)) return cairo_line_to(to_, end.x, end.y);
    const double turn = degrees * kPi / 180, cosine = std::cos(turn), sine = std::sin(turn);
    const Point half{(from.x - end.x) / 2, (from.y - end.y) / 2};
    const Point p{cosine * half.x + sine * half.y, cosine * half.y - sine * half.x};
    const double reach = p.x * p.x / (radius.x * radius.x) + p.y * p.y / (radius.y * radius.y);
    if (reach > 1) radius = {radius.x * std::sqrt(reach), radius.y * std::sqrt(reach)};
    const double rx2 = radius.x * radius.x, ry2 = radius.y * radius.y, denominator = rx2 * p.y * p.y + ry2 * p.x * p.x;
    const double factor = (large == sweep ? -1 : 1) * std::sqrt(std::max(0.0, (rx2 * ry2 - denominator) / denominator));
    const Point centre{factor * radius.x * p.y / radius.y, -factor * radius.y * p.x / radius.x};
    const double first = std::atan2((p.y - centre.y) / radius.y, (p.x - centre.x) / radius.x);
    const double last = std::atan2((-p.y - centre.y) / radius.y, (-p.x - centre.x) / radius.x);
    cairo_matrix_t circle{radius.x * cosine,
                          radius.x * sine,
                          -radius.y * sine,
                          radius.y * cosine,
                          cosine * centre.x - sine * centre.y + (from.x + end.x) / 2,
                          sine * centre.x + cosine * centre.y + (from.y + end.y) / 2};
    if (!can_draw(circle)) return cairo_line_to(to_, end.x, end.y);
    cairo_matrix_t before;
    cairo_get_matrix(to_, &before);
    cairo_matrix_t whole;
    cairo_matrix_multiply(&whole, &circle, &before);
    if (!can_draw(whole)) return cairo_line_to(to_, end.x, end.y);
    cairo_set_matrix(to_, &whole);
    if (sweep) cairo_arc(to_, 0, 0, 1, first, last);
    else cairo_arc_negative(to_, 0, 0, 1, first, last);
    cairo_set_matrix(to_, &before);
  }

  cairo_t* to_;
  std::string_view left_;
  bool begun_ = false;
  bool drawn_ = false;
};

}  // namespace

bool append_path(cairo_t* to, std::string_view data) { return PathReader(to, data).run(); }

}  // namespace lvce::ofd
