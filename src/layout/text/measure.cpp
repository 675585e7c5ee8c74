#include "layout/text/measure.h"

#include "support/text.h"

namespace lvce {

namespace {
constexpr char32_t kGeta = U'〓';
}

ShownCharacter CharacterTable::find(Face face, char32_t c) {
  Entry& found = entry(face, c);
  if (!found.known) {
    found.shown = look_up(face, c);
    found.known = true;
  }
  return found.shown;
}

CharacterTable::Entry& CharacterTable::entry(Face face, char32_t c) {
  const std::uint32_t key = (static_cast<std::uint32_t>(face) << 24) | (static_cast<std::uint32_t>(c) >> 8);
  if (key != last_key_) {
    std::unique_ptr<Block>& block = blocks_[key];
    if (!block) block = std::make_unique<Block>();
    last_key_ = key;
    last_block_ = block.get();
  }
  return (*last_block_)[c & 0xFF];
}

ShownCharacter CharacterTable::look_up(Face face, char32_t c) {
  const FontId font = measure_.font_for(face, c);
  if (font >= 0) return {c, font, measure_.advance(font, c) / 1000};
  if (!reported_[c]) {
    reported_[c] = true;
    missing_.push_back(encode_utf8(std::u32string(1, c)));
  }
  return stand_in(face);
}

ShownCharacter CharacterTable::stand_in(Face face) const {
  for (const char32_t c : {kGeta, U'?'}) {
    const FontId font = measure_.font_for(face, c);
    if (font >= 0) return {c, font, measure_.advance(font, c) / 1000};
  }
  return {U' ', 0, 1};
}

}  // namespace lvce
