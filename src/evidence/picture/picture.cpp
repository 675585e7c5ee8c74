#include "evidence/picture/picture.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "evidence/folder/names.h"
#include "evidence/picture/bmp.h"
#include "evidence/picture/orientation.h"
#include "evidence/picture/pages.h"
#include "evidence/picture/pixels.h"
#include "support/files.h"

namespace lvce {
namespace {

constexpr std::int64_t kMaxPixels = 200'000'000;
constexpr std::int64_t kManyPixels = 10'000'000;  ///< from here on a photo is to be a fifth of its bytes at most
constexpr std::uintmax_t kMaxBmpBytes = 256U << 20;
constexpr int kMaxTiffPages = 200;
constexpr double kLongSideMm = 200;  // the type area of an evidence page, either way round
constexpr double kShortSideMm = 156;
constexpr double kA4LongMm = 297;
constexpr double kA4ShortMm = 210;
constexpr int kCheckPixels = 128;  ///< probing only: decodes every byte, but makes a stamp-sized picture
const std::string kAgain = "请重新拍摄、扫描或另存为JPG后放入";
const std::string kDamaged = "图片已损坏、过大或编码方式不受支持，无法读取";

void be_silent(const gchar*, GLogLevelFlags, const gchar*, gpointer) {}

int int_field(VipsImage* image, const char* field, int otherwise) {
  int value = otherwise;
  if (vips_image_get_typeof(image, field) != 0) vips_image_get_int(image, field, &value);
  return value;
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

/// Pixels at the wanted resolution of an area of `longer` × `shorter` millimetres, lying as the picture does.
PixelBox box_for(const ProbeJob& job, PixelBox picture, double longer, double shorter) {
  if (job.prepared_stem.empty()) return {kCheckPixels, kCheckPixels};
  const auto pixels = [&](double mm) { return std::max(1, static_cast<int>(std::lround(mm / 25.4 * job.dpi))); };
  return picture.width >= picture.height ? PixelBox{pixels(longer), pixels(shorter)} : PixelBox{pixels(shorter), pixels(longer)};
}

/// 1 … 8; HEIC comes turned already.
int orientation(VipsImage* header, Content content) { return content == Content::heic ? 1 : std::max(exif_orientation(header), other_orientation(header)); }

PixelBox upright_size(VipsImage* header, Content content) {
  const bool turned = orientation(header, content) >= 5;
  return turned ? PixelBox{header->Ysize, header->Xsize} : PixelBox{header->Xsize, header->Ysize};
}

bool is_small_enough(int width, int height, std::int64_t most, Probed& probed) {
  if (static_cast<std::int64_t>(width) * height <= most) return true;
  probed.error("evidence-picture-too-large", "图片尺寸过大（" + std::to_string(width) + "×" + std::to_string(height) + "像素）", "请缩小后重新放入");
  return false;
}

/// Decodes as strictly as goes; what is lost is said. Nothing when no pixel can be had.
Image decode(const PixelSource& source, PixelBox box, bool grey, Probed& probed) {
  if (Image whole = decode_small(source, box, grey, Tolerance::none)) return whole;
  if (Image flawed = decode_small(source, box, grey, Tolerance::flaws)) {
    probed.warn("evidence-picture-flawed", "图像数据有错误，个别部位可能失真", "请核对图像，必要时重新拍摄或扫描");
    return flawed;
  }
  Image part = decode_small(source, box, grey, Tolerance::all);
  if (part) probed.warn("evidence-picture-truncated", "图像不完整，只装订能读出的部分", kAgain);
  else probed.error("evidence-picture-damaged", kDamaged, kAgain);
  return part;
}

void say_not_written(Probed& probed) { probed.error("evidence-not-prepared", "无法写入临时文件", "请检查磁盘空间"); }

std::filesystem::path prepared_path(const ProbeJob& job, const char* extension) {
  std::filesystem::path path = job.prepared_stem;
  path += extension;
  return path;
}

/// One picture to a JPEG beside the stem; only decoded when nothing is to be prepared.
void prepare_one(const ProbeJob& job, const PixelSource& source, bool grey, Probed& probed) {
  const PixelBox size{probed.pixel_width, probed.pixel_height};
  const Image image = decode(source, box_for(job, size, kLongSideMm, kShortSideMm), grey, probed);
  if (!image) return;
  probed.pages.assign(1, kPicturePage);
  if (job.prepared_stem.empty()) return;
  const bool many = static_cast<std::int64_t>(size.width) * size.height >= kManyPixels;
  const std::string jpeg = encode_jpeg(image, many ? static_cast<std::size_t>(probed.bytes / 5) : 0);
  const std::filesystem::path path = prepared_path(job, ".jpg");
  if (!jpeg.empty() && write_file(path, jpeg)) {
    probed.prepared = path;
    return;
  }
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
  say_not_written(probed);
}

/// Every page of a TIFF becomes a page of a PDF.
class TiffPages {
 public:
  TiffPages(const ProbeJob& job, int count, Probed& probed) : job_(job), count_(count), probed_(probed) {}

  void run() {
    probed_.format = EvidenceFormat::pdf;
    probed_.searchable = false;
    if (count_ > kMaxTiffPages) {
      return probed_.error("evidence-picture-pages", "TIFF图片共" + std::to_string(count_) + "页，超过" + std::to_string(kMaxTiffPages) + "页",
                           "请转换为PDF后重新放入");
    }
    for (int page = 0; page < count_ && !probed_.rejected(); ++page) take(page);
    if (probed_.rejected()) return;
    probed_.note("evidence-picture-pages", "多页TIFF图片，每页装订为一页，共" + std::to_string(count_) + "页");
    if (job_.prepared_stem.empty()) return;
    const std::filesystem::path path = prepared_path(job_, ".pdf");
    if (!write_picture_pages(pages_, path)) return say_not_written(probed_);
    probed_.prepared = path;
  }

 private:
  void take(int page) {
    PixelSource source{job_.file, Content::tiff, page};
    const Image header = open_header(source);
    if (!header) return probed_.error("evidence-picture-damaged", "TIFF图片第" + std::to_string(page + 1) + "页无法读取", kAgain);
    if (!is_small_enough(header->Xsize, header->Ysize, kMaxPixels, probed_)) return;
    const PixelBox size = upright_size(header.get(), Content::tiff);
    const bool grey = is_grey(header.get());
    source.profiled = has_profile(header.get());
    const Image image = decode(source, box_for(job_, size, kA4LongMm, kA4ShortMm), grey, probed_);
    if (!image) return;
    probed_.pages.push_back(picture_page_size(size.width, size.height));
    if (!job_.prepared_stem.empty()) pages_.push_back({encode_jpeg(image, 0), image->Xsize, image->Ysize, grey});
  }

  const ProbeJob& job_;
  int count_;
  Probed& probed_;
  std::vector<JpegPage> pages_;
};

void probe_bmp(const ProbeJob& job, Probed& probed) {
  const std::optional<std::string> bytes = read_file(job.file, kMaxBmpBytes);
  const std::optional<BmpSize> size = bytes ? bmp_size(*bytes) : std::nullopt;
  if (!size) return probed.error("evidence-picture-format", "不支持这种BMP图片", "请另存为JPG后放入");
  if (!is_small_enough(size->width, size->height, kMaxBmpPixels, probed)) return;
  std::optional<Bitmap> bitmap = decode_bmp(*bytes);
  if (!bitmap) return probed.error("evidence-picture-damaged", kDamaged, kAgain);
  const Image image(vips_image_new_from_memory(bitmap->rgb.data(), bitmap->rgb.size(), size->width, size->height, 3, VIPS_FORMAT_UCHAR));
  if (!image) return probed.error("evidence-picture-damaged", kDamaged, kAgain);
  image->Type = VIPS_INTERPRETATION_sRGB;
  probed.pixel_width = size->width;
  probed.pixel_height = size->height;
  if (bitmap->truncated) probed.warn("evidence-picture-truncated", "图像不完整，只装订能读出的部分", kAgain);
  prepare_one(job, {job.file, Content::bmp, 0, image.get()}, false, probed);
}

void probe_coded(const ProbeJob& job, Content content, Probed& probed) {
  PixelSource source{job.file, content};
  const Image header = open_header(source);
  if (!header) return probed.error("evidence-picture-damaged", kDamaged, kAgain);
  source.profiled = has_profile(header.get());
  const int frames = int_field(header.get(), VIPS_META_N_PAGES, 1);
  probed.date = exif_date(header.get());
  if (frames > 1 && content == Content::tiff) return TiffPages(job, frames, probed).run();
  if (!is_small_enough(header->Xsize, header->Ysize, kMaxPixels, probed)) return;
  const PixelBox size = upright_size(header.get(), content);
  probed.pixel_width = size.width;
  probed.pixel_height = size.height;
  if (frames > 1 && content == Content::heic) probed.warn("evidence-picture-frames", "文件内有多幅图片，只装订主图", "请核对，必要时逐幅另存为图片");
  else if (frames > 1) probed.warn("evidence-picture-frames", "动态图片只装订第一幅", "请核对，必要时另存为图片");
  source.turn = content == Content::heic ? 1 : other_orientation(header.get());
  if (orientation(header.get(), content) > 1) probed.note("evidence-picture-turned", "已按拍摄方向转正");
  prepare_one(job, source, is_grey(header.get()), probed);
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
  if (!start_pictures()) return probed.error("evidence-picture-damaged", "图片无法读取", kAgain);
  if (content == Content::bmp) probe_bmp(job, probed);
  else probe_coded(job, content, probed);
  if (probed.rejected()) probed.pages.clear();
}

}  // namespace lvce
