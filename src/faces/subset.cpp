#include "faces/subset.h"

#include <stdexcept>
#include <vector>

#include <hb-subset.h>

namespace lvce {

namespace {

template <auto Destroy>
struct Release {
  template <class T>
  void operator()(T* thing) const {
    Destroy(thing);
  }
};
using BlobPtr = std::unique_ptr<hb_blob_t, Release<hb_blob_destroy>>;
using FacePtr = std::unique_ptr<hb_face_t, Release<hb_face_destroy>>;
using InputPtr = std::unique_ptr<hb_subset_input_t, Release<hb_subset_input_destroy>>;

using Tables = std::vector<hb_tag_t>;

constexpr hb_tag_t kCmap = HB_TAG('c', 'm', 'a', 'p');
/// What a PDF embeds of a TrueType font (ISO 32000-1, 9.9): it names its glyphs by number.
const Tables kEmbedded = {HB_TAG('g', 'l', 'y', 'f'), HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
                          HB_TAG('h', 'm', 't', 'x'), HB_TAG('l', 'o', 'c', 'a'), HB_TAG('m', 'a', 'x', 'p')};
/// What libharu wants to read.
const Tables kRead = {HB_TAG('O', 'S', '/', '2'), HB_TAG('g', 'l', 'y', 'f'), HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
                      HB_TAG('h', 'm', 't', 'x'), HB_TAG('l', 'o', 'c', 'a'), HB_TAG('m', 'a', 'x', 'p'), HB_TAG('n', 'a', 'm', 'e')};
/// OpenType, "cmap": one subtable of format 4 (platform 3, encoding 1) with the segment that must end it and no other. Printers and libharu want
/// one to be there.
constexpr unsigned char kNoCharacters[] = {0, 0, 0, 1, 0, 3, 0, 1, 0,    0,    0, 12, 0,    4,    0, 24, 0, 0,
                                           0, 2, 0, 2, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0,  0xFF, 0xFF, 0, 1,  0, 0};

std::string bytes_of(hb_face_t* face) {
  const BlobPtr blob(hb_face_reference_blob(face));
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob.get(), &size);
  return std::string(data, size);
}

std::string cut(hb_face_t* face, const std::set<char32_t>& characters) {
  const InputPtr input(hb_subset_input_create_or_fail());
  if (!input) throw std::runtime_error("内存不足，无法生成字体子集");
  for (const char32_t c : characters) hb_set_add(hb_subset_input_unicode_set(input.get()), c);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
  const FacePtr small(hb_subset_or_fail(face, input.get()));
  if (!small) throw std::runtime_error("字体文件已损坏，无法生成字体子集");
  return bytes_of(small.get());
}

/// A file of these tables of the font, and a cmap without characters.
std::string with_tables(const FontFile& font, const Tables& tables) {
  const FacePtr builder(hb_face_builder_create());
  for (const hb_tag_t tag : tables) {
    const BlobPtr table(hb_face_reference_table(font.face(), tag));
    if (hb_blob_get_length(table.get()) > 0) hb_face_builder_add_table(builder.get(), tag, table.get());
  }
  const BlobPtr cmap(hb_blob_create(reinterpret_cast<const char*>(kNoCharacters), sizeof kNoCharacters, HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  hb_face_builder_add_table(builder.get(), kCmap, cmap.get());
  return bytes_of(builder.get());
}

}  // namespace

Faces::Subset make_subset(const FontFile& font, const std::set<char32_t>& characters) {
  Faces::Subset subset;
  subset.private_codes = choose_private_codes(characters);
  const FontFile small = FontFile::from_bytes(cut(font.face(), characters));
  for (const char32_t c : characters)
    if (const auto glyph = small.glyph(c)) subset.glyphs[c] = *glyph;
  subset.bytes = with_tables(small, kEmbedded);
  return subset;
}

std::string make_placeholder(const FontFile& font) { return with_tables(FontFile::from_bytes(cut(font.face(), {})), kRead); }

}  // namespace lvce
