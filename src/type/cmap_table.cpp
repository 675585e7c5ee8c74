#include <algorithm>
#include <bit>
#include <vector>

#include "type/subset.h"

namespace lvce {

namespace {

/// Codes that follow each other and whose glyphs do too.
struct Segment {
  unsigned first = 0, last = 0, glyph = 0;
};

std::vector<Segment> segments_of(const std::map<char32_t, unsigned>& glyph_by_code) {
  std::vector<Segment> segments;
  for (const auto& [code, glyph] : glyph_by_code) {
    if (!segments.empty() && code == segments.back().last + 1 && glyph == segments.back().glyph + (code - segments.back().first))
      ++segments.back().last;
    else
      segments.push_back({code, code, glyph});
  }
  segments.push_back({0xFFFF, 0xFFFF, 0});  // the format wants it as the last one
  return segments;
}

void put16(std::string& to, unsigned value) {
  to.push_back(static_cast<char>(value >> 8 & 0xFF));
  to.push_back(static_cast<char>(value & 0xFF));
}

void put32(std::string& to, unsigned value) {
  put16(to, value >> 16);
  put16(to, value & 0xFFFF);
}

}  // namespace

// OpenType specification, "cmap", format 4.
std::string make_cmap(const std::map<char32_t, unsigned>& glyph_by_code) {
  const std::vector<Segment> segments = segments_of(glyph_by_code);
  const unsigned count = static_cast<unsigned>(segments.size());
  const unsigned power = std::bit_floor(count);
  std::string table;
  for (const unsigned value : {0u, 1u, 3u, 1u}) put16(table, value);  // version, one subtable, platform, encoding
  put32(table, 12);
  // The length field is 16 bits wide; what is longer is clipped there, readers go by the segment count.
  const unsigned length = 16 + 8 * count;
  for (const unsigned value : {4u, std::min(length, 0xFFFFu), 0u, 2 * count, 2 * power, static_cast<unsigned>(std::countr_zero(power)),
                               2 * (count - power)})
    put16(table, value);
  for (const Segment& s : segments) put16(table, s.last);
  put16(table, 0);
  for (const Segment& s : segments) put16(table, s.first);
  for (const Segment& s : segments) put16(table, s.last == 0xFFFF ? 1 : s.glyph - s.first);
  for (std::size_t i = 0; i < segments.size(); ++i) put16(table, 0);
  return table;
}

}  // namespace lvce
