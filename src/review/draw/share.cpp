#include "review/draw/share.h"

#include <cmath>

#include "support/text.h"

namespace lvce {

std::optional<Decimal> parse_share(const std::string& text) {
  std::string plain = without_space(fold_width(text));
  const bool percent = plain.ends_with('%');
  if (percent) plain.pop_back();
  auto share = Decimal::parse(plain);
  if (share && percent) share = share->divided_by(100);
  if (!share || *share <= Decimal(0) || *share > Decimal(1)) return std::nullopt;
  return share;
}

std::size_t count_of_share(const Decimal& share, std::size_t n) {
  const Decimal exact = share * Decimal(static_cast<std::int64_t>(n));
  const Decimal near = exact.rounded(0);
  return static_cast<std::size_t>(std::llround((near < exact ? near + Decimal(1) : near).to_double()));
}

std::string share_text(const Decimal& share) { return (share * Decimal(100)).shortest() + "%"; }

}  // namespace lvce
