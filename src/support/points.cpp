#include "support/points.h"

namespace lvce {

std::optional<Points> Points::parse(std::string_view text) {
  bool negative = false;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  const std::size_t dot = text.find('.');
  const std::string_view whole = text.substr(0, dot);
  const std::string_view decimals = dot == std::string_view::npos ? std::string_view{} : text.substr(dot + 1);
  if (whole.empty() || whole.size() > 9 || decimals.size() > 2) return std::nullopt;
  if (dot != std::string_view::npos && decimals.empty()) return std::nullopt;
  std::int64_t value = 0;
  for (char c : whole) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  std::int64_t fraction = 0;
  for (char c : decimals) {
    if (c < '0' || c > '9') return std::nullopt;
    fraction = fraction * 10 + (c - '0');
  }
  if (decimals.size() == 1) fraction *= 10;
  value = value * 100 + fraction;
  return Points(negative ? -value : value);
}

std::string Points::text() const {
  const std::int64_t magnitude = hundredths_ < 0 ? -hundredths_ : hundredths_;
  std::string out = hundredths_ < 0 ? "-" : "";
  out += std::to_string(magnitude / 100);
  const std::int64_t rest = magnitude % 100;
  if (rest == 0) return out;
  out += '.';
  out += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
  return out;
}

}  // namespace lvce
