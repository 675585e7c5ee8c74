// What layout asks of the faces, and a table that remembers the answers.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "faces/faces.h"

namespace lvce {

/// The two questions that layout has for the faces; tests answer them with simple made-up metrics.
class Measure {
 public:
  virtual ~Measure() = default;
  /// The font that shows the character, -1 when none does.
  virtual FontId font_for(Face face, char32_t c) const = 0;
  /// Advance in 1/1000 em.
  virtual double advance(FontId font, char32_t c) const = 0;
};

/// The loaded faces of faces/.
class FacesMeasure : public Measure {
 public:
  explicit FacesMeasure(const Faces& faces) : faces_(faces) {}
  FontId font_for(Face face, char32_t c) const override { return faces_.font_for(face, c); }
  double advance(FontId font, char32_t c) const override { return faces_.advance(font, c); }

 private:
  const Faces& faces_;
};

/// A character as it will be drawn: 〓 stands for what no face has.
struct ShownCharacter {
  char32_t c = 0;
  FontId font = 0;
  double em = 1;  ///< advance in em
};

/// Remembers fonts and advances for one lay_out call and collects the characters that no face has.
class CharacterTable {
 public:
  explicit CharacterTable(const Measure& measure) : measure_(measure) {}
  ShownCharacter find(Face face, char32_t c);
  /// In the order in which they were met, once each.
  const std::vector<std::string>& missing() const { return missing_; }

 private:
  struct Entry {
    bool known = false;
    ShownCharacter shown;
  };
  using Block = std::array<Entry, 256>;

  Entry& entry(Face face, char32_t c);
  ShownCharacter look_up(Face face, char32_t c);
  ShownCharacter stand_in(Face face) const;

  const Measure& measure_;
  std::unordered_map<std::uint32_t, std::unique_ptr<Block>> blocks_;  ///< key: face and the character's upper bits
  std::uint32_t last_key_ = ~0U;
  Block* last_block_ = nullptr;
  std::map<char32_t, bool> reported_;
  std::vector<std::string> missing_;
};

}  // namespace lvce
