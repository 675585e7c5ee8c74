#include "workbook/protection/ooxml_password.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <sstream>
#include <vector>

#include "support/base64.h"
#include "workbook/package/compound_file.h"
#include "workbook/package/xml.h"
#include "workbook/protection/default_password.h"

namespace lvce::formats {
namespace {

using xlsx::attribute;
using xlsx::Attributes;

constexpr std::size_t kSegment = 4096;
constexpr std::uint32_t kMaxSpins = 1'000'000;
constexpr std::size_t kMaxInfo = 64 << 10;

std::uint32_t whole(const std::string& text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// Cut or filled up with 0x36 to so many bytes.
std::string fitted(std::string bytes, std::size_t size) {
  bytes.resize(size, '\x36');
  return bytes;
}

/// The password's hash, hashed again so many times behind a counter; empty for a hash that is not known.
std::string spun(const std::string& hash, std::string_view salt, std::uint32_t spins) {
  std::string sum = digest(hash, std::string(salt) + default_password_utf16()).value_or("");
  for (std::uint32_t i = 0; i < spins && !sum.empty(); ++i) sum = *digest(hash, bytes_of_u32(i) + sum);
  return sum;
}

struct KeyData {
  std::string salt;
  std::string hash;
  std::size_t key_bytes = 0;
  std::string cipher;
};

/// The XML of the newer way.
class AgileInfo : public xlsx::XmlHandler {
 public:
  KeyData data;
  KeyData password;
  std::uint32_t spins = 0;
  std::string verifier;
  std::string verifier_hash;
  std::string key;

  void start(const std::string& name, const Attributes& given) override {
    if (name == "keyData") data = read(given);
    if (name != "encryptedKey" || !key.empty()) return;
    password = read(given);
    spins = whole(attribute(given, "spinCount"));
    verifier = from_base64(attribute(given, "encryptedVerifierHashInput"));
    verifier_hash = from_base64(attribute(given, "encryptedVerifierHashValue"));
    key = from_base64(attribute(given, "encryptedKeyValue"));
  }
  void end(const std::string&) override {}
  bool usable() const {
    const auto known = [](const KeyData& one) { return one.cipher == "AESChainingModeCBC" && one.key_bytes <= 32 && digest(one.hash, ""); };
    return known(data) && known(password) && spins <= kMaxSpins && !key.empty();
  }

 private:
  static KeyData read(const Attributes& given) {
    return {from_base64(attribute(given, "saltValue")), attribute(given, "hashAlgorithm"), whole(attribute(given, "keyBits")) / 8,
            attribute(given, "cipherAlgorithm") + attribute(given, "cipherChaining")};
  }
};

/// One of the three values that the password's key locks; each has a block key of its own.
std::string unlocked(const AgileInfo& info, const std::string& base, std::string_view block_key, std::string_view value) {
  const std::string key = fitted(digest(info.password.hash, base + std::string(block_key)).value_or(""), info.password.key_bytes);
  return decrypt_aes_chained(key, fitted(info.password.salt, 16), value).value_or("");
}

std::string decrypt_segments(const AgileInfo& info, const std::string& key, std::string_view package) {
  std::string plain;
  for (std::size_t at = 0; at < package.size(); at += kSegment) {
    const std::string number = bytes_of_u32(static_cast<std::uint32_t>(at / kSegment));
    const std::string start = fitted(digest(info.data.hash, info.data.salt + number).value_or(""), 16);
    plain += decrypt_aes_chained(key, start, package.substr(at, kSegment)).value_or("");
  }
  return plain;
}

OpenedPackage open_agile(std::string_view xml, std::string_view package) {
  AgileInfo info;
  std::istringstream in{std::string(xml)};
  if (xlsx::parse_xml(in, info) != xlsx::XmlResult::ok) return {Opening::damaged, {}};
  if (!info.usable()) return {Opening::unknown_way, {}};
  const std::string base = spun(info.password.hash, info.password.salt, info.spins);
  const std::string verifier = unlocked(info, base, "\xfe\xa7\xd2\x76\x3b\x4b\x9e\x79", info.verifier).substr(0, info.password.salt.size());
  const std::string expected = digest(info.password.hash, verifier).value_or("");
  const std::string hash = unlocked(info, base, "\xd7\xaa\x0f\x6d\x30\x61\x34\x4e", info.verifier_hash).substr(0, expected.size());
  if (verifier.empty() || hash != expected) return {Opening::own_password, {}};
  const std::string key = unlocked(info, base, "\x14\x6e\x0b\xe7\xab\xac\xd0\xd6", info.key).substr(0, info.data.key_bytes);
  return {Opening::opened, decrypt_segments(info, key, package)};
}

/// AES in the older way: 50,000 rounds of SHA-1, the key made longer by two pads.
std::string standard_key(std::string_view salt, std::size_t key_bytes) {
  const std::string base = digest("SHA1", spun("SHA1", salt, 50'000) + bytes_of_u32(0)).value_or("");
  std::string key;
  for (const char pad : {'\x36', '\x5C'}) {
    std::string mixed(64, pad);
    for (std::size_t i = 0; i < base.size(); ++i) mixed[i] = static_cast<char>(mixed[i] ^ base[i]);
    key += digest("SHA1", mixed).value_or("");
  }
  return key.substr(0, key_bytes);
}

/// Behind flags and size: the header (flags, …, algorithm, …, key bits), then size of the salt, salt, verifier, size of its hash, hash.
OpenedPackage open_standard(std::string_view info, std::string_view package) {
  const std::size_t header = read_u32(info, 4);
  const unsigned algorithm = read_u32(info, 16);
  if (header > info.size() || info.size() < 8 + header + 72) return {Opening::damaged, {}};
  if (algorithm < 0x660E || algorithm > 0x6610) return {Opening::unknown_way, {}};
  const std::string_view verifier = info.substr(8 + header);
  const std::string key = standard_key(verifier.substr(4, 16), read_u32(info, 24) / 8);
  const auto plain = decrypt_aes(key, verifier.substr(20, 16));
  const auto hash = decrypt_aes(key, verifier.substr(40, 32));
  if (!plain || !hash) return {Opening::unknown_way, {}};
  if (digest("SHA1", *plain) != hash->substr(0, 20)) return {Opening::own_password, {}};
  return {Opening::opened, decrypt_aes(key, package.substr(0, package.size() / 16 * 16)).value_or("")};
}

}  // namespace

OpenedPackage open_with_default_password(std::string_view file) {
  const auto info = read_stream(file, {"EncryptionInfo"});
  const auto package = read_stream(file, {"EncryptedPackage"});
  if (!info || !package || info->size() < 8 || info->size() > kMaxInfo || package->size() < 8) return {Opening::damaged, {}};
  const std::string_view said(*info);
  const std::string_view locked = std::string_view(*package).substr(8);
  OpenedPackage opened{Opening::unknown_way, {}};
  if (read_u16(said, 0) == 4 && read_u16(said, 2) == 4) opened = open_agile(said.substr(8), locked);
  else if (read_u16(said, 2) == 2) opened = open_standard(said.substr(4), locked);
  if (opened.how != Opening::opened) return opened;
  const std::size_t size = read_u32(*package, 0);
  if (size > opened.bytes.size()) return {Opening::damaged, {}};
  opened.bytes.resize(size);
  return opened;
}

}  // namespace lvce::formats
