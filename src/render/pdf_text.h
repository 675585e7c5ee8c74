// Which characters each font must have, and text as libharu takes it. Used by pdf*.cpp only.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "render/render.h"

namespace lvce {

using CharactersByFont = std::map<FontId, std::set<char32_t>>;

/// All characters of all boxes, `extra` included, control characters left out.
CharactersByFont collect_characters(const std::vector<const Page*>& pages, const CharactersByFont& extra);

/// UTF-8 with characters above U+FFFF replaced by their private codes and control characters left out, in pieces that libharu takes.
std::vector<std::string> encode_text(const std::string& text, const std::map<char32_t, char32_t>& private_codes);

}  // namespace lvce
