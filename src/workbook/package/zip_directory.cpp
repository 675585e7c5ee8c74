#include "workbook/package/zip_directory.h"

#include <algorithm>
#include <optional>

namespace lvce::xlsx {
namespace {

constexpr std::string_view kLocal("PK\x03\x04", 4);
constexpr std::string_view kCentral("PK\x01\x02", 4);
constexpr std::string_view kEnd("PK\x05\x06", 4);
constexpr std::string_view kEnd64("PK\x06\x06", 4);
constexpr std::string_view kLocator64("PK\x06\x07", 4);
constexpr std::size_t kLocalHead = 30;
constexpr std::size_t kCentralHead = 46;
constexpr std::size_t kEndHead = 22;
constexpr int kMaxEndsTried = 64;
constexpr std::uint64_t kIn64 = 0xFFFFFFFF;  ///< the value stands in the 64-bit field

/// A little-endian number of so many bytes; 0 beyond the end.
std::uint64_t number(std::string_view bytes, std::uint64_t at, std::size_t length) {
  if (at > bytes.size() || bytes.size() - at < length) return 0;
  std::uint64_t value = 0;
  for (std::size_t i = length; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

bool stands_at(std::string_view bytes, std::uint64_t at, std::string_view mark) { return at <= bytes.size() && bytes.substr(at, mark.size()) == mark; }

struct Place {
  std::uint64_t offset = 0;
  std::uint64_t count = 0;
};

/// Where the directory stands that this end belongs to.
Place directory_of(std::string_view bytes, std::uint64_t end) {
  const Place place{number(bytes, end + 16, 4), number(bytes, end + 10, 2)};
  if (end < 20 || !stands_at(bytes, end - 20, kLocator64)) return place;
  const std::uint64_t at = number(bytes, end - 20 + 8, 8);
  return stands_at(bytes, at, kEnd64) ? Place{number(bytes, at + 48, 8), number(bytes, at + 32, 8)} : place;
}

/// Sizes and offset of more than four bytes stand in an extra field, in this order, only those that need it.
void widen(std::string_view extra, std::uint64_t& size, std::uint64_t& packed, std::uint64_t& offset) {
  while (extra.size() >= 4) {
    const std::size_t length = number(extra, 2, 2);
    if (number(extra, 0, 2) == 1) {
      std::uint64_t at = 4;
      for (std::uint64_t* value : {&size, &packed, &offset}) {
        if (*value != kIn64) continue;
        *value = number(extra.substr(0, 4 + length), at, 8);
        at += 8;
      }
      return;
    }
    extra.remove_prefix(std::min(extra.size(), 4 + length));
  }
}

/// One entry, `at` then behind it; nothing when it is none, or its content does not stand where it says.
std::optional<ZipEntry> entry_at(std::string_view bytes, std::uint64_t& at) {
  if (!stands_at(bytes, at, kCentral) || bytes.size() - at < kCentralHead) return std::nullopt;
  const std::size_t name = number(bytes, at + 28, 2);
  const std::size_t extra = number(bytes, at + 30, 2);
  const std::uint64_t next = at + kCentralHead + name + extra + number(bytes, at + 32, 2);
  if (next > bytes.size()) return std::nullopt;
  ZipEntry entry{std::string(bytes.substr(at + kCentralHead, name)),
                 (number(bytes, at + 8, 2) & 1U) != 0,
                 static_cast<unsigned>(number(bytes, at + 10, 2)),
                 static_cast<std::uint32_t>(number(bytes, at + 16, 4)),
                 number(bytes, at + 24, 4),
                 {}};
  std::uint64_t packed = number(bytes, at + 20, 4);
  std::uint64_t offset = number(bytes, at + 42, 4);
  widen(bytes.substr(at + kCentralHead + name, extra), entry.size, packed, offset);
  if (!stands_at(bytes, offset, kLocal)) return std::nullopt;
  const std::uint64_t content = offset + kLocalHead + number(bytes, offset + 26, 2) + number(bytes, offset + 28, 2);
  if (content > bytes.size() || packed > bytes.size() - content) return std::nullopt;
  entry.packed = bytes.substr(content, packed);
  at = next;
  return entry;
}

ZipDirectory read_at(std::string_view bytes, const Place& place, std::size_t max_entries) {
  ZipDirectory out;
  std::uint64_t at = place.offset;
  for (std::uint64_t i = 0; i < place.count; ++i) {
    if (out.entries.size() >= max_entries) {
      out.too_many = true;
      return out;
    }
    auto entry = entry_at(bytes, at);
    if (!entry) return {};
    out.entries.push_back(std::move(*entry));
  }
  out.readable = !out.entries.empty();
  return out;
}

}  // namespace

ZipDirectory read_zip_directory(std::string_view bytes, std::size_t max_entries) {
  std::size_t end = bytes.rfind(kEnd);
  for (int tried = 0; end != std::string_view::npos && tried < kMaxEndsTried; ++tried) {
    ZipDirectory found = bytes.size() - end < kEndHead ? ZipDirectory() : read_at(bytes, directory_of(bytes, end), max_entries);
    if (found.readable || found.too_many) return found;
    end = end == 0 ? std::string_view::npos : bytes.rfind(kEnd, end - 1);
  }
  return {};
}

}  // namespace lvce::xlsx
