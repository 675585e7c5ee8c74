#include "evidence/seals/red_seal.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <numbers>

namespace lvce {
namespace {

constexpr int kCellsOnSide = 280;                     ///< of the longer side: a millimetre of A4
constexpr int kRedOfCell = 5;                         ///< one pixel in so many makes a cell red
constexpr double kSmallest = 0.075, kLargest = 0.42;  ///< longer axis, of the longer side
constexpr double kFlattest = 0.5;                     ///< shorter axis, of the longer
constexpr std::size_t kSectors = 72, kSteps = 60;     ///< round and outwards, to kReach
constexpr double kReach = 1.4;
constexpr double kLeastRing = 0.72;  ///< sectors in which the ring is seen
constexpr double kThickest = 0.13;   ///< of the ring, of the half axis
constexpr double kLeastInside = 0.03, kMostInside = 0.62;
constexpr double kLeastMiddle = 0.012;  ///< red inside three quarters of the radius: a star, a name; a ring alone is a mark
constexpr double kMostAround = 0.12;
constexpr double kLeastPaper = 0.5;  ///< of what is not red
constexpr std::size_t kMostCandidates = 400;

struct Cells {
  int width = 0, height = 0;
  double size = 1;  ///< pixels
  std::vector<char> red;
  std::size_t index(int x, int y) const { return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x); }
  bool holds(int x, int y) const { return x >= 0 && y >= 0 && x < width && y < height; }
};

Cells cells_of(const InkMap& map) {
  Cells cells;
  cells.size = std::max(1.0, std::max(map.width, map.height) / static_cast<double>(kCellsOnSide));
  cells.width = static_cast<int>(map.width / cells.size) + 1;
  cells.height = static_cast<int>(map.height / cells.size) + 1;
  std::vector<int> reds(static_cast<std::size_t>(cells.width) * static_cast<std::size_t>(cells.height)), all(reds.size());
  for (int y = 0; y < map.height; ++y) {
    for (int x = 0; x < map.width; ++x) {
      const std::size_t cell = cells.index(static_cast<int>(x / cells.size), static_cast<int>(y / cells.size));
      ++all[cell];
      reds[cell] += map.at(x, y) == Ink::red ? 1 : 0;
    }
  }
  cells.red.resize(reds.size());
  for (std::size_t i = 0; i < reds.size(); ++i) cells.red[i] = all[i] > 0 && reds[i] * kRedOfCell >= all[i] && reds[i] > 0 ? 1 : 0;
  return cells;
}

struct CellBox {
  int left, top, right, bottom;
};

/// Groups of red cells that are no farther apart than `gap` cells.
std::vector<CellBox> red_groups(const Cells& cells, int gap) {
  std::vector<char> seen(cells.red.size(), 0);
  std::vector<CellBox> groups;
  std::deque<std::pair<int, int>> waiting;
  for (int y = 0; y < cells.height; ++y) {
    for (int x = 0; x < cells.width; ++x) {
      if (cells.red[cells.index(x, y)] == 0 || seen[cells.index(x, y)] != 0) continue;
      CellBox box{x, y, x, y};
      seen[cells.index(x, y)] = 1;
      waiting.emplace_back(x, y);
      while (!waiting.empty()) {
        const auto [at_x, at_y] = waiting.front();
        waiting.pop_front();
        box = {std::min(box.left, at_x), std::min(box.top, at_y), std::max(box.right, at_x), std::max(box.bottom, at_y)};
        for (int to_y = at_y - gap; to_y <= at_y + gap; ++to_y) {
          for (int to_x = at_x - gap; to_x <= at_x + gap; ++to_x) {
            if (!cells.holds(to_x, to_y) || cells.red[cells.index(to_x, to_y)] == 0 || seen[cells.index(to_x, to_y)] != 0) continue;
            seen[cells.index(to_x, to_y)] = 1;
            waiting.emplace_back(to_x, to_y);
          }
        }
      }
      groups.push_back(box);
    }
  }
  return groups;
}

/// What lies around a centre, by direction and distance.
class Surroundings {
 public:
  Surroundings(const InkMap& map, const Ellipse& ellipse) {
    const int reach = static_cast<int>(std::ceil(ellipse.long_half * kReach));
    const int left = std::max(0, static_cast<int>(ellipse.x) - reach), right = std::min(map.width - 1, static_cast<int>(ellipse.x) + reach);
    const int top = std::max(0, static_cast<int>(ellipse.y) - reach), bottom = std::min(map.height - 1, static_cast<int>(ellipse.y) + reach);
    for (int y = top; y <= bottom; ++y) {
      for (int x = left; x <= right; ++x) take(map.at(x, y), ellipse, {x + 0.5, y + 0.5});
    }
  }

  bool is_seal(double tolerance) const {
    const double inside = red_share(0, 0.9), paper = paper_share();
    return ring_share(tolerance) >= kLeastRing && thickness(tolerance) <= kThickest && inside >= kLeastInside && inside <= kMostInside &&
           red_share(0, 0.75) >= kLeastMiddle && red_share(1 + tolerance + 0.05, 1.3) <= kMostAround && paper >= kLeastPaper;
  }

  /// The outermost red in each direction, no farther than `most`.
  std::vector<PlanePoint> outline(double most) const {
    std::vector<PlanePoint> out;
    for (const Sector& sector : sectors_) {
      for (std::size_t step = std::min(kSteps, step_of(most)); step-- > 0;) {
        if (sector.reds[step] == 0) continue;
        out.push_back({sector.x[step] / sector.reds[step], sector.y[step] / sector.reds[step]});
        break;
      }
    }
    return out;
  }

 private:
  struct Sector {
    std::array<int, kSteps> all{}, reds{};
    std::array<double, kSteps> x{}, y{};
  };

  static std::size_t step_of(double radius) { return static_cast<std::size_t>(std::max(0.0, radius) / kReach * kSteps); }

  void take(Ink ink, const Ellipse& ellipse, PlanePoint point) {
    const double radius = ellipse.radius_of(point);
    if (radius >= kReach) return;
    const auto sector = std::min(kSectors - 1, static_cast<std::size_t>(ellipse.angle_of(point) / (2 * std::numbers::pi) * kSectors));
    const std::size_t step = step_of(radius);
    Sector& into = sectors_[sector];
    ++into.all[step];
    if (radius < 0.95) ++(ink == Ink::paper ? paper_ : ink == Ink::other ? other_ : red_inside_);
    if (ink != Ink::red) return;
    ++into.reds[step];
    into.x[step] += point.x;
    into.y[step] += point.y;
  }

  double red_share(double from, double to) const {
    int all = 0, reds = 0;
    for (const Sector& sector : sectors_) {
      for (std::size_t step = step_of(from); step < std::min(kSteps, step_of(to)); ++step) {
        all += sector.all[step];
        reds += sector.reds[step];
      }
    }
    return all == 0 ? 0 : static_cast<double>(reds) / all;
  }

  /// Directions in which there is red on the line, of those that lie in the picture.
  double ring_share(double tolerance) const {
    int seen = 0;
    for (const Sector& sector : sectors_) {
      bool red = false;
      for (std::size_t step = step_of(1 - tolerance); step <= std::min(kSteps - 1, step_of(1 + tolerance)); ++step) red = red || sector.reds[step] > 0;
      seen += red ? 1 : 0;
    }
    return static_cast<double>(seen) / kSectors;
  }

  /// From outside inwards until the red ends: the middle one of all directions.
  double thickness(double tolerance) const {
    std::vector<double> all;
    for (const Sector& sector : sectors_) {
      const auto is_full = [&sector](std::size_t step) { return sector.reds[step] * 2 >= std::max(1, sector.all[step]); };
      std::size_t step = std::min(kSteps - 1, step_of(1 + tolerance));
      while (step > 0 && !is_full(step)) --step;  // past the blurred edge
      std::size_t end = step;
      while (end > 0 && is_full(end)) --end;
      all.push_back(step < step_of(0.8) ? 0 : static_cast<double>(step - end) * kReach / kSteps);
    }
    std::nth_element(all.begin(), all.begin() + kSectors / 2, all.end());
    return all[kSectors / 2];
  }

  double paper_share() const { return paper_ + other_ == 0 ? 0 : static_cast<double>(paper_) / (paper_ + other_); }

  std::array<Sector, kSectors> sectors_{};
  int paper_ = 0, other_ = 0, red_inside_ = 0;
};

bool has_size_of_seal(const Ellipse& ellipse, const InkMap& map) {
  const double share = 2 * ellipse.long_half / std::max(map.width, map.height);
  return share >= kSmallest && share <= kLargest && ellipse.short_half >= kFlattest * ellipse.long_half;
}

std::optional<Ellipse> seal_in(const InkMap& map, const Ellipse& guess) {
  Ellipse ellipse = guess;
  for (const double most : {1.2, 1.1}) {
    const std::optional<Ellipse> fitted = fit_ellipse(Surroundings(map, ellipse).outline(most), ellipse);
    if (!fitted || !has_size_of_seal(*fitted, map)) return std::nullopt;
    ellipse = *fitted;
  }
  const double tolerance = std::clamp(2.0 / ellipse.short_half, 0.05, 0.09);
  return Surroundings(map, ellipse).is_seal(tolerance) ? std::optional<Ellipse>(ellipse) : std::nullopt;
}

Ellipse guess_in(const CellBox& box, double cell) {
  const double width = (box.right - box.left + 1) * cell / 2, height = (box.bottom - box.top + 1) * cell / 2;
  return {box.left * cell + width, box.top * cell + height, std::max(width, height), std::min(width, height), width >= height ? 0 : std::numbers::pi / 2};
}

bool is_same(const Ellipse& a, const Ellipse& b) { return std::hypot(a.x - b.x, a.y - b.y) < std::max(a.short_half, b.short_half); }

}  // namespace

std::vector<Ellipse> find_red_seals(const InkMap& map) {
  std::vector<Ellipse> seals;
  const Cells cells = cells_of(map);
  for (const int gap : {1, 2, 4}) {
    std::size_t tried = 0;
    for (const CellBox& box : red_groups(cells, gap)) {
      const Ellipse guess = guess_in(box, cells.size);
      if (!has_size_of_seal(guess, map) || ++tried > kMostCandidates) continue;
      const std::optional<Ellipse> seal = seal_in(map, guess);
      if (seal && std::none_of(seals.begin(), seals.end(), [&](const Ellipse& other) { return is_same(other, *seal); })) seals.push_back(*seal);
    }
  }
  std::sort(seals.begin(), seals.end(), [](const Ellipse& a, const Ellipse& b) { return std::pair(a.y, a.x) < std::pair(b.y, b.x); });
  return seals;
}

}  // namespace lvce
