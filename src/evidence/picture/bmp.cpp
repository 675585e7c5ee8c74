#include "evidence/picture/bmp.h"

#include <algorithm>
#include <array>
#include <bit>

namespace lvce {
namespace {

constexpr std::size_t kFileHeader = 14;
constexpr std::uint32_t kCoreHeader = 12;
constexpr std::uint32_t kInfoHeader = 40;
constexpr std::uint32_t kPlain = 0;
constexpr std::uint32_t kRuns8 = 1, kRuns4 = 2;
constexpr std::uint32_t kBitFields = 3, kAlphaBitFields = 6;
constexpr int kMaxSide = 100'000;

struct Layout {
  BmpSize size;
  bool top_down = false;
  int bits = 0;
  std::size_t pixels_at = 0;
  std::size_t row_bytes = 0;
  std::size_t palette_at = 0;
  std::size_t palette_step = 4;
  std::size_t palette_count = 0;
  bool runs = false;                     ///< RLE4 or RLE8
  std::array<std::uint32_t, 3> masks{};  ///< red, green, blue; of 16 and 32 bits
};

std::uint32_t number_at(std::string_view bytes, std::size_t at, int length) {
  std::uint32_t value = 0;
  for (int i = 0; i < length; ++i) {
    const std::size_t place = at + static_cast<std::size_t>(i);
    const auto byte = place < bytes.size() ? static_cast<unsigned char>(bytes[place]) : 0U;
    value |= static_cast<std::uint32_t>(byte) << (8 * i);
  }
  return value;
}

bool is_known_depth(int bits) { return bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32; }

/// Sizes and depth; compression and masks come after.
std::optional<Layout> read_sizes(std::string_view bytes, std::uint32_t header) {
  Layout out;
  const bool core = header == kCoreHeader;
  const auto width = core ? static_cast<std::int64_t>(number_at(bytes, 18, 2)) : static_cast<std::int32_t>(number_at(bytes, 18, 4));
  const auto height = core ? static_cast<std::int64_t>(number_at(bytes, 20, 2)) : static_cast<std::int32_t>(number_at(bytes, 22, 4));
  out.top_down = height < 0;
  const std::int64_t rows = out.top_down ? -height : height;
  if (width < 1 || width > kMaxSide || rows < 1 || rows > kMaxSide) return std::nullopt;
  out.size = {static_cast<int>(width), static_cast<int>(rows)};
  if (!core) out.size.across = number_at(bytes, 38, 4), out.size.down = number_at(bytes, 42, 4);
  out.bits = static_cast<int>(number_at(bytes, core ? 24 : 28, 2));
  if (!is_known_depth(out.bits)) return std::nullopt;
  out.row_bytes = (static_cast<std::size_t>(width) * static_cast<std::size_t>(out.bits) + 31) / 32 * 4;
  out.pixels_at = number_at(bytes, 10, 4);
  return out;
}

void read_masks(std::string_view bytes, bool given, Layout& layout) {
  if (layout.bits == 16) layout.masks = {0x7C00, 0x03E0, 0x001F};
  if (layout.bits == 32) layout.masks = {0xFF0000, 0x00FF00, 0x0000FF};
  if (!given) return;
  for (std::size_t i = 0; i < 3; ++i) layout.masks[i] = number_at(bytes, kFileHeader + kInfoHeader + i * 4, 4);
}

void read_palette(std::string_view bytes, std::uint32_t header, Layout& layout) {
  if (layout.bits > 8) return;
  const std::size_t most = std::size_t{1} << layout.bits;
  const std::size_t said = header == kCoreHeader ? 0 : number_at(bytes, 46, 4);
  layout.palette_at = kFileHeader + header;
  layout.palette_step = header == kCoreHeader ? 3 : 4;
  layout.palette_count = said == 0 || said > most ? most : said;
  if (layout.pixels_at <= layout.palette_at) layout.pixels_at = layout.palette_at + layout.palette_count * layout.palette_step;
}

std::optional<Layout> read_layout(std::string_view bytes) {
  if (!bytes.starts_with("BM") || bytes.size() < kFileHeader + kCoreHeader) return std::nullopt;
  const std::uint32_t header = number_at(bytes, kFileHeader, 4);
  if (header != kCoreHeader && (header < kInfoHeader || header > 1024)) return std::nullopt;
  std::optional<Layout> layout = read_sizes(bytes, header);
  if (!layout) return std::nullopt;
  const std::uint32_t packing = header == kCoreHeader ? kPlain : number_at(bytes, 30, 4);
  const bool fields = (packing == kBitFields || packing == kAlphaBitFields) && (layout->bits == 16 || layout->bits == 32);
  layout->runs = (packing == kRuns8 && layout->bits == 8) || (packing == kRuns4 && layout->bits == 4);
  if (packing != kPlain && !fields && !layout->runs) return std::nullopt;
  read_masks(bytes, fields, *layout);
  read_palette(bytes, header, *layout);
  return layout;
}

/// A channel of a packed pixel, stretched to 8 bits.
char channel(std::uint32_t pixel, std::uint32_t mask) {
  if (mask == 0) return 0;
  const int shift = std::countr_zero(mask);
  const std::uint64_t most = mask >> shift;
  const std::uint64_t value = (pixel & mask) >> shift;
  return static_cast<char>((value * 255 + most / 2) / most);
}

void put_indexed(std::string_view bytes, const Layout& layout, std::size_t row, std::size_t x, char* to) {
  const std::size_t bit = x * static_cast<std::size_t>(layout.bits);
  const auto byte = static_cast<unsigned char>(bytes[row + bit / 8]);
  const std::size_t index = (byte >> (8 - layout.bits - static_cast<int>(bit % 8))) & ((1U << layout.bits) - 1);
  if (index >= layout.palette_count) {
    std::fill_n(to, 3, '\0');
    return;
  }
  const std::uint32_t blue_first = number_at(bytes, layout.palette_at + index * layout.palette_step, 3);
  for (int i = 0; i < 3; ++i) to[i] = static_cast<char>(blue_first >> (16 - 8 * i));
}

void put_pixel(std::string_view bytes, const Layout& layout, std::size_t row, std::size_t x, char* to) {
  if (layout.bits <= 8) return put_indexed(bytes, layout, row, x, to);
  const int length = layout.bits / 8;
  const std::size_t at = row + x * static_cast<std::size_t>(length);
  if (layout.bits == 24) {
    for (std::size_t i = 0; i < 3; ++i) to[i] = bytes[at + 2 - i];
    return;
  }
  const std::uint32_t pixel = number_at(bytes, at, length);
  for (std::size_t i = 0; i < 3; ++i) to[i] = channel(pixel, layout.masks[i]);
}

/// Where a pixel of run lengths goes next; rows of one byte a pixel, from the bottom.
class PixelRows {
 public:
  explicit PixelRows(const Layout& layout)
      : width_(static_cast<std::size_t>(layout.size.width)), height_(static_cast<std::size_t>(layout.size.height)), indexes_(width_ * height_, '\0') {}

  void put(unsigned index) {
    if (x_ < width_ && y_ < height_) indexes_[y_ * width_ + x_] = static_cast<char>(index);
    ++x_;
  }
  void next_row() { x_ = 0, ++y_; }
  void skip(std::size_t right, std::size_t up) { x_ += right, y_ += up; }
  bool full() const { return y_ >= height_ || (y_ + 1 == height_ && x_ >= width_); }
  std::string take() { return std::move(indexes_); }

 private:
  std::size_t width_, height_, x_ = 0, y_ = 0;
  std::string indexes_;
};

/// Lays runs out as plain rows of indexes. `whole` becomes false where the data end before the picture does.
std::string unpack_runs(std::string_view data, const Layout& layout, bool& whole) {
  constexpr unsigned kEndOfRow = 0, kEndOfPicture = 1, kSkip = 2;
  const auto byte = [&](std::size_t at) { return at < data.size() ? static_cast<unsigned char>(data[at]) : 0U; };
  const auto half = [](unsigned pair, std::size_t i) { return i % 2 == 0 ? pair >> 4 : pair & 15U; };
  const bool pairs = layout.bits == 4;
  PixelRows rows(layout);
  std::size_t at = 0;
  for (whole = false; at + 1 < data.size() && !whole;) {
    const unsigned count = byte(at), value = byte(at + 1);
    at += 2;
    if (count > 0) {
      for (unsigned i = 0; i < count; ++i) rows.put(pairs ? half(value, i) : value);
    } else if (value == kEndOfRow) {
      rows.next_row();
    } else if (value == kSkip) {
      rows.skip(byte(at), byte(at + 1));
      at += 2;
    } else if (value != kEndOfPicture) {  // so many pixels as they are, filled up to an even number of bytes
      const std::size_t length = pairs ? (value + 1) / 2 : value;
      for (std::size_t i = 0; i < value && at + (pairs ? i / 2 : i) < data.size(); ++i) rows.put(pairs ? half(byte(at + i / 2), i) : byte(at + i));
      at += (length + 1) / 2 * 2;
    }
    whole = (count == 0 && value == kEndOfPicture) || rows.full();
  }
  return rows.take();
}

/// The same picture without run lengths: 8 bits, behind the header and the palette of the file.
std::string without_runs(std::string_view bytes, Layout& layout, bool& whole) {
  std::string plain(bytes.substr(0, layout.palette_at + layout.palette_count * layout.palette_step));
  const std::string indexes = unpack_runs(bytes.substr(layout.pixels_at), layout, whole);
  layout.pixels_at = plain.size();
  layout.bits = 8;
  layout.row_bytes = static_cast<std::size_t>(layout.size.width);
  return plain + indexes;
}

}  // namespace

std::optional<BmpSize> bmp_size(std::string_view bytes) {
  const std::optional<Layout> layout = read_layout(bytes);
  return layout ? std::optional(layout->size) : std::nullopt;
}

std::optional<Bitmap> decode_bmp(std::string_view bytes) {
  std::optional<Layout> layout = read_layout(bytes);
  if (!layout || layout->pixels_at >= bytes.size()) return std::nullopt;
  const auto width = static_cast<std::size_t>(layout->size.width);
  const auto height = static_cast<std::size_t>(layout->size.height);
  if (static_cast<std::int64_t>(width * height) > kMaxBmpPixels) return std::nullopt;
  bool whole = true;
  const std::string unpacked = layout->runs ? without_runs(bytes, *layout, whole) : std::string();
  if (layout->runs) bytes = unpacked;
  const std::size_t there = std::min(height, (bytes.size() - layout->pixels_at) / layout->row_bytes);
  if (there == 0) return std::nullopt;
  Bitmap out{layout->size, std::string(width * height * 3, '\xFF'), there < height || !whole};
  for (std::size_t stored = 0; stored < there; ++stored) {
    const std::size_t row = layout->pixels_at + stored * layout->row_bytes;
    char* to = out.rgb.data() + (layout->top_down ? stored : height - 1 - stored) * width * 3;
    for (std::size_t x = 0; x < width; ++x) put_pixel(bytes, *layout, row, x, to + x * 3);
  }
  return out;
}

}  // namespace lvce
