#include "evidence/ofd/seal.h"

#include "evidence/job/content.h"
#include "evidence/ofd/der.h"
#include "support/text.h"

namespace lvce::ofd {
namespace {

constexpr int kDeepestDer = 12;
constexpr std::size_t kLongestName = 300;  ///< bytes

bool begins_as_seal(std::string_view bytes) {
  switch (content_of({std::string(bytes.substr(0, 4096)), ""})) {
    case Content::png:
    case Content::jpeg:
    case Content::gif:
    case Content::bmp:
    case Content::archive:
    case Content::office: return true;
    case Content::webp:
    case Content::tiff:
    case Content::heic:
    case Content::jpeg_xl:
    case Content::jpeg_2000:
    case Content::other_picture:
    case Content::pdf:
    case Content::media:
    case Content::web_page:
    case Content::text:
    case Content::unknown: break;
  }
  return false;
}

/// The type of a picture stands beside its data, whatever stands around the two.
std::string_view find_picture(const Der& in, int depth) {
  const std::vector<Der> inside = in.children();
  for (std::size_t i = 0; i + 1 < inside.size(); ++i) {
    const bool type = inside[i].tag == kDerIa5 || inside[i].tag == kDerUtf8;
    if (type && inside[i + 1].tag == kDerOctets && begins_as_seal(inside[i + 1].content)) return inside[i + 1].content;
  }
  for (const Der& child : inside) {
    if (!child.is_constructed() || depth > kDeepestDer) continue;
    if (const std::string_view found = find_picture(child, depth + 1); !found.empty()) return found;
  }
  return {};
}

std::string name_in(const std::optional<Der>& value) {
  if (!value || value->tag != kDerUtf8 || value->content.size() > kLongestName || !is_valid_utf8(value->content)) return "";
  return trim(value->content.substr(0, value->content.find('\0')));  // some fill up to a fixed length
}

std::string time_in(const std::optional<Der>& value) {
  if (!value) return "";
  if (value->tag == kDerTime) return std::string(value->content.substr(0, 20));
  return value->tag == kDerUtcTime ? "20" + std::string(value->content.substr(0, 18)) : "";
}

/// Of 32 bytes (SM3, SHA-256).
std::string_view hash_in(const std::optional<Der>& value) {
  if (!value) return {};
  if (value->tag == kDerBits && value->content.size() == 33) return value->content.substr(1);
  return value->tag == kDerOctets && value->content.size() == 32 ? value->content : std::string_view();
}

}  // namespace

Seal read_seal(std::string_view der, bool alone) {
  Seal out;
  const std::optional<Der> root = read_der(der);
  if (!root || !root->is_constructed()) return out;
  out.picture = find_picture(*root, 0);
  if (alone) {
    out.name = name_in(root->at({0, 2, 1}));
    return out;
  }
  out.name = name_in(root->at({0, 1, 0, 2, 1}));
  out.time = time_in(root->at({0, 2}));
  const std::optional<Der> version = root->at({0, 0});
  if (version && version->tag == kDerInteger) out.data_hash = hash_in(root->at({0, 3}));
  return out;
}

}  // namespace lvce::ofd
