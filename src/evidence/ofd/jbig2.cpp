#include "evidence/ofd/jbig2.h"

#include <jbig2.h>

#include <memory>

namespace lvce::ofd {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kFileHead = "\x97JB2\r\n\x1A\n"sv;
constexpr std::uint64_t kMostDots = 64'000'000;

void keep_quiet(void*, const char*, Jbig2Severity, std::uint32_t) {}

struct ContextRelease {
  void operator()(Jbig2Ctx* context) const { jbig2_ctx_free(context); }
};

GreyPixels unpacked_bits(const Jbig2Image& image) {
  GreyPixels out{static_cast<int>(image.width), static_cast<int>(image.height), {}};
  out.grey.reserve(static_cast<std::size_t>(image.width) * image.height);
  for (std::uint32_t y = 0; y < image.height; ++y) {
    const std::uint8_t* row = image.data + static_cast<std::size_t>(y) * image.stride;
    for (std::uint32_t x = 0; x < image.width; ++x) out.grey += (row[x >> 3] >> (7 - (x & 7)) & 1) != 0 ? '\0' : '\xFF';
  }
  return out;
}

}  // namespace

std::optional<GreyPixels> decode_jbig2(std::string_view bytes) {
  const Jbig2Options options = bytes.starts_with(kFileHead) ? static_cast<Jbig2Options>(0) : JBIG2_OPTIONS_EMBEDDED;
  const std::unique_ptr<Jbig2Ctx, ContextRelease> context(jbig2_ctx_new(nullptr, options, nullptr, keep_quiet, nullptr));
  if (!context || jbig2_data_in(context.get(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()) < 0) return std::nullopt;
  jbig2_complete_page(context.get());
  Jbig2Image* page = jbig2_page_out(context.get());
  if (page == nullptr) return std::nullopt;
  const bool usable = page->width > 0 && page->height > 0 && static_cast<std::uint64_t>(page->width) * page->height <= kMostDots && page->data != nullptr;
  std::optional<GreyPixels> out = usable ? std::optional(unpacked_bits(*page)) : std::nullopt;
  jbig2_release_page(context.get(), page);
  return out;
}

}  // namespace lvce::ofd
