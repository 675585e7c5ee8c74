// An encrypted .xlsx ([MS-OFFCRYPTO]): an OLE file with EncryptionInfo and EncryptedPackage. Excel's default password opens those that ask
// for none.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lvce::formats {

enum class Opening { opened, own_password, unknown_way, damaged };

struct OpenedPackage {
  Opening how = Opening::damaged;
  std::string bytes;  ///< the .xlsx, when opened
};

OpenedPackage open_with_default_password(std::string_view file);

}  // namespace lvce::formats
