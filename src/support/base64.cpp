#include "support/base64.h"

#include <nettle/base64.h>

namespace lvce {

std::string from_base64(std::string_view text) {
  std::string out;
  base64_decode_ctx state;
  base64_decode_init(&state);
  for (const char c : text) {
    std::uint8_t byte = 0;
    if (base64_decode_single(&state, &byte, c) == 1) out += static_cast<char>(byte);
  }
  return out;
}

}  // namespace lvce
