// Bytes of old documents in the code page that they name.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lvce {

/// Bytes in a code page as old spreadsheets number them (936, 1252, 10000 …; 936 is read as GB18030) to UTF-8. Nothing for a number that is not
/// known, or bytes that the page does not have.
std::optional<std::string> from_code_page(std::string_view bytes, unsigned page);

}  // namespace lvce
