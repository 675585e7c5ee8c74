// Bytes of texts in whatever encoding an office's computers write, by ICU. (GB18030 alone: from_gb18030 in text.h.)
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lvce {

/// UTF-16 without a mark to UTF-8. Nothing when a unit is cut or half a pair.
std::optional<std::string> from_utf16(std::string_view bytes, bool big_endian);

/// UTF-8 (with or without a mark), UTF-16 with a mark, or GB18030, as UTF-8 without a mark. Nothing when the bytes are none of these.
std::optional<std::string> decode_text(std::string_view bytes);

}  // namespace lvce
