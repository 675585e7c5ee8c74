// Which character a code shows: what is searched for and copied.
#pragma once

#include <map>
#include <string>

namespace lvce {

/// Text of a valid ToUnicode CMap stream (ISO 32000-1, 9.10.3) for two-byte codes: code as written → true character.
std::string to_unicode_cmap(const std::map<char32_t, char32_t>& codes);

}  // namespace lvce
