#include "evidence/ofd/shade.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "evidence/ofd/colour.h"
#include "evidence/ofd/values.h"

namespace lvce::ofd {
namespace {

constexpr int kMostStops = 256;
constexpr double kEdge = 1e-3;  ///< of the length: where a shading ends on one side only, readers want the two stops apart
constexpr std::size_t kMostPoints = 10'000;

class ShadeMaker {
 public:
  ShadeMaker(const pugi::xml_node& node, const Resources& resources, double alpha) : node_(node), resources_(resources), alpha_(alpha) {}

  CairoPattern axial() {
    const Ends ends = ends_of();
    return finished(cairo_pattern_create_linear(ends.x0, ends.y0, ends.x1, ends.y1), std::hypot(ends.x1 - ends.x0, ends.y1 - ends.y0));
  }

  CairoPattern radial() {
    const Ends ends = ends_of();
    const double first = std::fabs(number_of(node_, "StartRadius", 0)), last = std::fabs(number_of(node_, "EndRadius", 0));
    CairoPattern out = finished(cairo_pattern_create_radial(ends.x0, ends.y0, first, ends.x1, ends.y1, last), std::fabs(last - first));
    squeeze(out.get(), ends);
    return out;
  }

  CairoPattern triangles(bool lattice) {
    std::vector<Corner> points = corners();
    CairoPattern mesh(cairo_pattern_create_mesh());
    if (lattice) {
      const auto row = static_cast<std::size_t>(std::clamp(number_of(node_, "VerticesPerRow", 2), 2.0, 1000.0));
      for (std::size_t i = 0; i + row + 1 < points.size(); ++i) {
        if (i % row == row - 1) continue;
        triangle(mesh.get(), points[i], points[i + 1], points[i + row]);
        triangle(mesh.get(), points[i + 1], points[i + row + 1], points[i + row]);
      }
      return mesh;
    }
    std::array<const Corner*, 3> last{};
    for (std::size_t i = 0; i < points.size();) {
      if (points[i].edge == 0 || last[0] == nullptr) {
        if (i + 2 >= points.size()) break;
        last = {&points[i], &points[i + 1], &points[i + 2]};
        i += 3;
      } else {
        last = {points[i].edge == 1 ? last[1] : last[0], last[2], &points[i]};
        ++i;
      }
      triangle(mesh.get(), *last[0], *last[1], *last[2]);
    }
    return mesh;
  }

 private:
  struct Ends {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  };
  struct Corner {
    double x = 0, y = 0;
    int edge = 0;
    Rgba colour;
  };

  Ends ends_of() const {
    std::vector<double> a = numbers_of(node_.attribute("StartPoint").value(), 2), b = numbers_of(node_.attribute("EndPoint").value(), 2);
    a.resize(2);
    b.resize(2);
    return {a[0], a[1], b[0], b[1]};
  }

  std::vector<std::pair<double, Rgba>> stops() const {
    std::vector<std::pair<double, Rgba>> out;
    for (const pugi::xml_node& segment : node_.children()) {
      if (local_name(segment) != "Segment" || out.size() >= kMostStops) continue;
      out.emplace_back(number_of(segment, "Position", -1), colour_of(child_of(segment, "Color"), resources_).value_or(Rgba()));
    }
    for (std::size_t i = 0; i < out.size(); ++i) {  // where no place is said they are even
      if (out[i].first < 0) out[i].first = out.size() < 2 ? 0 : static_cast<double>(i) / static_cast<double>(out.size() - 1);
      out[i].first = std::min(out[i].first, 1.0);
    }
    return out;
  }

  void add(cairo_pattern_t* to, double at, const Rgba& colour, bool seen = true) const {
    cairo_pattern_add_color_stop_rgba(to, at, colour.red, colour.green, colour.blue, seen ? colour.alpha * alpha_ : 0);
  }

  /// `length` from start to end: MapUnit is the length of one step of a repetition.
  CairoPattern finished(cairo_pattern_t* made, double length) const {
    CairoPattern out(made);
    const std::vector<std::pair<double, Rgba>> all = stops();
    if (all.empty()) return nullptr;
    const int sides = static_cast<int>(number_of(node_, "Extend", 0)) & 3;  // 1: goes on before the start, 2: behind the end
    cairo_pattern_set_extend(made, sides == 0 ? CAIRO_EXTEND_NONE : CAIRO_EXTEND_PAD);
    if (sides == 2) add(made, 0, all.front().second, false);
    const std::string type = attribute_of(node_, "MapType");
    const double unit = number_of(node_, "MapUnit", length);
    const bool repeats = (type == "Repeat" || type == "Reflect") && unit > 0 && length > 0;
    if (repeats) {
      const int steps = static_cast<int>(std::clamp(std::ceil(length / unit), 1.0, 100.0));
      for (int i = 0; i < steps; ++i) {
        const bool back = type == "Reflect" && i % 2 == 1;
        for (std::size_t k = 0; k < all.size(); ++k) {
          const auto& [at, colour] = back ? all[all.size() - 1 - k] : all[k];
          add(out.get(), std::min(1.0, (i + (back ? 1 - at : at)) * unit / length), colour);
        }
      }
    } else {
      const double first = sides == 2 ? kEdge : 0, last = sides == 1 ? 1 - kEdge : 1;
      for (const auto& [at, colour] : all) add(out.get(), std::clamp(at, first, last), colour);
    }
    if (sides == 1) add(out.get(), 1, all.back().second, false);
    return out;
  }

  /// Ellipses: flattened by Eccentricity across Angle.
  void squeeze(cairo_pattern_t* pattern, const Ends& ends) const {
    const double eccentricity = std::clamp(number_of(node_, "Eccentricity", 0), 0.0, 0.999);
    if (pattern == nullptr || eccentricity == 0) return;
    const double angle = number_of(node_, "Angle", 0) * 3.14159265358979323846 / 180, flat = std::sqrt(1 - eccentricity * eccentricity);
    cairo_matrix_t matrix;
    cairo_matrix_init_translate(&matrix, ends.x0, ends.y0);
    cairo_matrix_scale(&matrix, 1, 1 / flat);
    cairo_matrix_rotate(&matrix, -angle);
    cairo_matrix_translate(&matrix, -ends.x0, -ends.y0);
    cairo_pattern_set_matrix(pattern, &matrix);
  }

  std::vector<Corner> corners() const {
    std::vector<Corner> out;
    for (const pugi::xml_node& point : node_.children()) {
      if (local_name(point) != "Point" || out.size() >= kMostPoints) continue;
      out.push_back({number_of(point, "X", 0), number_of(point, "Y", 0), static_cast<int>(number_of(point, "EdgeFlag", 0)),
                     colour_of(child_of(point, "Color"), resources_).value_or(Rgba())});
    }
    return out;
  }

  void triangle(cairo_pattern_t* mesh, const Corner& a, const Corner& b, const Corner& c) const {
    cairo_mesh_pattern_begin_patch(mesh);
    cairo_mesh_pattern_move_to(mesh, a.x, a.y);
    cairo_mesh_pattern_line_to(mesh, b.x, b.y);
    cairo_mesh_pattern_line_to(mesh, c.x, c.y);
    unsigned corner = 0;
    for (const Corner* at : {&a, &b, &c}) {
      cairo_mesh_pattern_set_corner_color_rgba(mesh, corner++, at->colour.red, at->colour.green, at->colour.blue, at->colour.alpha * alpha_);
    }
    cairo_mesh_pattern_end_patch(mesh);
  }

  const pugi::xml_node node_;
  const Resources& resources_;
  double alpha_;
};

}  // namespace

CairoPattern shade_of(const pugi::xml_node& colour, const Resources& resources, double alpha) {
  for (const pugi::xml_node& node : colour.children()) {
    ShadeMaker maker(node, resources, alpha);
    const std::string_view name = local_name(node);
    if (name == "AxialShd") return maker.axial();
    if (name == "RadialShd") return maker.radial();
    if (name == "GouraudShd" || name == "LaGouraudShd") return maker.triangles(name == "LaGouraudShd");
  }
  return nullptr;
}

}  // namespace lvce::ofd
