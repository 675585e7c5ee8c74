#include "evidence/pdf/shape.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace lvce {
namespace {

using Rectangle = QPDFObjectHandle::Rectangle;

constexpr double kA4Width = 595.276, kA4Height = 841.890;
constexpr double kFarthestSide = 1e6;
constexpr double kSmallestSide = 1;
constexpr double kSmallestUnit = 0.01, kLargestUnit = 75'000;

bool is_usable_shape(const Rectangle& box) {
  const auto near = [](double side) { return std::abs(side) < kFarthestSide; };  // false for what is no number
  return near(box.llx) && near(box.lly) && near(box.urx) && near(box.ury) && box.urx - box.llx >= kSmallestSide && box.ury - box.lly >= kSmallestSide;
}

/// Sides in ascending order.
std::optional<Rectangle> rectangle_of(QPDFObjectHandle array) {
  if (!array.isRectangle()) return std::nullopt;
  const Rectangle raw = array.getArrayAsRectangle();
  const Rectangle box(std::min(raw.llx, raw.urx), std::min(raw.lly, raw.ury), std::max(raw.llx, raw.urx), std::max(raw.lly, raw.ury));
  return is_usable_shape(box) ? std::optional(box) : std::nullopt;
}

Rectangle seen_box(QPDFPageObjectHelper& page) {
  const Rectangle media = rectangle_of(page.getAttribute("/MediaBox", false)).value_or(Rectangle(0, 0, kA4Width, kA4Height));
  const std::optional<Rectangle> crop = rectangle_of(page.getAttribute("/CropBox", false));
  if (!crop) return media;
  const Rectangle both(std::max(media.llx, crop->llx), std::max(media.lly, crop->lly), std::min(media.urx, crop->urx), std::min(media.ury, crop->ury));
  return is_usable_shape(both) ? both : media;
}

}  // namespace

PageShape page_shape(QPDFPageObjectHelper page) {
  const Rectangle box = seen_box(page);
  QPDFObjectHandle rotate = page.getAttribute("/Rotate", false), unit = page.getObjectHandle().getKey("/UserUnit");
  PageShape shape{box.llx, box.lly, box.urx, box.ury, 0, 1};
  if (rotate.isInteger()) shape.rotate = static_cast<int>((rotate.getIntValue() % 360 + 360) % 360 / 90 * 90);
  const double points = unit.isNumber() ? unit.getNumericValue() : 1;
  if (points >= kSmallestUnit && points <= kLargestUnit) shape.user_unit = points;
  return shape;
}

}  // namespace lvce
