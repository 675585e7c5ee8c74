#include "evidence/ofd/colour.h"

#include <algorithm>
#include <cmath>

#include "evidence/ofd/values.h"

namespace lvce::ofd {
namespace {

Rgba from_components(std::vector<double> n, double most) {
  for (double& value : n) value = std::clamp(value / most, 0.0, 1.0);
  if (n.size() >= 4) return {(1 - n[0]) * (1 - n[3]), (1 - n[1]) * (1 - n[3]), (1 - n[2]) * (1 - n[3])};
  if (n.size() == 3) return {n[0], n[1], n[2]};
  return {n[0], n[0], n[0]};
}

}  // namespace

double alpha_of(const pugi::xml_node& node) { return std::clamp(number_of(node, "Alpha", 255) / 255, 0.0, 1.0); }

std::optional<Rgba> colour_of(const pugi::xml_node& node, const Resources& resources) {
  const Resource* space = resources.find("ColorSpace", attribute_of(node, "ColorSpace"));
  std::vector<double> n = numbers_of(node.attribute("Value").value(), 4);
  if (n.empty() && space != nullptr && node.attribute("Index")) {
    double index = number_of(node, "Index", 0);
    for (const pugi::xml_node& entry : child_of(space->node, "Palette").children()) {
      if (local_name(entry) == "CV" && index-- < 0.5) {
        n = numbers_of(entry.text().get(), 4);
        break;
      }
    }
  }
  if (n.empty()) return std::nullopt;
  const double bits = space == nullptr ? 8 : std::clamp(number_of(space->node, "BitsPerComponent", 8), 1.0, 16.0);
  Rgba out = from_components(std::move(n), std::exp2(bits) - 1);
  out.alpha = alpha_of(node);
  return out;
}

}  // namespace lvce::ofd
