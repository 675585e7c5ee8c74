#include "evidence/thumbnail.h"

#include <algorithm>
#include <thread>

#include "evidence/documents/office.h"
#include "evidence/ofd/ofd.h"
#include "evidence/picture/kinds.h"
#include "evidence/picture/picture.h"
#include "evidence/picture/pixels.h"
#include "evidence/workers/pool.h"
#include "support/files.h"
#include "support/memory.h"
#include "support/scratch_folder.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kThumbnailAtMost = 1U << 20;
constexpr int kThumbnailDpi = 32;  ///< of the printed size
constexpr int kSecondsPerThumbnail = 20;
constexpr std::uintmax_t kDrawnDocument = 64U << 20;

/// poppler is used for the screen alone, in a worker under its limits; nothing that it draws is bound.
Image first_page_image(const ProbeJob& job, const std::string& drawn) {
  if (!start_pictures()) return nullptr;
  vips_operation_block_set("VipsForeignLoadPdf", FALSE);
  VipsImage* page = nullptr;
  const int failed = drawn.empty()
                         ? vips_thumbnail(job.file.c_str(), &page, kThumbnailWidth, "height", kThumbnailHeight, nullptr)
                         : vips_thumbnail_buffer(const_cast<char*>(drawn.data()), drawn.size(), &page, kThumbnailWidth, "height", kThumbnailHeight, nullptr);
  Image image(failed == 0 ? page : nullptr);
  if (!image) return nullptr;
  VipsImage* flat = nullptr;
  VipsArrayDouble* white = vips_array_double_newv(1, 255.0);
  const bool see_through = vips_image_hasalpha(image.get()) != 0;
  const int result = see_through ? vips_flatten(image.get(), &flat, "background", white, nullptr) : vips_copy(image.get(), &flat, nullptr);
  vips_area_unref(VIPS_AREA(white));
  return Image(result == 0 ? flat : nullptr);
}

bool is_ofd(const ProbeJob& job, const FileEnds& ends, Content content) {
  if (content == Content::office) return office_kind(job.file, ends) == "ofd";
  return content == Content::archive && job.file.extension() == ".ofd";
}

}  // namespace

void draw_thumbnail(const ProbeJob& job, const FileEnds& ends, Probed& probed) {
  const Content content = content_of(ends);
  std::string drawn;
  if (is_ofd(job, ends, content)) drawn = first_page_of_ofd(read_file(job.file, kDrawnDocument).value_or(""));
  if (content == Content::pdf || !drawn.empty()) {
    const Image image = first_page_image(job, drawn);
    const std::string jpeg = image ? encode_jpeg(image, 0) : "";
    const std::filesystem::path made = job.prepared_stem.native() + ".jpg";
    if (!jpeg.empty() && write_file(made, jpeg)) probed.prepared = made;
    return;
  }
  if (is_picture(content)) probe_picture(job, content, probed);
}

std::vector<std::optional<std::string>> make_thumbnails(const std::vector<std::filesystem::path>& files, const ProbeOptions& options) {
  std::vector<std::optional<std::string>> out(files.size());
  const ScratchFolder folder("thumbnails");
  if (folder.path().empty()) return out;
  std::vector<ProbeJob> jobs;
  for (const std::filesystem::path& file : files) {
    ProbeJob& job = jobs.emplace_back();
    job.file = file;
    job.prepared_stem = folder.path() / std::to_string(jobs.size());
    job.dpi = kThumbnailDpi;
    job.thumbnail = true;
  }
  PoolOptions pool;
  pool.worker = options.worker;
  pool.workers = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  pool.seconds_per_job = kSecondsPerThumbnail;
  share_memory(pool, memory_to_be_had());
  const std::vector<JobResult> results = run_jobs(jobs, pool);
  for (std::size_t i = 0; i < results.size(); ++i) {
    const std::filesystem::path& made = results[i].probed.prepared;
    if (results[i].end == JobEnd::answered && made.extension() == ".jpg") out[i] = read_file(made, kThumbnailAtMost);
  }
  return out;
}

}  // namespace lvce
