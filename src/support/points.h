// Points of a rubric: exact decimals kept as whole hundredths, never floats.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lvce {

/// A number of points. 2.5 points are 250 hundredths.
class Points {
 public:
  constexpr Points() = default;
  static constexpr Points from_hundredths(std::int64_t hundredths) { return Points(hundredths); }

  /// Reads "2", "2.5", "7.50" (at most two decimals, at most 9 digits before the point, optional sign). Nothing else.
  static std::optional<Points> parse(std::string_view text);

  constexpr std::int64_t hundredths() const { return hundredths_; }
  /// Shortest decimal text: "2", "2.5", "0.25", "-1.5".
  std::string text() const;
  /// For JSON and spreadsheets: the nearest double (exact to two decimals when printed).
  double to_double() const { return static_cast<double>(hundredths_) / 100.0; }

  constexpr auto operator<=>(const Points&) const = default;
  constexpr Points operator+(Points other) const { return Points(hundredths_ + other.hundredths_); }
  constexpr Points operator-(Points other) const { return Points(hundredths_ - other.hundredths_); }
  constexpr Points& operator+=(Points other) { return *this = *this + other; }
  /// n × this. The caller caps n (a count read from a cell is at most 1,000,000).
  constexpr Points operator*(std::int64_t n) const { return Points(hundredths_ * n); }

 private:
  constexpr explicit Points(std::int64_t hundredths) : hundredths_(hundredths) {}
  std::int64_t hundredths_ = 0;
};

}  // namespace lvce
