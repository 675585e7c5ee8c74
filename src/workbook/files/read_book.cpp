#include "workbook/files/read_book.h"

#include "support/text.h"
#include "workbook/csv/csv.h"
#include "workbook/ods/ods.h"
#include "workbook/package/package.h"
#include "workbook/protection/ooxml_password.h"
#include "workbook/xls/early_biff.h"
#include "workbook/xls/xls.h"

namespace lvce::formats {
namespace {

bool is_table_text(const std::string& bytes) {
  const auto text = csv_text(bytes);
  return text && looks_like_csv(*text);
}

xlsx::ReadBook read_csv_files(const std::vector<BookFile>& files) {
  xlsx::Book book;
  for (const BookFile& file : files) {
    const auto text = csv_text(file.bytes);
    const bool empty = file.bytes.empty();
    if (!empty && (!text || !looks_like_csv(*text))) {
      return xlsx::refuse("csv-unreadable", "「" + file.name + "」不是用逗号、分号或制表符分隔的文字表格",
                          "请用 WPS 或 Excel 打开，另存为 CSV（UTF-8）或 .xlsx");
    }
    if (!empty && !add_csv_sheet(book, stem_of(file.name), *text)) {
      return xlsx::refuse("csv-quote-open", "「" + file.name + "」里有一个双引号没有配对，其后的内容无法分列", "请补上或删去多余的双引号，或另存为 .xlsx");
    }
  }
  return {std::move(book), {}};
}

/// An .xlsx that Excel's own password opens; others say what stands in the way.
xlsx::ReadBook read_encrypted(const std::string& bytes, const BookOptions& options) {
  const OpenedPackage opened = open_with_default_password(bytes);
  switch (opened.how) {
    case Opening::opened: return xlsx::read_xlsx(opened.bytes, options.wanted);
    case Opening::own_password: return xlsx::refuse("workbook-locked", "工作簿设有打开密码", "请取消密码后另存为 .xlsx");
    case Opening::unknown_way: return xlsx::refuse("workbook-locked", "工作簿加了密，加密的方式不认识", "请用 WPS 或 Excel 打开，取消密码和保护后另存为 .xlsx");
    case Opening::damaged: break;
  }
  return xlsx::refuse("workbook-damaged", "工作簿加了密，而且已损坏，内容读不完整", "请换成能在 WPS 或 Excel 里打开的文件，取消密码和保护后另存为 .xlsx");
}

}  // namespace

std::string stem_of(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

xlsx::ReadBook read_book(const std::vector<BookFile>& files, const BookOptions& options) {
  if (files.size() != 1) return read_csv_files(files);
  const std::string& bytes = files.front().bytes;
  switch (xlsx::container_kind(bytes)) {
    case xlsx::ContainerKind::ole_legacy: return read_xls(bytes, options.worker);
    case xlsx::ContainerKind::ole_encrypted: return read_encrypted(bytes, options);
    case xlsx::ContainerKind::zip: return is_ods(bytes) ? read_ods(bytes, options.wanted) : xlsx::read_xlsx(bytes, options.wanted);
    case xlsx::ContainerKind::other:
      if (starts_as_biff(bytes)) return read_xls(bytes, options.worker);
      if (is_table_text(bytes)) return read_csv_files(files);
      [[fallthrough]];
    default: return xlsx::read_xlsx(bytes, options.wanted);
  }
}

}  // namespace lvce::formats
