#include "evidence/ofd/check_value.h"

#include <nettle/sha1.h>
#include <nettle/sha2.h>
#include <nettle/sm3.h>

#include <algorithm>
#include <array>

namespace lvce::ofd {
namespace {

struct NamedMethod {
  std::string_view name;
  CheckMethod method;
};

constexpr std::array kMethods = {
    NamedMethod{"SM3", CheckMethod::sm3},        NamedMethod{"1.2.156.10197.1.401", CheckMethod::sm3},      NamedMethod{"SHA1", CheckMethod::sha1},
    NamedMethod{"SHA-1", CheckMethod::sha1},     NamedMethod{"1.3.14.3.2.26", CheckMethod::sha1},           NamedMethod{"SHA256", CheckMethod::sha256},
    NamedMethod{"SHA-256", CheckMethod::sha256}, NamedMethod{"2.16.840.1.101.3.4.2.1", CheckMethod::sha256}};

template <class Context, std::size_t size, class Init, class Update, class Digest>
std::string digest_by(std::string_view bytes, Init init, Update update, Digest digest) {
  Context context;
  init(&context);
  update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, size> out;
  digest(&context, out.size(), out.data());
  return {out.begin(), out.end()};
}

}  // namespace

std::optional<CheckMethod> check_method(std::string_view name) {
  std::string upper(name);
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  const auto found = std::find_if(kMethods.begin(), kMethods.end(), [&](const NamedMethod& known) { return known.name == upper; });
  return found == kMethods.end() ? std::nullopt : std::optional(found->method);
}

std::string digest_of(std::string_view bytes, CheckMethod method) {
  switch (method) {
    case CheckMethod::sm3: return digest_by<sm3_ctx, SM3_DIGEST_SIZE>(bytes, sm3_init, sm3_update, sm3_digest);
    case CheckMethod::sha1: return digest_by<sha1_ctx, SHA1_DIGEST_SIZE>(bytes, sha1_init, sha1_update, sha1_digest);
    case CheckMethod::sha256: break;
  }
  return digest_by<sha256_ctx, SHA256_DIGEST_SIZE>(bytes, sha256_init, sha256_update, sha256_digest);
}

}  // namespace lvce::ofd
