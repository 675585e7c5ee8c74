#include "review/score/rounding.h"

#include <array>
#include <cmath>

#include "support/text.h"

namespace lvce {
namespace {

struct RoundingName {
  Rounding rounding;
  const char* chinese;
  const char* english;
};
constexpr std::array kRoundingNames = {RoundingName{Rounding::half_up, "四舍五入", "half-up"}, RoundingName{Rounding::half_even, "四舍六入五成双", "half-even"},
                                       RoundingName{Rounding::down, "舍去", "down"}, RoundingName{Rounding::up, "进一", "up"}};

Decimal whole_part(const Decimal& value) {
  const Decimal near = value.rounded(0);
  return near > value ? near - Decimal(1) : near;
}

bool is_odd(const Decimal& whole) { return !whole.divided_by(Decimal(2))->is_whole(); }

}  // namespace

std::optional<Rounding> parse_rounding(const std::string& text) {
  const std::string plain = replace_all(without_space(text), "_", "-");
  for (const RoundingName& row : kRoundingNames)
    if (plain == row.chinese || plain == row.english) return row.rounding;
  return std::nullopt;
}

std::string rounding_words(Rounding rounding) {
  for (const RoundingName& row : kRoundingNames)
    if (row.rounding == rounding) return row.chinese;
  return "";
}

Decimal round_whole(const Decimal& value, Rounding rounding) {
  const Decimal down = whole_part(value);
  const Decimal rest = (value - down) * Decimal(2);
  switch (rounding) {
    case Rounding::down: return down;
    case Rounding::up: return rest.is_zero() ? down : down + Decimal(1);
    case Rounding::half_up: return rest >= Decimal(1) ? down + Decimal(1) : down;
    case Rounding::half_even: return rest > Decimal(1) || (rest == Decimal(1) && is_odd(down)) ? down + Decimal(1) : down;
  }
  return down;
}

Points round_points(const Decimal& points, Rounding rounding) {
  return Points::from_hundredths(std::llround(round_whole(points * Decimal(100), rounding).to_double()));
}

}  // namespace lvce
