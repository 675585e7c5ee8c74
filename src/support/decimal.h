// Exact numbers for consumption, standard coal and carbon: a rational kept exactly, rounded once when printed.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <gmpxx.h>

namespace lvce {

/// An exact number. Sums, products and quotients lose nothing; `rounded` and `text` are the only places that round, and they
/// round as Excel's ROUND does: half away from zero.
class Decimal {
 public:
  Decimal() = default;
  Decimal(std::int64_t whole) : value_(static_cast<long>(whole)) {}  // NOLINT: whole numbers convert freely

  /// Reads plain decimals and exponents: "12345.6", "-0.3", "1E3". At most 40 digits, exponent within ±30. No separators.
  static std::optional<Decimal> parse(std::string_view text);
  /// The number a spreadsheet shows for a stored double: its 15 significant digits. Nothing for NaN, infinity or |x| ≥ 1e30.
  static std::optional<Decimal> from_cell(double stored);

  Decimal operator+(const Decimal& other) const { return Decimal(mpq_class(value_ + other.value_)); }
  Decimal operator-(const Decimal& other) const { return Decimal(mpq_class(value_ - other.value_)); }
  Decimal operator*(const Decimal& other) const { return Decimal(mpq_class(value_ * other.value_)); }
  Decimal& operator+=(const Decimal& other) {
    value_ += other.value_;
    return *this;
  }
  Decimal operator-() const { return Decimal(mpq_class(-value_)); }
  /// Nothing when the divisor is zero.
  std::optional<Decimal> divided_by(const Decimal& divisor) const;

  bool operator==(const Decimal& other) const { return value_ == other.value_; }
  std::strong_ordering operator<=>(const Decimal& other) const;
  bool is_zero() const { return sgn(value_) == 0; }
  bool is_negative() const { return sgn(value_) < 0; }
  bool is_whole() const { return value_.get_den() == 1; }
  Decimal abs() const { return is_negative() ? -*this : *this; }

  /// Half away from zero, at `places` decimals (0…12).
  Decimal rounded(int places) const;
  /// Fixed decimals: text(2) of 12345.6 is "12345.60". Never "-0.00".
  std::string text(int places) const;
  /// As `text`, with thousands separated by commas: "12,345.60".
  std::string grouped(int places) const;
  /// The shortest exact decimal when there is one within 12 places ("0.1229"), else rounded to 12 places and trimmed.
  std::string shortest() const;
  /// Nearest double, for spreadsheet cells and JSON (round first where the contract names decimals).
  double to_double() const;

 private:
  explicit Decimal(mpq_class value) : value_(std::move(value)) {}
  mpq_class value_;
};

}  // namespace lvce
