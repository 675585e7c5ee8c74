// Bytes of a text file, in whatever encoding an office's computers write, to UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lvce {

/// UTF-8 (with or without a mark), UTF-16 with a mark, or GB18030. Line ends become '\n', other control characters go. Nothing when the
/// bytes are no text in any of these.
std::optional<std::string> decode_plain_text(std::string_view bytes);

}  // namespace lvce
