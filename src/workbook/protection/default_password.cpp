#include "workbook/protection/default_password.h"

#include <array>

#include <nettle/aes.h>
#include <nettle/arcfour.h>
#include <nettle/md5.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>

namespace lvce::formats {
namespace {

constexpr std::size_t kBlock = 16;

const std::uint8_t* in(std::string_view bytes) { return reinterpret_cast<const std::uint8_t*>(bytes.data()); }
std::uint8_t* out(std::string& bytes) { return reinterpret_cast<std::uint8_t*>(bytes.data()); }

template <typename Context>
std::string digest_with(void (*init)(Context*), void (*update)(Context*, std::size_t, const std::uint8_t*),
                        void (*finish)(Context*, std::size_t, std::uint8_t*), std::size_t size, std::string_view bytes) {
  Context context;
  std::string sum(size, '\0');
  init(&context);
  update(&context, bytes.size(), in(bytes));
  finish(&context, size, out(sum));
  return sum;
}

/// Names with and without a dash.
bool is(std::string_view name, std::string_view family, std::string_view bits) {
  if (!name.starts_with(family)) return false;
  name.remove_prefix(family.size());
  if (name.starts_with('-')) name.remove_prefix(1);
  return name == bits;
}

template <typename Context>
void decrypt_with(void (*set)(Context*, const std::uint8_t*), void (*decrypt)(const Context*, std::size_t, std::uint8_t*, const std::uint8_t*),
                  std::string_view key, std::string_view bytes, std::string& to) {
  Context context;
  set(&context, in(key));
  decrypt(&context, bytes.size(), out(to), in(bytes));
}

}  // namespace

std::string default_password_utf16() {
  std::string wide;
  for (char c : kDefaultPassword) (wide += c) += '\0';
  return wide;
}

std::string bytes_of_u32(std::uint32_t value) {
  std::string bytes;
  for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(value >> shift & 0xFFU);
  return bytes;
}

std::optional<std::string> digest(std::string_view name, std::string_view bytes) {
  if (name == "MD5") return digest_with<md5_ctx>(nettle_md5_init, nettle_md5_update, nettle_md5_digest, MD5_DIGEST_SIZE, bytes);
  if (is(name, "SHA", "1")) return digest_with<sha1_ctx>(nettle_sha1_init, nettle_sha1_update, nettle_sha1_digest, SHA1_DIGEST_SIZE, bytes);
  if (is(name, "SHA", "256")) return digest_with<sha256_ctx>(nettle_sha256_init, nettle_sha256_update, nettle_sha256_digest, SHA256_DIGEST_SIZE, bytes);
  if (is(name, "SHA", "384")) return digest_with<sha512_ctx>(nettle_sha384_init, nettle_sha512_update, nettle_sha384_digest, SHA384_DIGEST_SIZE, bytes);
  if (is(name, "SHA", "512")) return digest_with<sha512_ctx>(nettle_sha512_init, nettle_sha512_update, nettle_sha512_digest, SHA512_DIGEST_SIZE, bytes);
  return std::nullopt;
}

std::optional<std::string> decrypt_aes(std::string_view key, std::string_view bytes) {
  if (bytes.size() % kBlock != 0) return std::nullopt;
  std::string plain(bytes.size(), '\0');
  switch (key.size()) {
    case 16: decrypt_with<aes128_ctx>(nettle_aes128_set_decrypt_key, nettle_aes128_decrypt, key, bytes, plain); return plain;
    case 24: decrypt_with<aes192_ctx>(nettle_aes192_set_decrypt_key, nettle_aes192_decrypt, key, bytes, plain); return plain;
    case 32: decrypt_with<aes256_ctx>(nettle_aes256_set_decrypt_key, nettle_aes256_decrypt, key, bytes, plain); return plain;
    default: return std::nullopt;
  }
}

std::optional<std::string> decrypt_aes_chained(std::string_view key, std::string_view start, std::string_view bytes) {
  auto plain = decrypt_aes(key, bytes);
  if (!plain || start.size() != kBlock) return std::nullopt;
  for (std::size_t at = 0; at < plain->size(); ++at) {
    const char before = at < kBlock ? start[at] : bytes[at - kBlock];
    (*plain)[at] = static_cast<char>((*plain)[at] ^ before);
  }
  return plain;
}

std::string apply_rc4(std::string_view key, std::string_view bytes) {
  arcfour_ctx context;
  std::string plain(bytes.size(), '\0');
  nettle_arcfour_set_key(&context, key.size(), in(key));
  nettle_arcfour_crypt(&context, bytes.size(), out(plain), in(bytes));
  return plain;
}

}  // namespace lvce::formats
