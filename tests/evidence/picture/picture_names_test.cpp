// Kinds of pictures: what a file begins with, what its name ends with, and what README calls it.
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "evidence/folder/names.h"
#include "evidence/picture/kinds.h"
#include "paths.h"
#include "support/files.h"

using namespace lvce;

namespace {

struct PictureName {
  Content content;
  std::string head;    ///< first bytes
  std::string ending;  ///< empty: no camera or office program names its pictures so
  std::string on_readme;
};

/// A box ftyp of ISO base media with this brand.
std::string brand(const char* name) { return std::string("\0\0\0\x0C", 4) + "ftyp" + name; }

std::vector<PictureName> picture_names() {
  return {{Content::jpeg, "\xFF\xD8\xFF\xE0", "jpg", "JPG"},
          {Content::png, "\x89PNG\r\n\x1A\n", "png", "PNG"},
          {Content::heic, brand("heic"), "heic", "HEIC"},
          {Content::heic, brand("avif"), "avif", "AVIF"},
          {Content::webp, "RIFF....WEBP", "webp", "WebP"},
          {Content::tiff, std::string("II*\0", 4), "tif", "TIFF"},
          {Content::bmp, "BM" + std::string(12, '.') + std::string("\x28\0\0\0", 4), "bmp", "BMP"},
          {Content::gif, "GIF89a", "gif", "GIF"},
          {Content::jpeg_xl, "\xFF\x0A", "", "JPEG XL"},
          {Content::jpeg_2000, "\xFF\x4F\xFF\x51", "", "JPEG 2000"}};
}

/// What README lists in brackets behind 照片和扫描图.
std::string list_on_readme() {
  const std::string text = read_file(std::filesystem::path(kSourceFolder) / "README.md", 1 << 20).value(), before = "照片和扫描图（", after = "）";
  const std::size_t begin = text.find(before) + before.size();
  return text.substr(begin, text.find(after, begin) - begin);
}

}  // namespace

TEST_CASE("each kind of picture is known by its bytes and its ending", "[evidence][picture]") {
  for (const PictureName& one : picture_names()) {
    INFO(one.on_readme);
    CHECK(content_of({one.head, ""}) == one.content);
    CHECK(is_picture(one.content));
    if (!one.ending.empty()) CHECK(is_picture_name(one.ending));
  }
}

TEST_CASE("README names every kind of picture that is decoded, in this order and no other", "[evidence][picture]") {
  std::set<Content> named;
  std::string list;
  for (const PictureName& one : picture_names()) {
    named.insert(one.content);
    list += (list.empty() ? "" : "、") + one.on_readme;
  }
  CHECK(list_on_readme() == list);
  for (int value = 0; value <= static_cast<int>(Content::unknown); ++value) {
    INFO("value " << value << " of Content");
    CHECK(named.contains(static_cast<Content>(value)) == is_picture(static_cast<Content>(value)));
  }
}
