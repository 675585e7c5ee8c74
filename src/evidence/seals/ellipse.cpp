#include "evidence/seals/ellipse.h"

#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace lvce {
namespace {

constexpr std::size_t kUnknowns = 5;
using Row = std::array<double, kUnknowns + 1>;
using System = std::array<Row, kUnknowns>;

/// Gauss with pivots; false where there is no one solution.
bool solve(System& system) {
  for (std::size_t column = 0; column < kUnknowns; ++column) {
    std::size_t best = column;
    for (std::size_t row = column + 1; row < kUnknowns; ++row) {
      if (std::abs(system[row][column]) > std::abs(system[best][column])) best = row;
    }
    if (std::abs(system[best][column]) < 1e-9) return false;
    std::swap(system[best], system[column]);
    for (std::size_t row = 0; row < kUnknowns; ++row) {
      if (row == column) continue;
      const double factor = system[row][column] / system[column][column];
      for (std::size_t i = column; i <= kUnknowns; ++i) system[row][i] -= factor * system[column][i];
    }
  }
  for (std::size_t row = 0; row < kUnknowns; ++row) system[row][kUnknowns] /= system[row][row];
  return true;
}

/// a x² + b xy + c y² + d x + e y = 1, around the guess and in its size.
std::optional<Ellipse> conic_through(const std::vector<PlanePoint>& points, const Ellipse& around) {
  System system{};
  for (const PlanePoint& point : points) {
    const double x = (point.x - around.x) / around.long_half, y = (point.y - around.y) / around.long_half;
    const Row terms = {x * x, x * y, y * y, x, y, 1};
    for (std::size_t i = 0; i < kUnknowns; ++i) {
      for (std::size_t k = 0; k <= kUnknowns; ++k) system[i][k] += terms[i] * terms[k];
    }
  }
  if (!solve(system)) return std::nullopt;
  const double a = system[0][5], b = system[1][5], c = system[2][5], d = system[3][5], e = system[4][5];
  const double bend = 4 * a * c - b * b;
  if (bend <= 1e-6) return std::nullopt;
  const double x = (b * e - 2 * c * d) / bend, y = (b * d - 2 * a * e) / bend;
  const double reach = 1 + a * x * x + b * x * y + c * y * y, middle = (a + c) / 2, spread = std::hypot((a - c) / 2, b / 2);
  if (reach <= 0 || middle - spread <= 1e-6) return std::nullopt;
  const double scale = around.long_half;
  return Ellipse{around.x + scale * x, around.y + scale * y, scale * std::sqrt(reach / (middle - spread)), scale * std::sqrt(reach / (middle + spread)),
                 0.5 * std::atan2(b, a - c) + std::numbers::pi / 2};
}

}  // namespace

double Ellipse::radius_of(PlanePoint point) const {
  const double dx = point.x - x, dy = point.y - y, along = dx * std::cos(turn) + dy * std::sin(turn), across = dy * std::cos(turn) - dx * std::sin(turn);
  return std::hypot(along / long_half, across / short_half);
}

double Ellipse::angle_of(PlanePoint point) const {
  const double dx = point.x - x, dy = point.y - y, along = dx * std::cos(turn) + dy * std::sin(turn), across = dy * std::cos(turn) - dx * std::sin(turn);
  const double angle = std::atan2(across / short_half, along / long_half);
  return angle < 0 ? angle + 2 * std::numbers::pi : angle;
}

std::optional<Ellipse> fit_ellipse(const std::vector<PlanePoint>& points, const Ellipse& guess) {
  Ellipse ellipse = guess;
  for (const double off : {1.0, 0.25, 0.15, 0.10, 0.07}) {
    std::vector<PlanePoint> near;
    for (const PlanePoint& point : points) {
      if (std::abs(ellipse.radius_of(point) - 1) <= off) near.push_back(point);
    }
    if (near.size() * 3 < points.size() || near.size() < 12) return std::nullopt;
    const std::optional<Ellipse> better = conic_through(near, ellipse);
    if (!better) return std::nullopt;
    ellipse = *better;
  }
  return ellipse;
}

}  // namespace lvce
