// What the two ways of locking a workbook share. Excel sets a password of its own when only the book's structure is protected or it is
// “read-only recommended”: it opens without asking.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lvce::formats {

inline constexpr std::string_view kDefaultPassword = "VelvetSweatshop";

/// The default password as hashes take it: two bytes a character.
std::string default_password_utf16();
/// Four bytes, the low one first.
std::string bytes_of_u32(std::uint32_t value);

/// "SHA1", "SHA256", "SHA384", "SHA512" (also with a dash) or "MD5". Nothing for other names.
std::optional<std::string> digest(std::string_view name, std::string_view bytes);

/// Whole blocks of 16 bytes; nothing for a key that is not 16, 24 or 32 bytes, or a rest of a block.
std::optional<std::string> decrypt_aes(std::string_view key, std::string_view bytes);
/// The same, blocks chained from `start`.
std::optional<std::string> decrypt_aes_chained(std::string_view key, std::string_view start, std::string_view bytes);
std::string apply_rc4(std::string_view key, std::string_view bytes);

}  // namespace lvce::formats
