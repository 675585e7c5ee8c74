// Old workbooks that are encrypted with Excel's default password ([MS-XLS] 2.2.10, [MS-OFFCRYPTO] 2.3.5 to 2.3.7).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lvce::formats {

/// The stream as it reads when opened; `file_pass` is the body of its FILEPASS record. Nothing when it has a password of its own, or is
/// encrypted in a way that is not known.
std::optional<std::string> decrypt_biff(std::string_view stream, std::string_view file_pass);

}  // namespace lvce::formats
