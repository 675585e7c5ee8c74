#include "dossier/evidence/picture.h"

#include <vips/vips.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <utility>

#include "dossier/evidence/names.h"

namespace lvce {
namespace {

constexpr std::int64_t kMaxPixels = 200'000'000;
constexpr double kLongSideMm = 200;  // the type area of an evidence page, either way round
constexpr double kShortSideMm = 156;
constexpr int kQuality = 85;
constexpr PageSize kA4{595.276, 841.890};  ///< what a photo page measures, whatever the photo
constexpr int kCheckPixels = 128;          ///< probing only: decodes every byte, but makes a stamp-sized picture

struct Unref {
  void operator()(VipsImage* image) const { g_object_unref(image); }
};
using Image = std::unique_ptr<VipsImage, Unref>;

void be_silent(const gchar*, GLogLevelFlags, const gchar*, gpointer) {}

/// Opens the header with the loader that the content asks for; pixels come later.
Image open_header(const std::string& file, Content content) {
  VipsImage* out = nullptr;
  int failed = -1;
  switch (content) {
    case Content::jpeg:
      failed = vips_jpegload(file.c_str(), &out, nullptr);
      break;
    case Content::png:
      failed = vips_pngload(file.c_str(), &out, nullptr);
      break;
    case Content::webp:
      failed = vips_webpload(file.c_str(), &out, nullptr);
      break;
    case Content::gif:
      failed = vips_gifload(file.c_str(), &out, nullptr);
      break;
    case Content::tiff:
      failed = vips_tiffload(file.c_str(), &out, nullptr);
      break;
    case Content::heic:
      failed = vips_heifload(file.c_str(), &out, nullptr);
      break;
    default:
      break;
  }
  vips_error_clear();
  return Image(failed == 0 ? out : nullptr);
}

int exif_orientation(VipsImage* image) {
  int value = 1;
  if (vips_image_get_typeof(image, VIPS_META_ORIENTATION) != 0) vips_image_get_int(image, VIPS_META_ORIENTATION, &value);
  return value >= 1 && value <= 8 ? value : 1;
}

/// "2023:03:05 10:20:30" of the shot, else of the file.
EvidenceDate exif_date(VipsImage* image) {
  for (const char* field : {"exif-ifd2-DateTimeOriginal", "exif-ifd2-DateTimeDigitized", "exif-ifd0-DateTime"}) {
    const char* text = nullptr;
    if (vips_image_get_typeof(image, field) == 0 || vips_image_get_string(image, field, &text) != 0) continue;
    int year = 0;
    int month = 0;
    int day = 0;
    if (std::sscanf(text, "%4d:%2d:%2d", &year, &month, &day) != 3 || month == 0 || day == 0) continue;
    if (const auto date = date_text(year, month, day)) return {*date, DateOrigin::exif};
  }
  return {};
}

bool is_grey(VipsImage* image) {
  const VipsInterpretation kind = vips_image_guess_interpretation(image);
  return kind == VIPS_INTERPRETATION_B_W || kind == VIPS_INTERPRETATION_GREY16;
}

struct Box {
  int width = 0;
  int height = 0;
};

Box target_box(const ProbeJob& job, int width, int height) {
  if (job.prepared_stem.empty()) return {kCheckPixels, kCheckPixels};
  const int longer = std::max(1, static_cast<int>(std::lround(kLongSideMm / 25.4 * job.dpi)));
  const int shorter = std::max(1, static_cast<int>(std::lround(kShortSideMm / 25.4 * job.dpi)));
  return width >= height ? Box{longer, shorter} : Box{shorter, longer};
}

/// Owns what a call has put into `out`, and readies `out` for the next.
Image taken(int failed, VipsImage*& out) {
  vips_error_clear();
  return Image(failed == 0 ? std::exchange(out, nullptr) : nullptr);
}

/// Upright, small enough, 8 bits, sRGB or grey, without transparency. Decodes lazily: errors may come as late as when it is written.
Image reduce(const std::string& file, Box box, bool grey, VipsFailOn fail_on) {
  VipsImage* out = nullptr;
  Image image = taken(vips_thumbnail(file.c_str(), &out, box.width, "height", box.height, "size", VIPS_SIZE_DOWN, "fail_on", fail_on,
                                     "export_profile", "srgb", nullptr),
                      out);
  if (!image) return nullptr;
  image = taken(vips_colourspace(image.get(), &out, grey ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB, nullptr), out);
  if (!image || !vips_image_hasalpha(image.get())) return image;
  VipsArrayDouble* white = vips_array_double_newv(1, 255.0);
  image = taken(vips_flatten(image.get(), &out, "background", white, nullptr), out);
  vips_area_unref(VIPS_AREA(white));
  return image;
}

/// Writes the JPEG, or only decodes when nothing is to be prepared. False when the pixels do not decode under `fail_on`.
bool decode(const ProbeJob& job, const Image& header, VipsFailOn fail_on, Probed& probed) {
  const Image image = reduce(job.file.native(), target_box(job, probed.pixel_width, probed.pixel_height), is_grey(header.get()), fail_on);
  if (!image) return false;
  if (job.prepared_stem.empty()) {
    double mean = 0;
    const bool good = vips_avg(image.get(), &mean, nullptr) == 0;
    vips_error_clear();
    return good;
  }
  std::filesystem::path prepared = job.prepared_stem;
  prepared += ".jpg";
  const bool good = vips_jpegsave(image.get(), prepared.c_str(), "Q", kQuality, "strip", TRUE, "optimize_coding", TRUE, nullptr) == 0;
  vips_error_clear();
  std::error_code ignored;
  if (good)
    probed.prepared = prepared;
  else
    std::filesystem::remove(prepared, ignored);
  return good;
}

/// Told apart when nothing could be written: is it the picture, or the disk?
bool decodes_at_all(ProbeJob job, const Image& header, Probed& probed) {
  if (job.prepared_stem.empty()) return false;
  job.prepared_stem.clear();
  return decode(job, header, VIPS_FAIL_ON_NONE, probed);
}

int frames(VipsImage* image) {
  int count = 1;
  if (vips_image_get_typeof(image, VIPS_META_N_PAGES) != 0) vips_image_get_int(image, VIPS_META_N_PAGES, &count);
  return count;
}

/// False when the picture must not be decoded at all.
bool judge_header(VipsImage* header, Content content, Probed& probed) {
  const int orientation = exif_orientation(header);
  const bool turned = orientation >= 5 && content != Content::heic;
  probed.pixel_width = turned ? header->Ysize : header->Xsize;
  probed.pixel_height = turned ? header->Xsize : header->Ysize;
  if (static_cast<std::int64_t>(header->Xsize) * header->Ysize > kMaxPixels) {
    probed.error("evidence-picture-too-large",
                 "图片尺寸过大（" + std::to_string(header->Xsize) + "×" + std::to_string(header->Ysize) + "像素）", "请缩小后重新放入");
    return false;
  }
  if (frames(header) > 1 && content == Content::tiff) {
    probed.error("evidence-picture-pages", "多页TIFF图片，共" + std::to_string(frames(header)) + "页", "请转换为PDF后重新放入");
    return false;
  }
  if (frames(header) > 1) probed.warn("evidence-picture-frames", "动态图片只装订第一幅", "请核对，必要时另存为图片");
  if (orientation > 1 && content != Content::heic) probed.note("evidence-picture-turned", "已按拍摄方向转正");
  probed.date = exif_date(header);
  return true;
}

}  // namespace

bool start_pictures() {
  static const bool started = [] {
    g_log_set_default_handler(be_silent, nullptr);
    if (vips_init("lvce") != 0) return false;
    g_log_set_handler("VIPS", static_cast<GLogLevelFlags>(G_LOG_LEVEL_MASK | G_LOG_FLAG_FATAL | G_LOG_FLAG_RECURSION), be_silent, nullptr);
    vips_block_untrusted_set(TRUE);
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    return true;
  }();
  return started;
}

void probe_picture(const ProbeJob& job, Content content, Probed& probed) {
  probed.format = EvidenceFormat::picture;
  const std::string hint = "请重新拍摄、扫描或另存为JPG后放入";
  if (!start_pictures()) return probed.error("evidence-picture-damaged", "图片无法读取", hint);
  const Image header = open_header(job.file.native(), content);
  if (!header) return probed.error("evidence-picture-damaged", "图片损坏或过大，无法读取", hint);
  if (!judge_header(header.get(), content, probed)) return;
  probed.pages.assign(1, kA4);
  if (decode(job, header, VIPS_FAIL_ON_TRUNCATED, probed)) return;
  if (!decode(job, header, VIPS_FAIL_ON_NONE, probed)) {
    probed.pages.clear();
    if (decodes_at_all(job, header, probed)) return probed.error("evidence-not-prepared", "无法写入临时文件", "请检查磁盘空间");
    return probed.error("evidence-picture-damaged", "图片损坏或过大，无法读取", hint);
  }
  probed.warn("evidence-picture-truncated", "图像不完整，只装订能读出的部分", hint);
}

}  // namespace lvce
