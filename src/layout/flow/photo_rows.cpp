#include "layout/flow/photo_rows.h"

#include <algorithm>
#include <limits>

#include "layout/type_area.h"

namespace lvce {
namespace {

constexpr std::size_t kMostOnPage = 6;
constexpr double kLeastWidth = 60 * kPointsPerMm;  ///< of a photo among others
constexpr double kLeastSingle = 0.45;              ///< of its height at full width, when rows of one make room for rows of two
constexpr double kHoleCost = 0.5;                  ///< of a page, for a page without any picture on it
constexpr double kNever = std::numeric_limits<double>::infinity();

/// At full width, or as high as its pixels bear.
double natural_height(const PhotoRow& row, const std::vector<PhotoShape>& shapes, const PhotoRoom& room) {
  double ratios = 0, tallest = 0;
  for (std::size_t i = row.first; i < row.first + row.count; ++i) {
    ratios += shapes[i].ratio;
    tallest = std::max(tallest, shapes[i].tallest);
  }
  return std::min((room.width - static_cast<double>(row.count - 1) * room.gap) / ratios, tallest);
}

bool is_captioned(const PhotoRow& row, const std::vector<PhotoShape>& shapes) {
  return std::any_of(shapes.begin() + static_cast<std::ptrdiff_t>(row.first), shapes.begin() + static_cast<std::ptrdiff_t>(row.first + row.count),
                     [](const PhotoShape& shape) { return shape.captioned; });
}

double expected_captions(const PhotoPage& page, const std::vector<PhotoShape>& shapes, double caption) {
  double sum = 0;
  for (const PhotoRow& row : page) sum += is_captioned(row, shapes) ? caption : 0;
  return sum;
}

/// What a page costs: one, and the share of it that shows no picture; never where a photo would become too small.
double cost_of(PhotoPage& page, const std::vector<PhotoShape>& shapes, const PhotoRoom& room) {
  fit_rows(page, shapes, room, expected_captions(page, shapes, room.caption));
  const bool alone = page.size() == 1 && page.front().count == 1;
  double shown = 0;
  for (const PhotoRow& row : page) {
    if (row.height <= 0) return kNever;
    for (std::size_t i = row.first; i < row.first + row.count; ++i) {
      const double height = std::min(row.height, shapes[i].tallest), width = height * shapes[i].ratio;
      if (!alone && width < kLeastWidth && height < shapes[i].tallest) return kNever;
      shown += width * height;
    }
  }
  return 1 + kHoleCost * (1 - std::min(1.0, shown / (room.width * room.height)));
}

struct Choice {
  double cost = kNever;
  PhotoPage page;
};

/// The cheapest page that begins with photo `at` in that room; `rest[i]` is what the photos from i on cost.
Choice best_page(const std::vector<PhotoShape>& shapes, std::size_t at, const PhotoRoom& room, const std::vector<Choice>& rest) {
  Choice best;
  const std::size_t most = std::min(kMostOnPage, shapes.size() - at);
  for (std::size_t count = most; count > 0; --count) {                 // of equals, the fuller page first
    for (unsigned breaks = 0; breaks < 1U << (count - 1); ++breaks) {  // bit i: a row ends behind photo i
      PhotoPage page = {{at, 1, 0}};
      bool narrow = false;
      for (std::size_t i = 1; i < count; ++i) {
        if ((breaks >> (i - 1) & 1U) != 0) page.push_back({at + i, 1, 0});
        else narrow = ++page.back().count > 2 || narrow;
      }
      if (narrow) continue;
      const double cost = cost_of(page, shapes, room) + (at + count < shapes.size() ? rest[at + count].cost : 0);
      if (cost < best.cost) best = {cost, page};
    }
  }
  return best;
}

}  // namespace

void fit_rows(PhotoPage& page, const std::vector<PhotoShape>& shapes, const PhotoRoom& room, double captions) {
  const double available = room.height - captions - static_cast<double>(page.size() - 1) * room.gap;
  double singles = 0, others = 0;
  for (PhotoRow& row : page) {
    row.height = natural_height(row, shapes, room);
    (row.count == 1 ? singles : others) += row.height;
  }
  if (singles + others <= available) return;
  const double single_share = singles > 0 ? std::min(1.0, std::max(others > 0 ? kLeastSingle : 0, (available - others) / singles)) : 1;
  const double other_share = others > 0 ? std::min(1.0, (available - single_share * singles) / others) : 1;
  for (PhotoRow& row : page) row.height *= row.count == 1 ? single_share : other_share;
}

std::vector<PhotoPage> plan_photo_pages(const std::vector<PhotoShape>& shapes, const PhotoRoom& room, double first_height) {
  std::vector<Choice> rest(shapes.size());
  for (std::size_t at = shapes.size(); at-- > 1;) rest[at] = best_page(shapes, at, room, rest);
  std::vector<PhotoPage> pages;
  if (shapes.empty()) return pages;
  PhotoRoom first = room;
  first.height = first_height;
  for (Choice next = best_page(shapes, 0, first, rest);; next = rest[pages.back().back().first + pages.back().back().count]) {
    pages.push_back(next.page);
    if (pages.back().back().first + pages.back().back().count >= shapes.size()) return pages;
  }
}

}  // namespace lvce
