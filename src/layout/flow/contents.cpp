#include "layout/flow/contents.h"

#include <algorithm>

#include "layout/flow/paragraph.h"
#include "layout/style.h"
#include "layout/text/set_line.h"

namespace lvce {

namespace {

constexpr double kSize = 12;                   // 小四
constexpr double kPitch = kLinePitch * 3 / 4;  // four lines on three lines of body text
constexpr double kNumberWidth = 42;            // kept free of text: four digits, a supplement's two, and air
constexpr double kAirAtNumber = 5;
constexpr double kLeastLeader = 18;
constexpr double kDotPitch = 5;
constexpr int kDeepestLevel = 6;
constexpr std::size_t kMostLines = 20;  // an entry must fit on a page

constexpr double kClosest = 0.86;       // of the pitch, where that saves a page …
constexpr std::size_t kFewEntries = 2;  // … with so many entries

/// What all entries share.
struct Looks {
  double pitch = kPitch;
  double dots_end = 0;  ///< x
};

/// Dots on a common grid from the right edge, so that they stand below each other.
void add_leader(double from, const Looks& looks, Strip& strip, Typesetter& setter) {
  const double to = looks.dots_end;
  const ShownCharacter dot = setter.characters.find(Face::body, U'.');
  const int count = std::min(150, static_cast<int>((to - from - 4) / kDotPitch));
  if (count < 2) return;
  TextBox box;
  box.size = kSize;
  box.font = dot.font;
  box.text = std::string(static_cast<std::size_t>(count), '.');
  box.char_space = kDotPitch - dot.em * kSize;
  box.x = to - count * kDotPitch;
  box.y = strip.height - looks.pitch / 2 + 0.38 * kSize;
  strip.texts.push_back(std::move(box));
}

GlyphText number_of(const std::string& target, Typesetter& setter) {
  const auto found = setter.numbers.find(target);
  return make_glyphs(found == setter.numbers.end() ? "…" : found->second.text(), Face::body, kSize, setter);
}

/// The dots of all entries end before the widest number.
double leader_end(const Contents& contents, double width, Typesetter& setter) {
  double widest = 0;
  for (const ContentsEntry& entry : contents.entries) widest = std::max(widest, width_of(number_of(entry.target, setter)));
  return width - std::min(widest + kAirAtNumber, kNumberWidth);
}

void add_number(const std::string& target, double right, const Looks& looks, Strip& strip, Typesetter& setter) {
  const GlyphText text = number_of(target, setter);
  set_line(text, {0, text.glyphs.size(), true}, {right - kNumberWidth, kNumberWidth, strip.height - looks.pitch, looks.pitch, Align::right}, strip);
}

/// All lines of an entry in one strip: an entry is never parted from its number.
Strip entry_strip(const ContentsEntry& entry, double width, const Looks& looks, Typesetter& setter) {
  const int level = std::clamp(entry.level, 0, kDeepestLevel);
  const double indent = level * 2 * kSize;
  const double hanging = indent + kSize;
  const GlyphText text = make_glyphs(entry.text, level == 0 ? Face::hei : Face::body, kSize, setter);
  const double right = width - kNumberWidth - kLeastLeader;
  std::vector<LineRange> lines = break_lines(text, {right - indent, right - hanging});
  lines.resize(std::min(lines.size(), kMostLines));
  Strip strip;
  double end = indent;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const double left = i == 0 ? indent : hanging;
    set_line(text, lines[i], {left, right - left, static_cast<double>(i) * looks.pitch, looks.pitch, Align::left}, strip);
    end = left;
    for (std::size_t k = lines[i].begin; k < lines[i].end; ++k) end += text.glyphs[k].advance;
  }
  strip.height = static_cast<double>(lines.size()) * looks.pitch;
  add_leader(std::min(end, right), looks, strip, setter);
  add_number(entry.target, width, looks, strip, setter);
  if (!entry.target.empty()) strip.links.push_back({indent, strip.height, width - indent, strip.height, entry.target});
  return strip;
}

/// Entries on the last page when none is kept with the next, and how many pages come before it.
struct Spill {
  std::size_t pages = 0;
  std::size_t last_entries = 0;
};
Spill spill_of(const std::vector<Strip>& strips, const Flow& flow) {
  Spill spill;
  double room = flow.room();
  for (const Strip& strip : strips) {
    if (strip.height > room) {
      ++spill.pages;
      spill.last_entries = 0;
      room = flow.full_height();
    }
    room -= strip.height;
    ++spill.last_entries;
  }
  return spill;
}

std::vector<Strip> entry_strips(const Contents& contents, const Looks& looks, const Flow& flow, Typesetter& setter) {
  std::vector<Strip> strips;
  for (const ContentsEntry& entry : contents.entries) strips.push_back(entry_strip(entry, flow.width(), looks, setter));
  return strips;
}

}  // namespace

void add_contents(const Contents& contents, Flow& flow, Typesetter& setter) {
  Looks looks;
  looks.dots_end = leader_end(contents, flow.width(), setter);
  std::vector<Strip> strips = entry_strips(contents, looks, flow, setter);
  const Spill spill = spill_of(strips, flow);
  const std::size_t count = strips.size();
  std::size_t together = count;  // from here on the entries stay on one page
  if (spill.pages > 0 && spill.last_entries <= kFewEntries) {
    looks.pitch = kClosest * kPitch;
    std::vector<Strip> closer = entry_strips(contents, looks, flow, setter);
    if (spill_of(closer, flow).pages < spill.pages) strips = std::move(closer);
    else together = count - std::min(count, kFewEntries + 1);
  }
  for (std::size_t i = 0; i < count; ++i) {
    const bool heads_others = i + 1 < count && contents.entries[i + 1].level > contents.entries[i].level;
    flow.add(std::move(strips[i]), heads_others || (i >= together && i + 1 < count));
  }
}

}  // namespace lvce
