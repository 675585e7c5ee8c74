#include "evidence/picture/prepare.h"

#include "evidence/picture/decode.h"
#include "evidence/picture/header.h"
#include "evidence/picture/print_size.h"
#include "evidence/picture/shape.h"
#include "support/files.h"

namespace lvce {
namespace {

constexpr std::int64_t kManyPixels = 10'000'000;  ///< from here on a photo is to be a fifth of its bytes at most
constexpr std::size_t kMostLongPages = 200;
constexpr double kLongSideMm = 200;  // the type area of an evidence page, either way round
constexpr double kShortSideMm = 156;

/// Looked at again as large as it is printed where a small one shows nothing.
void judge_blank(const ProbeJob& job, const PixelSource& source, const Image& image, PixelBox printed, bool grey, Probed& probed) {
  if (!is_one_colour(image)) return;
  if (job.prepared_stem.empty()) {
    const Image large = decode_small(source, printed, grey, Tolerance::all);
    if (large && !is_one_colour(large)) return;
  }
  probed.warn("evidence-picture-blank", "图片只有一种颜色，看不到内容", "请核对，放入正确的图片");
}

void prepare_jpeg(const ProbeJob& job, const Image& image, Probed& probed) {
  const bool many = static_cast<std::int64_t>(probed.pixel_width) * probed.pixel_height >= kManyPixels;
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

void prepare_long(const ProbeJob& job, const Image& image, const LongCut& cut, bool grey, Probed& probed) {
  probed.pages = long_page_sizes(cut);
  probed.note("evidence-long-cut", "图片很长，裁为" + std::to_string(cut.slices.size()) + "段，装订为" + std::to_string(cut.pages()) + "页");
  if (job.prepared_stem.empty()) return;
  const std::filesystem::path path = prepared_path(job, ".pdf");
  const std::vector<PicturePage> pages = long_pages(image, {probed.pixel_width, probed.pixel_height}, cut, grey);
  if (pages.empty() || !write_picture_pages(pages, path)) return say_not_written(probed);
  probed.prepared = path;
}

}  // namespace

bool is_small_enough(int width, int height, std::int64_t most, Probed& probed) {
  if (static_cast<std::int64_t>(width) * height <= most) return true;
  probed.error("evidence-picture-too-large", "图片尺寸过大（" + std::to_string(width) + "×" + std::to_string(height) + "像素）", "请缩小后重新放入");
  return false;
}

std::filesystem::path prepared_path(const ProbeJob& job, const char* extension) {
  std::filesystem::path path = job.prepared_stem;
  path += extension;
  return path;
}

void say_not_written(Probed& probed) { probed.error("evidence-not-prepared", "无法写入临时文件", "请检查磁盘空间"); }

void prepare_picture(const ProbeJob& job, const PixelSource& source, bool grey, Probed& probed) {
  const PixelBox size{probed.pixel_width, probed.pixel_height};
  const std::optional<LongCut> cut = cut_long_picture(size.width, size.height);
  if (cut && cut->pages() > kMostLongPages) {
    return probed.error("evidence-picture-too-large", "图片过长，裁开后有" + std::to_string(cut->pages()) + "页", "请只截取与指标有关的部分");
  }
  const PixelBox printed = cut ? long_box(job.dpi, size, *cut) : print_box(job.dpi, size, kLongSideMm, kShortSideMm);
  const PixelBox box = job.prepared_stem.empty() ? kCheckBox : printed;
  const Image image = decode(source, source.exact ? fitted(size, box) : box, grey, probed);
  if (!image) return;
  judge_blank(job, source, image, fitted(size, printed), grey, probed);
  if (cut) return prepare_long(job, image, *cut, grey, probed);
  probed.pages.assign(1, kPicturePage);
  if (!job.prepared_stem.empty()) prepare_jpeg(job, image, probed);
}

}  // namespace lvce
