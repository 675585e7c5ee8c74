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
  const std::optional<std::string> entry = package_.locate(resource->base, text_of(resource->node, "FontFile"));
  const std::shared_ptr<FontFile> embedded = entry ? embedded_font(*entry, *resource) : nullptr;
  return {embedded, &own_.chain_for(name, heavy), flag_of(resource->node, "Italic", false), entry && !embedded};
}

std::shared_ptr<FontFile> Fonts::embedded_font(const std::string& entry, const Resource& resource) {
  const auto [known, added] = files_.emplace(entry, nullptr);
  if (added) {
    if (std::optional<Entry> file = package_.read(entry, kMaxEmbedded); file && file->whole && !file->bytes.empty())
      known->second = FontFile::from_bytes(library_, std::move(file->bytes), attribute_of(resource.node, "FontName"), true);
  }
  return known->second;
}

}  // namespace lvce::ofd
