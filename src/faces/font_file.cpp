#include "faces/font_file.h"

#include <cmath>
#include <stdexcept>

#include <hb-ot.h>

namespace lvce {

namespace {

constexpr unsigned kMostNameBytes = 256;

}  // namespace

FontFile::FontFile(hb_blob_t* blob) : face_(hb_face_create(blob, 0)) {
  hb_blob_destroy(blob);
  hb_face_make_immutable(face_.get());
  font_.reset(hb_font_create(face_.get()));
  hb_font_make_immutable(font_.get());
  em_ = hb_face_get_upem(face_.get());
}

FontFile FontFile::open(const std::filesystem::path& path) {
  hb_blob_t* blob = hb_blob_create_from_file_or_fail(path.c_str());
  if (blob == nullptr) throw std::runtime_error("字体文件打不开：" + path.string());
  FontFile file(blob);
  if (hb_face_get_glyph_count(file.face()) == 0) throw std::runtime_error("字体文件已损坏：" + path.string());
  return file;
}

FontFile FontFile::from_bytes(const std::string& bytes) {
  return FontFile(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
}

std::optional<unsigned> FontFile::glyph(char32_t c) const {
  hb_codepoint_t found = 0;
  if (!hb_font_get_nominal_glyph(font_.get(), c, &found)) return std::nullopt;
  return found;
}

double FontFile::advance(char32_t c) const { return std::floor(hb_font_get_glyph_h_advance(font_.get(), glyph(c).value_or(0)) * 1000.0 / em_); }

hb_font_extents_t FontFile::extents() const {
  hb_font_extents_t extents{};
  hb_font_get_h_extents(font_.get(), &extents);
  return extents;
}

double FontFile::ascent() const { return extents().ascender / em_; }
double FontFile::descent() const { return -extents().descender / em_; }

std::string FontFile::name() const {
  char text[kMostNameBytes];
  unsigned size = sizeof text;
  hb_ot_name_get_utf8(face_.get(), HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, text);
  return std::string(text, size);
}

}  // namespace lvce
