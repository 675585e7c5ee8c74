// Digests that signatures of an OFD name: SM3 (GB/T 32905), SHA-1, SHA-256.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lvce::ofd {

enum class CheckMethod { sm3, sha1, sha256 };

/// By name ("SM3") or object identifier; nothing for others.
std::optional<CheckMethod> check_method(std::string_view name);
/// The bytes of the digest.
std::string digest_of(std::string_view bytes, CheckMethod method);

}  // namespace lvce::ofd
