#include "workbook/xls/biff_password.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>

#include "workbook/package/compound_file.h"
#include "workbook/protection/default_password.h"
#include "workbook/xls/records.h"

namespace lvce::formats {
namespace {

constexpr std::size_t kRc4Block = 1024;
constexpr std::size_t kSalt = 16;

/// The key of the n-th block of the stream.
using BlockKey = std::function<std::string(std::uint32_t)>;

std::string decrypt_blocks(std::string_view stream, const BlockKey& key) {
  std::string plain;
  plain.reserve(stream.size());
  for (std::size_t at = 0; at < stream.size(); at += kRc4Block) {
    plain += apply_rc4(key(static_cast<std::uint32_t>(at / kRc4Block)), stream.substr(at, kRc4Block));
  }
  return plain;
}

/// Bytes at the head of a record's body that are never encrypted; npos: all of it.
std::size_t clear_bytes(unsigned type) {
  switch (type) {
    case kBof:
    case kFilePass:
    case 0x00E1:  // INTERFACEHDR
    case 0x0138:  // RRDHEAD
    case 0x0194:  // USREXCL
    case 0x0195:  // FILELOCK
    case 0x0196: return std::string_view::npos;
    case kBoundSheet: return 4;
    default: return 0;
  }
}

/// Puts back what stands unencrypted in the stream: the heads of records, and some bodies.
void keep_clear_parts(std::string_view stream, std::string& plain) {
  std::size_t at = 0;
  while (true) {
    const std::size_t from = at;
    const auto record = next_record(stream, at);
    if (!record) return;
    const std::size_t clear = std::min(record->body.size(), clear_bytes(record->type)) + 4;
    std::copy_n(stream.begin() + static_cast<std::ptrdiff_t>(from), clear, plain.begin() + static_cast<std::ptrdiff_t>(from));
  }
}

std::optional<std::string> open_rc4(std::string_view stream, std::string_view verifier, std::string_view verifier_hash, const char* hash, const BlockKey& key) {
  const std::string both = apply_rc4(key(0), std::string(verifier) + std::string(verifier_hash));
  const std::string_view plain(both);
  if (digest(hash, plain.substr(0, verifier.size())) != plain.substr(verifier.size())) return std::nullopt;
  std::string opened = decrypt_blocks(stream, key);
  keep_clear_parts(stream, opened);
  return opened;
}

std::string md5(std::string_view bytes) { return digest("MD5", bytes).value_or(""); }
std::string sha1(std::string_view bytes) { return digest("SHA1", bytes).value_or(""); }

/// 40 bits of key: salt, verifier and its hash, 16 bytes each.
std::optional<std::string> decrypt_rc4(std::string_view stream, std::string_view given) {
  if (given.size() < 3 * kSalt) return std::nullopt;
  std::string mixed;
  for (int i = 0; i < 16; ++i) (mixed += md5(default_password_utf16()).substr(0, 5)) += given.substr(0, kSalt);
  const std::string base = md5(mixed).substr(0, 5);
  const BlockKey key = [base](std::uint32_t block) { return md5(base + bytes_of_u32(block)); };
  return open_rc4(stream, given.substr(kSalt, kSalt), given.substr(2 * kSalt, kSalt), "MD5", key);
}

/// RC4 by CryptoAPI: flags, size of the header, header (algorithm, key bits …), size of the salt, salt, verifier, size of its hash, hash.
std::optional<std::string> decrypt_crypto_api(std::string_view stream, std::string_view given) {
  constexpr unsigned kRc4 = 0x6801;
  const std::size_t header = read_u32(given, 4);
  if (header > given.size() || given.size() < 8 + header + 60 || read_u32(given, 16) != kRc4) return std::nullopt;
  const unsigned bits = read_u32(given, 24) == 0 ? 40 : read_u32(given, 24);
  if (bits < 40 || bits > 128 || bits % 8 != 0) return std::nullopt;
  const std::string_view verifier = given.substr(8 + header);
  const std::string base = sha1(std::string(verifier.substr(4, kSalt)) + default_password_utf16());
  const BlockKey key = [base, bits](std::uint32_t block) {
    std::string out = sha1(base + bytes_of_u32(block)).substr(0, bits / 8);
    if (bits == 40) out.resize(16, '\0');
    return out;
  };
  return open_rc4(stream, verifier.substr(20, 16), verifier.substr(40, 20), "SHA1", key);
}

/// The 16-bit check of a password, and the key that goes with it.
std::uint16_t xor_verifier() {
  std::uint16_t sum = 0;
  for (std::size_t i = kDefaultPassword.size(); i-- > 0;) {
    sum = static_cast<std::uint16_t>((sum >> 14 & 1U) | (sum << 1 & 0x7FFFU));
    sum ^= static_cast<unsigned char>(kDefaultPassword[i]);
  }
  sum = static_cast<std::uint16_t>((sum >> 14 & 1U) | (sum << 1 & 0x7FFFU));
  return static_cast<std::uint16_t>(sum ^ kDefaultPassword.size() ^ 0xCE4BU);
}

std::array<std::uint8_t, 16> xor_pads(unsigned key) {
  static constexpr std::array<std::uint8_t, 16> kFill = {0xBB, 0xFF, 0xFF, 0xBA, 0xFF, 0xFF, 0xB9, 0x80, 0x00, 0xBE, 0x0F, 0x00, 0xBF, 0x0F, 0x00, 0x00};
  std::array<std::uint8_t, 16> pads{};
  for (std::size_t i = 0; i < pads.size(); ++i) {
    const auto raw = i < kDefaultPassword.size() ? static_cast<std::uint8_t>(kDefaultPassword[i]) : kFill[i - kDefaultPassword.size()];
    const auto half = static_cast<std::uint8_t>(i % 2 == 0 ? key : key >> 8);
    pads[i] = std::rotl(static_cast<std::uint8_t>(raw ^ half), 2);
  }
  return pads;
}

std::optional<std::string> decrypt_xor(std::string_view stream, std::string_view given) {
  if (given.size() < 4 || read_u16(given, 2) != xor_verifier()) return std::nullopt;
  const auto pads = xor_pads(read_u16(given, 0));
  std::string opened(stream);
  std::size_t at = 0;
  while (const auto record = next_record(stream, at)) {
    const std::size_t from = at - record->body.size();
    for (std::size_t i = from; i < at; ++i) {
      const auto turned = std::rotl(static_cast<std::uint8_t>(stream[i]), 3);
      opened[i] = static_cast<char>(turned ^ pads[(at + i - from) % pads.size()]);
    }
  }
  keep_clear_parts(stream, opened);
  return opened;
}

}  // namespace

std::optional<std::string> decrypt_biff(std::string_view stream, std::string_view file_pass) {
  constexpr unsigned kXor = 0;
  constexpr unsigned kPlainRc4 = 1;
  if (file_pass.size() == 4) return decrypt_xor(stream, file_pass);  // BIFF5 and 7 know no other way
  if (file_pass.size() < 6) return std::nullopt;
  if (read_u16(file_pass, 0) == kXor) return decrypt_xor(stream, file_pass.substr(2));
  if (read_u16(file_pass, 2) == kPlainRc4) return decrypt_rc4(stream, file_pass.substr(6));
  return decrypt_crypto_api(stream, file_pass.substr(6));
}

}  // namespace lvce::formats
