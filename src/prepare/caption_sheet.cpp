#include "prepare/caption_sheet.h"

#include <optional>

#include "prepare/table_book.h"
#include "support/files.h"
#include "support/unseen.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kMaxThumbnail = 1U << 20;
constexpr double kRowPoints = 90;
constexpr double kPlainPoints = 24;

void write_caption_row(lxw_worksheet* sheet, lxw_row_t at, const CaptionSheetRow& row, lxw_format* format) {
  worksheet_set_row(sheet, at, row.thumbnail.empty() ? kPlainPoints : kRowPoints, nullptr);
  worksheet_write_string(sheet, at, 0, visible(row.name).c_str(), format);
  if (row.caption.empty()) worksheet_write_blank(sheet, at, 1, format);
  else worksheet_write_string(sheet, at, 1, printable(row.caption).c_str(), format);
  worksheet_write_blank(sheet, at, 2, format);
  const std::optional<std::string> picture = row.thumbnail.empty() ? std::nullopt : read_file(row.thumbnail, kMaxThumbnail);
  if (!picture) return;
  lxw_image_options options = {};
  options.x_offset = 4;
  options.y_offset = 4;
  worksheet_insert_image_buffer_opt(sheet, at, 2, reinterpret_cast<const unsigned char*>(picture->data()), picture->size(), &options);
}

}  // namespace

bool write_caption_sheet(const std::filesystem::path& file, const std::vector<CaptionSheetRow>& rows) {
  TableBook book(file, "图说", {{"文件名", 44}, {"图说", 44}, {"缩略图", 24}});
  if (!book.usable()) return false;
  lxw_row_t at = 1;
  for (const CaptionSheetRow& row : rows) write_caption_row(book.sheet(), at++, row, book.body());
  return book.finish();
}

}  // namespace lvce
