#include "faces/faces.h"

#include "faces/face_list.h"
#include "faces/font_file.h"
#include "faces/subset.h"

namespace lvce {

struct Faces::Impl {
  std::vector<FontFile> fonts;
  std::array<std::vector<FontId>, kFaceCount> fallback;

  const FontFile& at(FontId font) const { return fonts.at(static_cast<std::size_t>(font)); }
};

Faces::Faces() : impl_(std::make_unique<Impl>()) {}
Faces::Faces(Faces&&) noexcept = default;
Faces& Faces::operator=(Faces&&) noexcept = default;
Faces::~Faces() = default;

Faces Faces::load(const std::filesystem::path& folder) {
  Faces faces;
  const FaceList list = read_face_list(folder / "faces.yaml");
  for (const std::string& file : list.files) faces.impl_->fonts.push_back(FontFile::open(folder / file));
  faces.impl_->fallback = list.fallback;
  return faces;
}

FontId Faces::font_for(Face face, char32_t c) const {
  for (const FontId font : impl_->fallback[static_cast<std::size_t>(face)])
    if (impl_->at(font).glyph(c)) return font;
  return -1;
}

double Faces::advance(FontId font, char32_t c) const { return impl_->at(font).advance(c); }

FontMetrics Faces::metrics(FontId font) const { return {impl_->at(font).ascent(), impl_->at(font).descent()}; }

std::string Faces::name(FontId font) const { return impl_->at(font).name(); }

int Faces::count() const { return static_cast<int>(impl_->fonts.size()); }

Faces::Subset Faces::subset(FontId font, const std::set<char32_t>& characters) const { return make_subset(impl_->at(font), characters); }

std::string Faces::placeholder(FontId font) const { return make_placeholder(impl_->at(font)); }

}  // namespace lvce
