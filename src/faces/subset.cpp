#include "faces/subset.h"

#include <stdexcept>

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

constexpr hb_tag_t kCmap = HB_TAG('c', 'm', 'a', 'p');
/// What the PDF library reads; everything else is dropped.
constexpr hb_tag_t kTables[] = {HB_TAG('O', 'S', '/', '2'), HB_TAG('g', 'l', 'y', 'f'), HB_TAG('h', 'e', 'a', 'd'),
                                HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'), HB_TAG('l', 'o', 'c', 'a'),
                                HB_TAG('m', 'a', 'x', 'p'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't')};
constexpr hb_tag_t kPrep = HB_TAG('p', 'r', 'e', 'p');
/// Four instructions that set the axis that is set already. libharu writes `prep` last and looks for it even when there is none: at the very end
/// of its stream, which it cannot reach when that is a multiple of its buffer of 4,096 bytes. With something there, it never looks past the end.
constexpr char kPrepBytes[] = {0, 0, 0, 0};

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

std::string with_cmap(const FontFile& font, const std::string& cmap) {
  const FacePtr builder(hb_face_builder_create());
  for (const hb_tag_t tag : kTables) {
    const BlobPtr table(hb_face_reference_table(font.face(), tag));
    if (hb_blob_get_length(table.get()) > 0) hb_face_builder_add_table(builder.get(), tag, table.get());
  }
  const auto add = [&](hb_tag_t tag, const char* bytes, std::size_t size) {
    const BlobPtr blob(hb_blob_create(bytes, static_cast<unsigned>(size), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    hb_face_builder_add_table(builder.get(), tag, blob.get());
  };
  add(kCmap, cmap.data(), cmap.size());
  add(kPrep, kPrepBytes, sizeof kPrepBytes);
  return bytes_of(builder.get());
}

}  // namespace

Faces::Subset make_subset(const FontFile& font, const std::set<char32_t>& characters) {
  Faces::Subset subset;
  subset.private_codes = choose_private_codes(characters);
  const FontFile small = FontFile::from_bytes(cut(font.face(), characters));
  std::map<char32_t, unsigned> glyph_by_code;
  for (const char32_t c : characters) {
    const auto code = c > 0xFFFF ? subset.private_codes.find(c) : subset.private_codes.end();
    if (c > 0xFFFF && code == subset.private_codes.end()) continue;
    const auto glyph = small.glyph(c);
    if (!glyph) continue;
    glyph_by_code[c > 0xFFFF ? code->second : c] = *glyph;
    subset.glyphs[c] = *glyph;
  }
  subset.bytes = with_cmap(small, make_cmap(glyph_by_code));
  return subset;
}

}  // namespace lvce
