#include "evidence/ofd/text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "evidence/ofd/values.h"
#include "support/text.h"

namespace lvce::ofd {
namespace {

constexpr double kDegree = 3.14159265358979323846 / 180;
constexpr double kSlant = 0.25;
constexpr double kNarrowest = 0.5, kBroadest = 3;      ///< of its breadth, a letter of ours where another font's stood
constexpr double kUnsaidSize = 3.5;                    ///< mm: ten points, of text that says no size
constexpr double kWidestCell = 0.65, kSeenGap = 0.07;  ///< of 1 em; readers see a blank from 0.1 on
constexpr double kEven = 0.03;                         ///< rooms that differ by less are the same
constexpr char32_t kMissing = U'〓';
constexpr std::size_t kMostCharacters = 200'000;  ///< of one TextCode

/// So many characters, from one place on, are drawn as these glyphs of the embedded font.
struct Replacement {
  std::size_t codes = 1;
  std::vector<unsigned> glyphs;
};
using Replacements = std::map<std::size_t, Replacement>;

/// A line break and the indentation round it were put there by a program that made the XML pretty, where the offsets know nothing of them.
std::u32string code_characters(const pugi::xml_node& code) {
  const std::string text = code.text().get();
  const bool pretty = text.find('\n') != std::string::npos;
  std::u32string out = decode_utf8(pretty ? trim(text) : text);
  if (out.size() > kMostCharacters) out.resize(kMostCharacters);
  std::erase_if(out, [](char32_t c) { return c < 0x20 && c != '\t'; });
  return out;
}

/// Where each glyph of a TextCode stands.
class Offsets {
 public:
  Offsets(const pugi::xml_node& code, std::size_t characters, std::size_t glyphs)
      : across_(offsets_of(code.attribute("DeltaX").value())), down_(offsets_of(code.attribute("DeltaY").value())) {
    const std::size_t given = std::max(across_.size(), down_.size());
    by_glyph_ = glyphs != characters && given + 1 == glyphs;
  }
  bool given() const { return !across_.empty() || !down_.empty(); }
  bool by_glyph() const { return by_glyph_; }
  double across(std::size_t at) const { return value(across_, at); }
  double down(std::size_t at) const { return value(down_, at); }
  /// Whether the last character may be held to the room of those before it: its own is nowhere said.
  bool ends_evenly() const {
    const std::size_t count = across_.size();
    return count < 2 || std::fabs(across_[count - 1] - across_[count - 2]) < kEven * std::fabs(across_[count - 1]);
  }
  std::size_t count() const { return std::max(across_.size(), down_.size()); }

 private:
  /// A list that is too short goes on as it ends.
  static double value(const std::vector<double>& list, std::size_t at) { return list.empty() ? 0 : list[std::min(at, list.size() - 1)]; }

  std::vector<double> across_, down_;
  bool by_glyph_ = false;
};

class TextLayer {
 public:
  TextLayer(const pugi::xml_node& object, const TextFont& font, Trouble& trouble) : object_(object), font_(font), trouble_(trouble) {
    size_ = number_of(object, "Size", -1);
    if (size_ < 0) {
      size_ = kUnsaidSize;
      trouble.broken_pages.insert(trouble.page);
    }
    stretch_ = number_of(object, "HScale", 1);
    if (stretch_ <= 0) stretch_ = 1;
    reading_ = number_of(object, "ReadDirection", 0);
    cairo_matrix_init_rotate(&shape_, number_of(object, "CharDirection", 0) * kDegree);
    const bool slanted = (font.italic || flag_of(object, "Italic", false)) && !font.embedded;
    const cairo_matrix_t glyph{size_ * stretch_, 0, slanted ? -kSlant * size_ : 0, size_, 0, 0};
    cairo_matrix_multiply(&shape_, &glyph, &shape_);
  }

  std::vector<GlyphRun> lay() {
    Replacements pending;
    pugi::xml_node last;
    for (const pugi::xml_node& child : object_.children()) {
      if (local_name(child) == "CGTransform") add_replacement(child, pending);
      if (local_name(child) != "TextCode") continue;
      if (last) lay_code(last, last_replacements_);
      last = child;
      last_replacements_ = std::exchange(pending, {});
    }
    if (last) {
      last_replacements_.merge(pending);  // some write them behind
      lay_code(last, last_replacements_);
    }
    return std::move(runs_);
  }

 private:
  static void add_replacement(const pugi::xml_node& node, Replacements& to) {
    Replacement out;
    out.codes = static_cast<std::size_t>(std::clamp(number_of(node, "CodeCount", 1), 1.0, 1e5));
    for (const double glyph : numbers_of(text_of(node, "Glyphs"))) out.glyphs.push_back(static_cast<unsigned>(std::max(glyph, 0.0)));
    const double count = number_of(node, "GlyphCount", static_cast<double>(out.glyphs.size()));
    if (count >= 0 && count < static_cast<double>(out.glyphs.size())) out.glyphs.resize(static_cast<std::size_t>(count));
    const auto at = static_cast<std::size_t>(std::max(number_of(node, "CodePosition", 0), 0.0));
    if (!out.glyphs.empty()) to[at] = std::move(out);
  }

  /// As many glyphs as characters are one for one, which is what copied text needs.
  static Replacements in_single_steps(const Replacements& all) {
    Replacements out;
    for (const auto& [at, replacement] : all) {
      if (replacement.codes != replacement.glyphs.size()) {
        out[at] = replacement;
        continue;
      }
      for (std::size_t i = 0; i < replacement.codes; ++i) out[at + i] = {1, {replacement.glyphs[i]}};
    }
    return out;
  }

  void lay_code(const pugi::xml_node& code, const Replacements& given) {
    const std::u32string text = code_characters(code);
    const Replacements replaced = in_single_steps(given);
    x_ = number_of(code, "X", x_);
    y_ = number_of(code, "Y", y_);
    double x = x_, y = y_;
    std::size_t glyphs = text.size();
    for (const auto& [at, replacement] : replaced) glyphs += at < text.size() ? replacement.glyphs.size() - std::min(replacement.codes, glyphs) : 0;
    const Offsets offsets(code, text.size(), glyphs);
    std::size_t step = 0;
    const auto move = [&](std::size_t steps, double advance) {
      for (std::size_t i = 0; i < steps && offsets.given(); ++i, ++step) {
        x += offsets.across(step);
        y += offsets.down(step);
      }
      if (offsets.given()) return;
      x += advance * size_ * std::cos(reading_ * kDegree) * stretch_;
      y += advance * size_ * std::sin(reading_ * kDegree);
    };
    for (std::size_t at = 0; at < text.size() && trouble_.glyphs_left > 0;) {
      const auto found = replaced.find(at);
      const bool last = at + 1 == text.size() && step >= offsets.count();
      room_ = offsets.given() && (!last || offsets.ends_evenly()) ? std::fabs(offsets.across(step)) : 0;
      in_cell_ = offsets.given() && is_cell(offsets, step);
      if (found == replaced.end()) {
        move(1, put_character(text[at++], x, y));
        continue;
      }
      const std::size_t codes = std::min(found->second.codes, text.size() - at);
      put_replaced(text.substr(at, codes), found->second.glyphs, x, y, offsets, move);
      at += codes;
    }
  }

  /// Fonts of halves give each letter and figure the same narrow room; where letters have rooms of their own, a gap is a blank.
  bool is_cell(const Offsets& offsets, std::size_t step) const {
    const double room = offsets.across(step);
    const auto same = [&](std::size_t other) { return std::fabs(offsets.across(other) - room) < kEven * room; };
    if (room <= 0 || room > kWidestCell * size_ * stretch_ || offsets.down(step) != 0) return false;
    return same(step + 1) || (step > 0 && same(step - 1));
  }

  /// Other glyphs for some characters: their text hangs on the first. Without the font that the numbers are of, the characters themselves.
  template <class Move>
  void put_replaced(const std::u32string& text, const std::vector<unsigned>& glyphs, double& x, double& y, const Offsets& offsets, const Move& move) {
    const bool known = font_.embedded != nullptr;
    const std::size_t count = known ? glyphs.size() : text.size(), steps = offsets.by_glyph() ? glyphs.size() : text.size();
    const double start_x = x, start_y = y;
    room_ /= known ? 1 : static_cast<double>(std::max<std::size_t>(count, 1));
    for (std::size_t i = 0; i < count; ++i) {
      const double advance = known ? put_glyph(font_.embedded, glyphs[i], i == 0 ? text : std::u32string(), x, y) : put_character(text[i], x, y);
      if (!offsets.given()) move(1, advance);
      else if (count == steps) move(1, 0);
      else x += known ? advance * size_ * stretch_ : room_;
    }
    if (!offsets.given() || count == steps) return;
    x = start_x;
    y = start_y;
    move(steps, 0);
  }

  double put_character(char32_t c, double x, double y) {
    if (font_.embedded) {
      const unsigned glyph = font_.embedded->glyph_of(c);
      if (glyph != 0 && font_.embedded->has_glyph(glyph)) return put_glyph(font_.embedded, glyph, {c}, x, y);
      if (glyph != 0) trouble_.font_pages.insert(trouble_.page);
    }
    if (std::shared_ptr<FontFile> font = own_font(c)) {
      return put_squeezed(font, c, x, y);
    }
    const bool unseen = c <= 0x20 || (c >= 0x7F && c <= 0xA0) || (c >= 0x2000 && c <= 0x200F) || c == 0xFEFF || c == 0x3000;
    if (unseen) return c == 0x3000 ? 1 : 0.5;
    trouble_.character_pages.insert(trouble_.page);
    std::shared_ptr<FontFile> font = own_font(kMissing);
    return font ? put_glyph(font, font->glyph_of(kMissing), {c}, x, y) : 1;
  }

  /// Our letters may be wider than those that the places were made for, or narrower, which readers would take for a blank behind them: they keep to their
  /// places, as far as they can still be read.
  double fitted(double advance) const {
    if (room_ <= 0 || advance <= 0 || reading_ != 0) return 1;
    if (room_ < advance * 0.95) return std::max(kNarrowest, std::round(room_ / advance * 20) / 20);
    const double least = room_ - kSeenGap * size_ * stretch_;
    return in_cell_ && advance < least ? std::min(kBroadest, std::ceil(least / advance * 20) / 20) : 1;
  }

  double put_squeezed(const std::shared_ptr<FontFile>& font, char32_t c, double x, double y) {
    const unsigned glyph = font->glyph_of(c);
    const double advance = font->advance_of(glyph) * size_ * stretch_;
    const cairo_matrix_t before = shape_;
    cairo_matrix_scale(&shape_, fitted(advance), 1);
    put_glyph(font, glyph, {c}, x, y);
    shape_ = before;
    return font->advance_of(glyph);
  }

  std::shared_ptr<FontFile> own_font(char32_t c) const {
    for (const std::shared_ptr<FontFile>& font : *font_.own) {
      if (font->glyph_of(c) != 0) return font;
    }
    return nullptr;
  }

  /// Returns its advance, of 1 em.
  double put_glyph(const std::shared_ptr<FontFile>& font, unsigned glyph, const std::u32string& text, double x, double y) {
    --trouble_.glyphs_left;
    if (!font->has_glyph(glyph)) {
      trouble_.font_pages.insert(trouble_.page);
      glyph = 0;
    }
    if (!font->has_glyph(glyph)) return 0.5;
    if (runs_.empty() || runs_.back().font != font || runs_.back().shape.xx != shape_.xx || runs_.back().shape.yx != shape_.yx)
      runs_.push_back({font, shape_, {}, {}, {}});
    GlyphRun& run = runs_.back();
    const std::string utf8 = encode_utf8(text);
    if (text.empty() && !run.clusters.empty()) ++run.clusters.back().num_glyphs;
    else run.clusters.push_back({static_cast<int>(utf8.size()), 1});
    run.text += utf8;
    run.glyphs.push_back({glyph, x, y});
    return font->advance_of(glyph);
  }

  const pugi::xml_node& object_;
  const TextFont& font_;
  Trouble& trouble_;
  double size_ = 0, stretch_ = 1, reading_ = 0;
  double room_ = 0;       ///< to the next character, as the file says it; 0: not said
  bool in_cell_ = false;  ///< the room is a cell's of a font whose letters are all as wide
  double x_ = 0, y_ = 0;  ///< a TextCode without a place begins where the one before it began
  cairo_matrix_t shape_{};
  Replacements last_replacements_;
  std::vector<GlyphRun> runs_;
};

}  // namespace

std::vector<GlyphRun> lay_text(const pugi::xml_node& object, const TextFont& font, Trouble& trouble) { return TextLayer(object, font, trouble).lay(); }

}  // namespace lvce::ofd
