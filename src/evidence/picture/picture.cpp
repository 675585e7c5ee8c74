#include "evidence/picture/picture.h"

#include "evidence/picture/bmp.h"
#include "evidence/picture/decode.h"
#include "evidence/picture/header.h"
#include "evidence/picture/heif_references.h"
#include "evidence/picture/live_photo.h"
#include "evidence/picture/prepare.h"
#include "evidence/picture/shape.h"
#include "support/files.h"
#include "support/program.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kMaxBmpBytes = 256U << 20;
constexpr std::uintmax_t kMaxBytes = 128U << 20;  ///< of a file that is read as a whole

void be_silent(const gchar*, GLogLevelFlags, const gchar*, gpointer) {}

bool started_or_rejected(Probed& probed) {
  probed.format = EvidenceFormat::picture;
  if (start_pictures()) return true;
  probed.error("evidence-picture-damaged", "图片无法读取", kTakeAgain);
  return false;
}

void probe_bmp(const ProbeJob& job, Probed& probed) {
  const std::optional<std::string> bytes = read_file(job.file, kMaxBmpBytes);
  const std::optional<BmpSize> size = bytes ? bmp_size(*bytes) : std::nullopt;
  if (!size) return probed.error("evidence-picture-format", "不支持这种BMP图片", "请另存为JPG后放入");
  if (!is_small_enough(size->width, size->height, kMaxBmpPixels, probed)) return;
  std::optional<Bitmap> bitmap = decode_bmp(*bytes);
  if (!bitmap) return reject_unreadable(probed);
  const Image image(vips_image_new_from_memory(bitmap->rgb.data(), bitmap->rgb.size(), size->width, size->height, 3, VIPS_FORMAT_UCHAR));
  if (!image) return reject_unreadable(probed);
  image->Type = VIPS_INTERPRETATION_sRGB;
  const double aspect = pixel_aspect(size->across, size->down);
  const PixelBox shown = true_shape({size->width, size->height}, aspect);
  probed.pixel_width = shown.width;
  probed.pixel_height = shown.height;
  if (bitmap->truncated) probed.warn("evidence-picture-truncated", "图像不完整，只装订能读出的部分", kTakeAgain);
  PixelSource source{job.file, Content::bmp};
  source.decoded = image.get();
  source.exact = aspect != 1;
  prepare_picture(job, source, false, probed);
}

void tell_frames(int frames, Content content, Probed& probed) {
  if (frames <= 1) return;
  if (content == Content::heic) probed.warn("evidence-picture-frames", "文件内有多幅图片，只装订主图", "请核对，必要时逐幅另存为图片");
  else probed.warn("evidence-picture-frames", "动态图片只装订第一幅", "请核对，必要时另存为图片");
}

void probe_coded(const ProbeJob& job, PixelSource source, Probed& probed) {
  const Image header = open_header(source);
  if (!header) return reject_unreadable(probed);
  const Content content = source.content;
  if (!has_known_brightness(header.get())) return reject_unreadable(probed);
  const int frames = content == Content::jpeg_2000 ? 1 : frames_of(header.get());  // sizes of one picture there
  probed.date = exif_date(header.get());
  if (frames > 1 && content == Content::tiff) return prepare_tiff_pages(job, source, frames, probed);
  if (!is_small_enough(header->Xsize, header->Ysize, kMaxPixels, probed)) return;
  const PixelBox size = shown_size(header.get(), content);
  probed.pixel_width = size.width;
  probed.pixel_height = size.height;
  source.profiled = has_profile(header.get());
  source.exact = !is_square(header.get());
  source.turn = turn_of(header.get(), content);
  tell_frames(frames, content, probed);
  if (orientation(header.get(), content) > 1) probed.note("evidence-picture-turned", "已按拍摄方向转正");
  prepare_picture(job, source, is_grey(header.get()), probed);
}

/// What has to be changed in the bytes before a decoder can read them.
std::shared_ptr<const std::string> readable(std::string bytes, Content content) {
  if (content == Content::heic) {
    if (std::optional<std::string> mended = with_single_references(bytes)) bytes = std::move(*mended);
  }
  return std::make_shared<const std::string>(std::move(bytes));
}

PixelSource source_of(const ProbeJob& job, Content content, Probed& probed) {
  PixelSource source{job.file, content};
  const std::optional<FileEnds> ends = read_ends(job.file);
  const std::size_t before = ends ? late_picture(ends->head).value_or(0) : 0;
  if (before == 0 && content != Content::heic) return source;
  std::optional<std::string> bytes = read_file(job.file, kMaxBytes);
  if (!bytes) return source;
  if (before > 0) {
    bytes->erase(0, before);
    probed.note("evidence-picture-late", "图片前面多出" + std::to_string(before) + "个字节，已略过");
  }
  source.bytes = readable(std::move(*bytes), content);
  return source;
}

}  // namespace

bool start_pictures() {
  static const bool started = [] {
    g_log_set_default_handler(be_silent, nullptr);
    if (const std::filesystem::path bundle = own_bundle(); !bundle.empty()) g_setenv("VIPSHOME", (bundle / "lib").c_str(), TRUE);  // where its modules lie
    if (vips_init("lvce") != 0) return false;
    g_log_set_handler("VIPS", static_cast<GLogLevelFlags>(G_LOG_LEVEL_MASK | G_LOG_FLAG_FATAL | G_LOG_FLAG_RECURSION), be_silent, nullptr);
    vips_block_untrusted_set(TRUE);
    for (const char* loader : {"VipsForeignLoadJxl", "VipsForeignLoadJp2k"}) vips_operation_block_set(loader, FALSE);
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    return true;
  }();
  return started;
}

void probe_picture(const ProbeJob& job, Content content, Probed& probed) {
  if (!started_or_rejected(probed)) return;
  if (content == Content::bmp) probe_bmp(job, probed);
  else probe_coded(job, source_of(job, content, probed), probed);
  if (probed.rejected()) probed.pages.clear();
}

void probe_live_photo(const ProbeJob& job, Probed& probed) {
  if (!started_or_rejected(probed)) return;
  std::optional<std::string> bytes = picture_of_live_photo(job.file);
  const Content content = bytes ? content_of({bytes->substr(0, 4096), ""}) : Content::unknown;
  if (!bytes || content == Content::bmp) {
    return probed.error("evidence-picture-damaged", "实况照片（livp）内没有能读取的图片", "请在手机相册中另存为JPG后放入");
  }
  PixelSource source{job.file, content};
  source.bytes = readable(std::move(*bytes), content);
  probed.note("evidence-picture-live", "实况照片，只装订其中的图片");
  probe_coded(job, source, probed);
  if (probed.rejected()) probed.pages.clear();
}

}  // namespace lvce
