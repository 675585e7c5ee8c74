// DER, as far as signed values of seals need it: nested tags with definite lengths.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace lvce::ofd {

inline constexpr unsigned kDerInteger = 0x02, kDerBits = 0x03, kDerOctets = 0x04, kDerUtf8 = 0x0C, kDerIa5 = 0x16, kDerUtcTime = 0x17, kDerTime = 0x18;

struct Der {
  unsigned tag = 0;
  std::string_view content;

  bool is_constructed() const { return (tag & 0x20U) != 0; }
  /// The values inside; as many as can be read.
  std::vector<Der> children() const;
  /// The value that this path of child numbers leads to.
  std::optional<Der> at(std::initializer_list<std::size_t> path) const;
};

/// The first value of `bytes`; nothing when there is none. A length beyond the end ends there.
std::optional<Der> read_der(std::string_view bytes);

}  // namespace lvce::ofd
