// Base64 as files hold it: broken over lines, with or without padding.
#pragma once

#include <string>
#include <string_view>

namespace lvce {

/// The bytes; whatever is no digit of base64 is stepped over. Never fails: what is read is checked by its digest or its own reader.
std::string from_base64(std::string_view text);

}  // namespace lvce
