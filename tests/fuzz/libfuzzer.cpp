// What libFuzzer calls. Compiled once for each target, whose name CMake gives.
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lvce::fuzz {
void LVCE_FUZZ_TARGET(std::string_view input);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  lvce::fuzz::LVCE_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
  return 0;
}
