#include "evidence/picture/page_image.h"

#include <algorithm>

#include "evidence/picture/header.h"
#include "evidence/picture/kinds.h"

namespace lvce {
namespace {

constexpr std::int64_t kPixelsToLookAt = 200'000'000;
constexpr double kPointsAnInch = 72;
constexpr double kA4Inches = 11.69;  ///< longer side

Content content_at(const std::filesystem::path& file) {
  const std::optional<FileEnds> ends = read_ends(file);
  return ends ? content_of(*ends) : Content::unknown;
}

bool can_be_looked_at(Content content) { return is_picture(content) && content != Content::bmp; }

Image load_page(const std::filesystem::path& file, int page, double dpi) {
  vips_operation_block_set("VipsForeignLoadPdf", FALSE);
  VipsImage* loaded = nullptr;
  return vips_pdfload(file.c_str(), &loaded, "page", page, "dpi", dpi, nullptr) == 0 ? Image(loaded) : nullptr;
}

/// Measured first, which draws nothing yet.
Image draw_page(const std::filesystem::path& file, int page, double dpi, int side) {
  const Image measured = load_page(file, page, kPointsAnInch);
  if (!measured) return nullptr;
  const int longer = std::max({measured->Xsize, measured->Ysize, 1});
  return load_page(file, page, std::min(dpi, kPointsAnInch * side / longer));
}

Image decode_upright(const std::filesystem::path& file, Content content, int side) {
  PixelSource source{file, content};
  const Image header = open_header(source);
  if (!header || static_cast<std::int64_t>(header->Xsize) * header->Ysize > kPixelsToLookAt) return nullptr;
  source.turn = turn_of(header.get(), content);
  return decode_small(source, {side, side}, is_grey(header.get()), Tolerance::all);
}

Image laid_on_white(const Image& image) {
  if (vips_image_hasalpha(image.get()) == 0) return Image(VIPS_IMAGE(g_object_ref(image.get())));
  VipsImage* flat = nullptr;
  VipsArrayDouble* white = vips_array_double_newv(1, 255.0);
  const int failed = vips_flatten(image.get(), &flat, "background", white, nullptr);
  vips_area_unref(VIPS_AREA(white));
  return Image(failed == 0 ? flat : nullptr);
}

}  // namespace

int pages_to_look_at(const std::filesystem::path& file) {
  const Content content = content_at(file);
  if (can_be_looked_at(content)) return 1;
  const Image first = content == Content::pdf ? load_page(file, 0, kPointsAnInch) : nullptr;
  return first ? std::max(1, vips_image_get_n_pages(first.get())) : 0;
}

Image image_of_page(const std::filesystem::path& file, int page, double dpi, int side) {
  const Content content = content_at(file);
  if (content == Content::pdf) return draw_page(file, page, dpi, side);
  return can_be_looked_at(content) && page == 0 ? decode_upright(file, content, std::min(side, static_cast<int>(kA4Inches * dpi))) : nullptr;
}

std::string bytes_on_white(const Image& image, bool grey) {
  const Image opaque = laid_on_white(image);
  VipsImage *coloured = nullptr, *bytes = nullptr;
  if (!opaque || vips_colourspace(opaque.get(), &coloured, grey ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB, nullptr) != 0) return "";
  const Image converted(coloured);
  if (vips_cast_uchar(converted.get(), &bytes, nullptr) != 0) return "";
  const Image eight(bytes);
  std::size_t size = 0;
  void* memory = eight->Bands == (grey ? 1 : 3) ? vips_image_write_to_memory(eight.get(), &size) : nullptr;
  if (memory == nullptr) return "";
  std::string out(static_cast<const char*>(memory), size);
  g_free(memory);
  return out;
}

}  // namespace lvce
