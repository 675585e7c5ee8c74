#include "prepare/table_book.h"

#include <system_error>

#include "support/files.h"

namespace lvce {
namespace {

constexpr time_t kMadeAt = 946684800;  // fixed, so that two runs give the same bytes
constexpr double kHeadPoints = 24;
constexpr std::uint8_t kPaperA4 = 9;

lxw_format* table_format(lxw_workbook* book, bool head) {
  lxw_format* format = workbook_add_format(book);
  format_set_font_name(format, "宋体");
  format_set_font_size(format, 11);
  format_set_border(format, LXW_BORDER_THIN);
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_num_format(format, "@");
  if (head) format_set_bold(format);
  if (head) format_set_bg_color(format, 0xEDEDED);
  return format;
}

}  // namespace

TableBook::TableBook(const std::filesystem::path& file, const char* sheet, const std::vector<std::pair<const char*, double>>& columns)
    : file_(file), beside_(file) {
  beside_.replace_filename("." + file.filename().string() + ".tmp");
  if (!can_make_file(beside_)) return;  // the library would say it on stderr
  book_ = workbook_new(beside_.c_str());
  lxw_doc_properties properties = {};
  properties.created = kMadeAt;
  workbook_set_properties(book_, &properties);
  sheet_ = workbook_add_worksheet(book_, sheet);
  body_ = table_format(book_, false);
  lxw_format* head = table_format(book_, true);
  lxw_col_t column = 0;
  for (const auto& [name, width] : columns) {
    worksheet_set_column(sheet_, column, column, width, nullptr);
    worksheet_write_string(sheet_, 0, column++, name, head);
  }
  worksheet_set_row(sheet_, 0, kHeadPoints, nullptr);
  worksheet_freeze_panes(sheet_, 1, 0);
  worksheet_set_paper(sheet_, kPaperA4);
  worksheet_set_landscape(sheet_);
  worksheet_fit_to_pages(sheet_, 1, 0);
  worksheet_repeat_rows(sheet_, 0, 0);
}

TableBook::~TableBook() {
  if (book_ == nullptr) return;
  workbook_close(book_);
  std::error_code ignored;
  std::filesystem::remove(beside_, ignored);
}

bool TableBook::finish() {
  if (book_ == nullptr) return false;
  const bool written = workbook_close(book_) == LXW_NO_ERROR;
  book_ = nullptr;
  std::error_code error, ignored;
  if (written) std::filesystem::rename(beside_, file_, error);
  if (written && !error) return true;
  std::filesystem::remove(beside_, ignored);
  return false;
}

}  // namespace lvce
