#include "evidence/ofd/der.h"

#include <algorithm>

namespace lvce::ofd {
namespace {

constexpr std::size_t kMostChildren = 10'000;

/// Takes one value off the front.
std::optional<Der> take_der(std::string_view& bytes) {
  if (bytes.size() < 2) return std::nullopt;
  Der out{static_cast<unsigned char>(bytes[0]), {}};
  std::size_t length = static_cast<unsigned char>(bytes[1]);
  std::size_t head = 2;
  if (length >= 0x80) {
    const std::size_t count = length & 0x7F;
    if (count == 0 || count > 4 || bytes.size() < 2 + count) return std::nullopt;
    length = 0;
    for (std::size_t i = 0; i < count; ++i) length = length << 8 | static_cast<unsigned char>(bytes[2 + i]);
    head += count;
  }
  out.content = bytes.substr(head, length);
  bytes.remove_prefix(std::min(bytes.size(), head + length));
  return out;
}

}  // namespace

std::vector<Der> Der::children() const {
  std::vector<Der> out;
  std::string_view left = content;
  while (is_constructed() && out.size() < kMostChildren) {
    const std::optional<Der> child = take_der(left);
    if (!child) break;
    out.push_back(*child);
  }
  return out;
}

std::optional<Der> Der::at(std::initializer_list<std::size_t> path) const {
  Der here = *this;
  for (const std::size_t step : path) {
    const std::vector<Der> inside = here.children();
    if (step >= inside.size()) return std::nullopt;
    here = inside[step];
  }
  return here;
}

std::optional<Der> read_der(std::string_view bytes) { return take_der(bytes); }

}  // namespace lvce::ofd
