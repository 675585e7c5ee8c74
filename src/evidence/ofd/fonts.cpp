#include "evidence/ofd/fonts.h"

namespace lvce::ofd {
namespace {

constexpr std::uint64_t kMaxEmbedded = 64ULL << 20;

}  // namespace

TextFont Fonts::font_for(const Resources& resources, const std::string& id, bool bold) {
  const Resource* resource = resources.find("Font", id);
  if (resource == nullptr) return {nullptr, &own_.chain_for("", bold), false};
  const std::string name = attribute_of(resource->node, "FontName") + " " + attribute_of(resource->node, "FamilyName");
  const bool heavy = bold || flag_of(resource->node, "Bold", false);
  return {embedded_font(*resource), &own_.chain_for(name, heavy), flag_of(resource->node, "Italic", false)};
}

std::shared_ptr<FontFile> Fonts::embedded_font(const Resource& resource) {
  const std::optional<std::string> name = package_.locate(resource.base, text_of(resource.node, "FontFile"));
  if (!name) return nullptr;
  const auto [known, added] = files_.emplace(*name, nullptr);
  if (added) {
    // a damaged font would bring Cairo down, which trusts what it makes smaller
    if (std::optional<Entry> entry = package_.read(*name, kMaxEmbedded); entry && entry->whole && !entry->bytes.empty())
      known->second = FontFile::from_bytes(library_, std::move(entry->bytes), attribute_of(resource.node, "FontName"));
  }
  return known->second;
}

}  // namespace lvce::ofd
