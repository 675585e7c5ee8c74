#include "prepare/caption_sheet.h"

#include <optional>
#include <system_error>

#include <xlsxwriter.h>

#include "support/files.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kMaxThumbnail = 1U << 20;
constexpr double kRowPoints = 90;
constexpr double kHeadPoints = 24;
constexpr time_t kSheetCreated = 946684800;  // fixed, so that two runs give the same bytes

lxw_format* caption_format(lxw_workbook* book, bool head) {
  lxw_format* format = workbook_add_format(book);
  format_set_font_name(format, "宋体");
  format_set_font_size(format, 11);
  format_set_border(format, LXW_BORDER_THIN);
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_num_format(format, "@");  // a name of digits stays a name
  if (head) format_set_bold(format);
  if (head) format_set_bg_color(format, 0xEDEDED);
  return format;
}

void write_caption_head(lxw_workbook* book, lxw_worksheet* sheet) {
  lxw_format* head = caption_format(book, true);
  lxw_col_t column = 0;
  for (const auto& [text, width] : {std::pair{"文件名", 44.0}, std::pair{"图说", 44.0}, std::pair{"缩略图", 24.0}}) {
    worksheet_set_column(sheet, column, column, width, nullptr);
    worksheet_write_string(sheet, 0, column++, text, head);
  }
  worksheet_set_row(sheet, 0, kHeadPoints, nullptr);
  worksheet_freeze_panes(sheet, 1, 0);
}

void write_caption_row(lxw_worksheet* sheet, lxw_row_t at, const CaptionSheetRow& row, lxw_format* format) {
  worksheet_set_row(sheet, at, row.thumbnail.empty() ? kHeadPoints : kRowPoints, nullptr);
  worksheet_write_string(sheet, at, 0, row.name.c_str(), format);
  if (row.caption.empty()) worksheet_write_blank(sheet, at, 1, format);
  else worksheet_write_string(sheet, at, 1, row.caption.c_str(), format);
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
  std::filesystem::path beside = file;
  beside.replace_filename("." + file.filename().string() + ".tmp");
  if (!can_make_file(beside)) return false;  // the library would say it on stderr
  lxw_workbook* book = workbook_new(beside.c_str());
  lxw_doc_properties properties = {};
  properties.created = kSheetCreated;
  workbook_set_properties(book, &properties);
  lxw_worksheet* sheet = workbook_add_worksheet(book, "图说");
  write_caption_head(book, sheet);
  lxw_format* format = caption_format(book, false);
  lxw_row_t at = 1;
  for (const CaptionSheetRow& row : rows) write_caption_row(sheet, at++, row, format);
  std::error_code error;
  const bool written = workbook_close(book) == LXW_NO_ERROR;
  if (written) std::filesystem::rename(beside, file, error);
  if (written && !error) return true;
  std::error_code ignored;
  std::filesystem::remove(beside, ignored);
  return false;
}

}  // namespace lvce
