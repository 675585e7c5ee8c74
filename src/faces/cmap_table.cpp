#include <array>
#include <bit>
#include <vector>

#include "faces/subset.h"

namespace lvce {

namespace {

using Glyphs = std::map<char32_t, unsigned>;

constexpr std::size_t kMostBytes = 0xFFFF;  // the subtable's length field
constexpr unsigned kLast = 0xFFFF;          // the format wants this code as a segment of its own at the end

/// Codes first … last, with a glyph number for each, 0 for the ones between that are not there. libharu searches the segments one after
/// the other for every character that it writes: few long ones with gaps are several times faster than many short ones.
struct Segment {
  unsigned first = 0, last = 0;
};

std::vector<Segment> segments_of(const Glyphs& glyphs, unsigned widest_gap) {
  std::vector<Segment> segments;
  for (const auto& [code, glyph] : glyphs) {
    if (!segments.empty() && code - segments.back().last <= widest_gap) segments.back().last = code;
    else segments.push_back({code, code});
  }
  return segments;
}

std::size_t bytes_for(const std::vector<Segment>& segments) {
  std::size_t bytes = 16 + 8 * (segments.size() + 1);
  for (const Segment& s : segments) bytes += 2 * (s.last - s.first + 1);
  return bytes;
}

/// The widest gaps that fit. With 4, a code costs at most what a segment of its own would; all characters of the largest font we ship fit.
std::vector<Segment> choose_segments(const Glyphs& glyphs) {
  for (const unsigned gap : {64u, 16u}) {
    std::vector<Segment> segments = segments_of(glyphs, gap);
    if (bytes_for(segments) <= kMostBytes) return segments;
  }
  return segments_of(glyphs, 4);
}

void put16(std::string& to, std::size_t value) {
  to.push_back(static_cast<char>(value >> 8 & 0xFF));
  to.push_back(static_cast<char>(value & 0xFF));
}

void put_header(std::string& to, std::size_t length, unsigned count) {
  const unsigned power = std::bit_floor(count);
  for (const unsigned value : {0u, 1u, 3u, 1u, 0u, 12u}) put16(to, value);  // version, one subtable, platform, encoding, its place
  for (const std::size_t value :
       std::array<std::size_t, 7>{4, length, 0, 2 * count, 2 * power, static_cast<std::size_t>(std::countr_zero(power)), 2 * (count - power)})
    put16(to, value);
}

/// For each segment: how many bytes after this field its glyph numbers start.
void put_range_offsets(std::string& to, const std::vector<Segment>& segments) {
  std::size_t glyphs_before = 0;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    put16(to, 2 * (segments.size() + 1 - i + glyphs_before));
    glyphs_before += segments[i].last - segments[i].first + 1;
  }
  put16(to, 0);
}

void put_glyphs(std::string& to, const std::vector<Segment>& segments, const Glyphs& glyphs) {
  for (const Segment& s : segments)
    for (unsigned code = s.first; code <= s.last; ++code) {
      const auto glyph = glyphs.find(code);
      put16(to, glyph == glyphs.end() ? 0 : glyph->second);
    }
}

}  // namespace

// OpenType specification, "cmap", format 4.
std::string make_cmap(const std::map<char32_t, unsigned>& glyph_by_code) {
  const std::vector<Segment> segments = choose_segments(glyph_by_code);
  std::string table;
  put_header(table, bytes_for(segments), static_cast<unsigned>(segments.size()) + 1);
  for (const Segment& s : segments) put16(table, s.last);
  put16(table, kLast);
  put16(table, 0);
  for (const Segment& s : segments) put16(table, s.first);
  put16(table, kLast);
  for (std::size_t i = 0; i < segments.size(); ++i) put16(table, 0);
  put16(table, 1);
  put_range_offsets(table, segments);
  put_glyphs(table, segments, glyph_by_code);
  return table;
}

}  // namespace lvce
