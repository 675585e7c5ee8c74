#include "support/decimal.h"

#include <charconv>
#include <cmath>
#include <cstdio>

namespace lvce {
namespace {

constexpr std::size_t kMaxDigits = 40;
constexpr int kMaxExponent = 30;
constexpr int kShortestPlaces = 12;

mpz_class power_of_ten(int exponent) {
  mpz_class out;
  mpz_ui_pow_ui(out.get_mpz_t(), 10, static_cast<unsigned long>(exponent));
  return out;
}

/// value × 10^places, rounded half away from zero.
mpz_class scaled_and_rounded(const mpq_class& value, int places) {
  const mpq_class scaled = value * power_of_ten(places);
  const mpz_class doubled = 2 * ::abs(scaled.get_num()) + scaled.get_den();
  const mpz_class magnitude = doubled / (2 * scaled.get_den());  // floor: all operands are positive
  return sgn(value) < 0 ? mpz_class(-magnitude) : magnitude;
}

std::string with_point(mpz_class scaled, int places) {
  const bool negative = sgn(scaled) < 0;
  std::string digits = mpz_class(::abs(scaled)).get_str();
  const auto wanted = static_cast<std::size_t>(places) + 1;
  if (digits.size() < wanted) digits.insert(0, wanted - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - static_cast<std::size_t>(places), ".");
  return negative ? "-" + digits : digits;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  std::string digits;
  bool negative = false;
  std::size_t at = 0;
  if (at < text.size() && (text[at] == '-' || text[at] == '+')) negative = text[at++] == '-';
  int exponent = 0;
  bool seen_point = false;
  bool seen_digit = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c >= '0' && c <= '9') {
      digits += c;
      seen_digit = true;
      if (seen_point) --exponent;
    } else if (c == '.' && !seen_point) {
      seen_point = true;
    } else {
      break;
    }
    if (digits.size() > kMaxDigits) return std::nullopt;
  }
  if (!seen_digit) return std::nullopt;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && text[at] == '+') ++at;
    int given = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), given);
    if (error != std::errc{} || given > kMaxExponent || given < -kMaxExponent) return std::nullopt;
    exponent += given;
    at = static_cast<std::size_t>(end - text.data());
  }
  if (at != text.size()) return std::nullopt;
  mpq_class value{mpz_class(digits, 10)};
  if (exponent > 0) value *= power_of_ten(exponent);
  if (exponent < 0) value /= power_of_ten(-exponent);
  return Decimal(mpq_class(negative ? mpq_class(-value) : value));
}

std::optional<Decimal> Decimal::from_cell(double stored) {
  if (!std::isfinite(stored) || std::fabs(stored) >= 1e30) return std::nullopt;
  if (std::fabs(stored) < 1e-20) return Decimal();
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%.15g", stored);
  return parse(buffer);
}

std::optional<Decimal> Decimal::divided_by(const Decimal& divisor) const {
  if (divisor.is_zero()) return std::nullopt;
  return Decimal(mpq_class(value_ / divisor.value_));
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
  const int order = cmp(value_, other.value_);
  if (order < 0) return std::strong_ordering::less;
  return order > 0 ? std::strong_ordering::greater : std::strong_ordering::equal;
}

Decimal Decimal::rounded(int places) const {
  mpq_class out(scaled_and_rounded(value_, places), power_of_ten(places));
  out.canonicalize();
  return Decimal(std::move(out));
}

std::string Decimal::text(int places) const { return with_point(scaled_and_rounded(value_, places), places); }

std::string Decimal::grouped(int places) const {
  std::string out = text(places);
  const std::size_t first = out.front() == '-' ? 1 : 0;
  std::size_t point = out.find('.');
  if (point == std::string::npos) point = out.size();
  for (std::size_t at = point; at > first + 3; at -= 3) out.insert(at - 3, ",");
  return out;
}

std::string Decimal::shortest() const {
  std::string out = text(kShortestPlaces);
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out;
}

double Decimal::to_double() const {
  // mpq's own conversion truncates; going through 20 significant digits gives the nearest double.
  const std::string exact = text(24);
  double out = 0;
  std::from_chars(exact.data(), exact.data() + exact.size(), out);
  return out;
}

}  // namespace lvce
