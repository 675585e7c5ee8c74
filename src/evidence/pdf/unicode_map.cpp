// ToUnicode CMaps: ISO 32000-1, 9.10.3; Adobe Technical Note 5411.
#include "evidence/pdf/unicode_map.h"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace lvce {

namespace {

constexpr std::size_t kMostPerBlock = 100;  // the specification's limit of entries between begin… and end…

constexpr const char* kHead =
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
constexpr const char* kTail = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

std::string hex4(unsigned value) {
  char text[8];
  std::snprintf(text, sizeof text, "%04X", value & 0xFFFF);
  return text;
}

std::string utf16(char32_t c) {
  if (c <= 0xFFFF) return hex4(c);
  const unsigned rest = c - 0x10000;
  return hex4(0xD800 + (rest >> 10)) + hex4(0xDC00 + (rest & 0x3FF));
}

struct Range {
  char32_t first, last, target;
};

/// Runs of codes whose characters follow each other too; neither may pass a multiple of 256.
std::vector<Range> ranges_of(const std::map<char32_t, char32_t>& codes) {
  std::vector<Range> ranges;
  for (const auto& [code, character] : codes) {
    const bool follows = !ranges.empty() && code == ranges.back().last + 1 && code % 256 != 0 && character % 256 != 0 &&
                         character == ranges.back().target + (code - ranges.back().first);
    if (follows) ranges.back().last = code;
    else ranges.push_back({code, code, character});
  }
  return ranges;
}

void write_blocks(std::string& to, const char* kind, const std::vector<std::string>& lines) {
  for (std::size_t start = 0; start < lines.size(); start += kMostPerBlock) {
    const std::size_t end = std::min(lines.size(), start + kMostPerBlock);
    to += std::to_string(end - start) + " begin" + kind + "\n";
    for (std::size_t i = start; i < end; ++i) to += lines[i];
    to += std::string("end") + kind + "\n";
  }
}

}  // namespace

std::string to_unicode_cmap(const std::map<char32_t, char32_t>& codes) {
  std::vector<std::string> single, runs;
  for (const Range& range : ranges_of(codes)) {
    if (range.first == range.last) single.push_back("<" + hex4(range.first) + "> <" + utf16(range.target) + ">\n");
    else runs.push_back("<" + hex4(range.first) + "> <" + hex4(range.last) + "> <" + utf16(range.target) + ">\n");
  }
  std::string cmap = kHead;
  write_blocks(cmap, "bfchar", single);
  write_blocks(cmap, "bfrange", runs);
  return cmap + kTail;
}

}  // namespace lvce
