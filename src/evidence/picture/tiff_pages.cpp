#include <utility>

#include "evidence/picture/decode.h"
#include "evidence/picture/header.h"
#include "evidence/picture/odd_tiff.h"
#include "evidence/picture/prepare.h"
#include "evidence/picture/print_size.h"
#include "evidence/picture/shape.h"

namespace lvce {
namespace {

constexpr int kMaxTiffPages = 200;
constexpr std::size_t kNamedTiffPages = 10;
constexpr double kA4LongMm = 297, kA4ShortMm = 210;

class TiffPages {
 public:
  TiffPages(const ProbeJob& job, const PixelSource& tiff, Probed& probed) : job_(job), tiff_(tiff), probed_(probed) {}

  void run(const std::vector<int>& pages) {
    for (const int page : pages) {
      if (!probed_.rejected()) take(page);
    }
    if (probed_.rejected()) return;
    if (pages.size() > 1) probed_.note("evidence-picture-pages", "多页TIFF图片，每页装订为一页，共" + std::to_string(pages.size()) + "页");
    if (probed_.pages.size() > pages.size()) probed_.note("evidence-long-cut", "其中很长的页已裁开，共装订为" + std::to_string(probed_.pages.size()) + "页");
    if (!blank_.empty()) probed_.warn("evidence-picture-blank", blank_pages() + "只有一种颜色，看不到内容", "请核对，不需要的页可以删去");
    if (job_.prepared_stem.empty()) return;
    const std::filesystem::path path = prepared_path(job_, ".pdf");
    if (!write_picture_pages(pages_, path)) return say_not_written(probed_);
    probed_.prepared = path;
  }

 private:
  void take(int page) {
    PixelSource source = tiff_;
    source.page = page;
    const Image header = open_header(source);
    if (!header) return probed_.error("evidence-picture-damaged", "TIFF图片第" + std::to_string(page + 1) + "页无法读取", kTakeAgain);
    if (!is_small_enough(header->Xsize, header->Ysize, kMaxPixels, probed_)) return;
    source.profiled = has_profile(header.get());
    source.exact = !is_square(header.get());
    add(source, page, shown_size(header.get(), Content::tiff), is_grey(header.get()));
  }

  void add(const PixelSource& source, int page, PixelBox size, bool grey) {
    const std::optional<LongCut> cut = cut_long_picture(size.width, size.height);
    const PixelBox printed = cut ? long_box(job_.dpi, size, *cut) : print_box(job_.dpi, size, kA4LongMm, kA4ShortMm);
    const PixelBox box = job_.prepared_stem.empty() ? kCheckBox : printed;
    const Image image = decode(source, source.exact ? fitted(size, box) : box, grey, probed_);
    if (!image) return;
    if (is_one_colour(image)) blank_.push_back(page + 1);
    std::vector<PageSize> sizes = cut ? long_page_sizes(*cut) : std::vector{picture_page_size(size.width, size.height)};
    probed_.pages.insert(probed_.pages.end(), sizes.begin(), sizes.end());
    if (job_.prepared_stem.empty()) return;
    if (!cut) return pages_.push_back(centred_on_a4({encode_jpeg(image, 0), image->Xsize, image->Ysize, grey}));
    for (PicturePage& part : long_pages(image, size, *cut, grey)) pages_.push_back(std::move(part));
  }

  /// "第2、5页"
  std::string blank_pages() const {
    std::string names;
    for (std::size_t i = 0; i < std::min(blank_.size(), kNamedTiffPages); ++i) names += (i > 0 ? "、" : "") + std::to_string(blank_[i]);
    return "第" + names + "页" + (blank_.size() > kNamedTiffPages ? "等" + std::to_string(blank_.size()) + "页" : "");
  }

  const ProbeJob& job_;
  const PixelSource& tiff_;
  Probed& probed_;
  std::vector<PicturePage> pages_;
  std::vector<int> blank_;  ///< from 1
};

}  // namespace

void prepare_tiff_pages(const ProbeJob& job, const PixelSource& tiff, int count, Probed& probed) {
  probed.format = EvidenceFormat::pdf;
  probed.searchable = false;
  if (count > kMaxTiffPages) {
    return probed.error("evidence-picture-pages", "TIFF图片共" + std::to_string(count) + "页，超过" + std::to_string(kMaxTiffPages) + "页",
                        "请转换为PDF后重新放入");
  }
  TiffPages(job, tiff, probed).run(full_size_pages(tiff, count));
}

}  // namespace lvce
