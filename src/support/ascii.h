// Characters that mean the same in bytes, UTF-8 and code points.
#pragma once

namespace lvce {

constexpr bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

}  // namespace lvce
