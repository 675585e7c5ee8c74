#include "support/sha256.h"

#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace lvce {

struct Sha256::State {
  sha256_ctx context{};
};

Sha256::Sha256() : state_(std::make_unique<State>()) { sha256_init(&state_->context); }

Sha256::~Sha256() = default;

void Sha256::take(std::string_view bytes) { sha256_update(&state_->context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data())); }

std::string Sha256::hexadecimal() const {
  constexpr char kDigits[] = "0123456789abcdef";
  sha256_ctx ended = state_->context;
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&ended, digest.size(), digest.data());
  std::string text;
  for (const unsigned byte : digest) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

}  // namespace lvce
