#include "evidence/picture/heif_references.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace lvce {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kHeader = 8, kVersion = 4, kMaxBoxes = 4096;
constexpr std::array kSingle = {"auxl"sv, "thmb"sv, "cdsc"sv};

std::uint64_t heif_number(std::string_view bytes, std::size_t at, std::size_t length) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < length; ++i) value = value << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
  return value;
}

std::string heif_bytes(std::uint64_t value, std::size_t length) {
  std::string out;
  for (std::size_t i = length; i-- > 0;) out += static_cast<char>(value >> (8 * i));
  return out;
}

/// A box where it stands, header and all.
struct HeifBox {
  std::size_t at = 0;
  std::size_t header = kHeader;
  std::string_view whole;
  std::string_view type() const { return whole.substr(4, 4); }
  std::string_view body() const { return whole.substr(header); }
};

/// The boxes that fill `bytes`. Nothing where one reaches beyond the end or is smaller than its header.
std::optional<std::vector<HeifBox>> boxes_of(std::string_view bytes) {
  std::vector<HeifBox> boxes;
  for (std::size_t at = 0; at < bytes.size();) {
    if (bytes.size() - at < kHeader || boxes.size() >= kMaxBoxes) return std::nullopt;
    std::uint64_t size = heif_number(bytes, at, 4);
    const bool long_size = size == 1;
    const std::size_t header = long_size ? 2 * kHeader : kHeader;
    if (long_size) size = heif_number(bytes, at + kHeader, 8);
    if (size == 0) size = bytes.size() - at;  // the last one
    if (size < header || size > bytes.size() - at) return std::nullopt;
    boxes.push_back({at, header, bytes.substr(at, size)});
    at += size;
  }
  return boxes;
}

std::string boxed(std::string_view type, std::string_view body) { return heif_bytes(kHeader + body.size(), 4) + std::string(type) + std::string(body); }

std::uint64_t main_item(const std::vector<HeifBox>& boxes) {
  for (const HeifBox& box : boxes) {
    if (box.type() == "pitm" && box.body().size() >= kVersion + 2) return heif_number(box.body(), kVersion, box.body().front() == 0 ? 2 : 4);
  }
  return 0;
}

/// A reference as it is, or with one target.
std::optional<std::string> single(const HeifBox& box, std::size_t id_size, std::uint64_t main, bool& changed) {
  const std::string_view body = box.body();
  if (body.size() < id_size + 2) return std::nullopt;
  const std::uint64_t count = heif_number(body, id_size, 2);
  if (body.size() < id_size + 2 + count * id_size) return std::nullopt;
  if (count < 2 || std::find(kSingle.begin(), kSingle.end(), box.type()) == kSingle.end()) return std::string(box.whole);
  std::uint64_t target = heif_number(body, id_size + 2, id_size);
  for (std::uint64_t i = 0; i < count; ++i) {
    if (heif_number(body, id_size + 2 + i * id_size, id_size) == main) target = main;
  }
  changed = true;
  return boxed(box.type(), std::string(body.substr(0, id_size)) + heif_bytes(1, 2) + heif_bytes(target, id_size));
}

std::optional<std::string> single_references(const HeifBox& iref, std::uint64_t main, bool& changed) {
  if (iref.body().size() < kVersion) return std::nullopt;
  const std::optional<std::vector<HeifBox>> references = boxes_of(iref.body().substr(kVersion));
  if (!references) return std::nullopt;
  std::string out(iref.body().substr(0, kVersion));
  for (const HeifBox& reference : *references) {
    const std::optional<std::string> one = single(reference, iref.body().front() == 0 ? 2 : 4, main, changed);
    if (!one) return std::nullopt;
    out += *one;
  }
  return boxed(iref.type(), out);
}

/// Nothing where there is nothing to change.
std::optional<std::string> mended_meta(const HeifBox& meta) {
  if (meta.body().size() < kVersion) return std::nullopt;
  const std::optional<std::vector<HeifBox>> boxes = boxes_of(meta.body().substr(kVersion));
  if (!boxes) return std::nullopt;
  bool changed = false;
  std::string out(meta.body().substr(0, kVersion));
  for (const HeifBox& box : *boxes) {
    const std::optional<std::string> part = box.type() == "iref" ? single_references(box, main_item(*boxes), changed) : std::string(box.whole);
    if (!part) return std::nullopt;
    out += *part;
  }
  return changed ? std::optional(boxed("meta", out)) : std::nullopt;
}

/// The last box may say 0 for "to the end of the file", which is no longer its end. False where its size has no room.
bool end_last_box(const HeifBox& last, std::string& file) {
  if (heif_number(last.whole, 0, 4) != 0) return true;
  if (last.whole.size() > UINT32_MAX) return false;
  file.replace(last.at, 4, heif_bytes(last.whole.size(), 4));
  return true;
}

}  // namespace

std::optional<std::string> with_single_references(std::string_view heif) {
  const std::optional<std::vector<HeifBox>> boxes = boxes_of(heif);
  if (!boxes) return std::nullopt;
  for (const HeifBox& box : *boxes) {
    if (box.type() != "meta") continue;
    const std::optional<std::string> meta = mended_meta(box);
    std::string out(heif);
    if (!meta || !end_last_box(boxes->back(), out)) return std::nullopt;
    return out.replace(box.at + 4, 4, "free") + *meta;
  }
  return std::nullopt;
}

}  // namespace lvce
