#include "evidence/picture/decode.h"

#include <utility>

#include "evidence/picture/header.h"
#include "evidence/picture/odd_tiff.h"
#include "evidence/picture/recover.h"
#include "support/files.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kMaxRecoveredBytes = 128U << 20;
constexpr std::uintmax_t kLeastBytes = 64;  ///< no picture is smaller
constexpr const char* kUnreadable = "图片已损坏、过大或编码方式不受支持，无法读取";

/// The rows that are there, by our own reading of a JPEG or PNG; no pixel where the kind is another or nothing can be had.
Recovered recover(const PixelSource& source, PixelBox box) {
  if (source.content != Content::jpeg && source.content != Content::png) return {};
  const std::optional<std::string> file = source.bytes ? std::nullopt : read_file(source.file, kMaxRecoveredBytes);
  if (!source.bytes && !file) return {};
  const std::string& bytes = source.bytes ? *source.bytes : *file;
  return source.content == Content::jpeg ? recover_jpeg(bytes, box) : recover_png(bytes);
}

void warn_of_damage(bool whole, Probed& probed) {
  if (whole) probed.warn("evidence-picture-flawed", "图像数据有错误，个别部位可能失真", "请核对图像，必要时重新拍摄或扫描");
  else probed.warn("evidence-picture-truncated", "图像不完整，只装订能读出的部分", kTakeAgain);
}

Image decode_recovered(PixelSource source, PixelBox box, bool grey, Probed& probed) {
  const Recovered recovered = recover(source, box);
  if (!recovered.image) return nullptr;
  if (const Image header = open_header(source)) source.turn = orientation(header.get(), source.content);
  source.decoded = recovered.image.get();
  Image image = decode_small(source, box, grey, Tolerance::all);
  if (image) warn_of_damage(recovered.whole, probed);
  return image;
}

Image decode_odd(PixelSource source, PixelBox box, bool grey) {
  const Image pixels = source.content == Content::tiff ? decode_odd_tiff(source) : nullptr;
  const Image header = pixels ? open_header(source) : nullptr;
  if (!pixels) return nullptr;
  source.turn = header ? orientation(header.get(), source.content) : 1;
  source.decoded = pixels.get();
  source.profiled = false;
  return decode_small(source, box, grey, Tolerance::all);
}

}  // namespace

Image decode(PixelSource source, PixelBox box, bool grey, Probed& probed) {
  if (Image odd = decode_odd(source, box, grey)) return odd;
  if (Image whole = decode_small(source, box, grey, Tolerance::none)) return whole;
  if (std::exchange(source.profiled, false)) {
    if (Image plain = decode_small(source, box, grey, Tolerance::none)) {
      probed.warn("evidence-picture-profile", "图片内的颜色配置文件不能用，已不按它换算颜色", "请核对颜色，必要时另存为普通JPG后放入");
      return plain;
    }
  }
  if (Image rows = decode_recovered(source, box, grey, probed)) return rows;
  for (const Tolerance tolerance : {Tolerance::flaws, Tolerance::all}) {
    Image part = decode_small(source, box, grey, tolerance);
    if (part) warn_of_damage(tolerance == Tolerance::flaws, probed);
    if (part) return part;
  }
  reject_unreadable(probed);
  return nullptr;
}

void reject_unreadable(Probed& probed) {
  const bool cut = probed.bytes < kLeastBytes;
  probed.error("evidence-picture-damaged", cut ? "文件不完整，只有" + std::to_string(probed.bytes) + "字节，无法读取" : kUnreadable, kTakeAgain);
}

}  // namespace lvce
