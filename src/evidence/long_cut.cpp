#include "evidence/long_cut.h"

#include <algorithm>
#include <cmath>

namespace lvce {
namespace {

constexpr double kFinestDpi = 200, kSmallDpi = 100, kSmallPixels = 500;
constexpr double kDesktopPixels = 1500, kPhoneText = 30, kDesktopText = 100;
constexpr double kLeastBreadth = 50;  ///< what is narrower is a line, not a page
constexpr double kPageText = 10.5;
constexpr std::size_t kMostBeside = 8;

struct Sheet {
  double along, across;  ///< mm, as the item's long side runs
};

/// `beside` pieces on each page, as large as the fewest pages of that kind allow.
struct Plan {
  std::size_t beside = 1, pieces = 0, pages = 0;
  double unit_mm = 0;
  bool readable = false;
};

std::size_t pieces_at(double unit_mm, double length, double overlap, const Sheet& sheet) {
  const double room = sheet.along / unit_mm;
  if (length <= room) return 1;
  return room <= 2 * overlap ? 0 : static_cast<std::size_t>(std::ceil((length - overlap) / (room - overlap) - 1e-9));
}

Plan plan_of(const LongItem& item, const Sheet& sheet, std::size_t beside) {
  const double breadth = std::min(item.width, item.height), length = std::max(item.width, item.height), overlap = 2 * item.text;
  const double columns = static_cast<double>(beside);
  const double largest = std::min((sheet.across - (columns - 1) * kLongGapMm) / columns / breadth, item.largest_mm);
  const double least = std::min(kReadableTextMm / item.text, largest);
  Plan plan{beside, pieces_at(least, length, overlap, sheet), 0, 0, largest * item.text >= kReadableTextMm};
  if (plan.pieces == 0) return plan;
  plan.pages = (plan.pieces + beside - 1) / beside;
  const double most = static_cast<double>(plan.pages * beside);
  plan.unit_mm = std::min(largest, sheet.along * most / (length + (most - 1) * overlap));
  plan.pieces = pieces_at(plan.unit_mm, length, overlap, sheet);
  return plan;
}

bool is_better(const Plan& plan, const Plan& best) {
  if (plan.pages == 0 || best.pages == 0) return plan.pages != 0;
  if (plan.readable != best.readable) return plan.readable;
  return plan.pages != best.pages ? plan.pages < best.pages : plan.unit_mm > best.unit_mm + 1e-9;
}

Plan best_plan(const LongItem& item, const Sheet& sheet) {
  Plan best = plan_of(item, sheet, 1);
  for (std::size_t beside = 2; beside <= kMostBeside; ++beside) {
    const Plan plan = plan_of(item, sheet, beside);
    if (plan.readable && is_better(plan, best)) best = plan;
  }
  return best;
}

std::vector<Slice> slices_of(const Plan& plan, double length, double overlap) {
  const double count = static_cast<double>(plan.pieces), each = (length + (count - 1) * overlap) / count;
  std::vector<Slice> slices;
  for (std::size_t i = 0; i < plan.pieces; ++i) {
    const double from = static_cast<double>(i) * (each - overlap);
    slices.push_back({from, i + 1 == plan.pieces ? length : from + each});
  }
  return slices;
}

}  // namespace

std::optional<LongCut> cut_long(const LongItem& item) {
  const double breadth = std::min(item.width, item.height), length = std::max(item.width, item.height);
  if (breadth < kLeastBreadth || length <= kLongTimes * breadth) return std::nullopt;
  const bool tall = item.height > item.width;
  const Sheet upright = tall ? Sheet{kLongPageLongMm, kLongPageShortMm} : Sheet{kLongPageShortMm, kLongPageLongMm};
  Plan plan = best_plan(item, upright);
  const Plan lying = tall ? best_plan(item, {kLongPageShortMm, kLongPageLongMm}) : Plan{};
  const bool lies = lying.readable && !plan.readable;
  if (lies) plan = lying;
  if (plan.pages == 0) return std::nullopt;
  LongCut cut{slices_of(plan, length, 2 * item.text), plan.beside, tall, plan.unit_mm, kLongPageShortMm, kLongPageLongMm};
  if (lies) std::swap(cut.page_width_mm, cut.page_height_mm);
  return cut;
}

std::optional<LongCut> cut_long_picture(int width, int height) {
  const double breadth = std::min(width, height);
  const bool desktop = height > width && breadth > kDesktopPixels;
  return cut_long({static_cast<double>(width), static_cast<double>(height), breadth / (desktop ? kDesktopText : kPhoneText),
                   kInchMm / (breadth < kSmallPixels ? kSmallDpi : kFinestDpi)});
}

std::optional<LongCut> cut_long_page(double width, double height, bool has_text) {
  return cut_long({width, height, has_text ? kPageText : std::min(width, height) / kPhoneText, kInchMm / 72});
}

}  // namespace lvce
