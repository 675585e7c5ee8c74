#include "workbook/xls/xls_reader.h"

#include <freexl.h>

#include "support/text.h"
#include "workbook/xls/biff.h"
#include "workbook/xls/compound_file.h"
#include "workbook/xlsx/worksheet.h"

namespace lvce::formats {
namespace {

using xlsx::Cell;

constexpr std::size_t kMaxTextBytes = 32U << 20;
const std::string kSaveAsXlsx = "请用 WPS 或 Excel 打开，另存为 .xlsx 工作簿后再试";

xlsx::ReadBook refuse(std::string code, std::string message) { return {std::nullopt, {std::move(code), std::move(message), kSaveAsXlsx}}; }

/// An open libfreexl handle.
class OpenXls {
 public:
  explicit OpenXls(const std::string& path) : result_(freexl_open(path.c_str(), &handle_)) {}
  ~OpenXls() {
    if (handle_ != nullptr) freexl_close(handle_);
  }
  OpenXls(const OpenXls&) = delete;
  OpenXls& operator=(const OpenXls&) = delete;
  bool good() const { return result_ == FREEXL_OK && handle_ != nullptr; }
  bool out_of_memory() const { return result_ == FREEXL_INSUFFICIENT_MEMORY; }
  const void* handle() const { return handle_; }
  unsigned sheet_count() const {
    unsigned count = 0;
    return freexl_get_info(handle_, FREEXL_BIFF_SHEET_COUNT, &count) == FREEXL_OK ? count : 0;
  }

 private:
  const void* handle_ = nullptr;
  int result_;
};

/// Joins the texts that libfreexl reads with what the scan of the records gives.
class Merger {
 public:
  Merger(const OpenXls& xls, const BiffBook& scanned) : xls_(xls), scanned_(scanned) {}

  bool merge() {
    for (unsigned i = 0; i < scanned_.sheets.size(); ++i) {
      const char* name = nullptr;
      if (freexl_get_worksheet_name(xls_.handle(), static_cast<unsigned short>(i), &name) != FREEXL_OK || name == nullptr) return false;
      if (!is_valid_utf8(name)) return false;
      if (!add_sheet(static_cast<unsigned short>(i), name, scanned_.sheets[i])) return false;
    }
    return true;
  }

  xlsx::Book book;

 private:
  bool add_sheet(unsigned short index, const char* name, const BiffSheet& scanned) {
    xlsx::Sheet& sheet = book.sheets.emplace_back();
    sheet.name = name;
    sheet.hidden = scanned.hidden;
    if (!scanned.worksheet) return true;
    if (freexl_select_active_worksheet(xls_.handle(), index) != FREEXL_OK) return false;
    sheet.truncated = scanned.truncated;
    sheet.hidden_rows = scanned.hidden_rows;
    sheet.merges = scanned.merges;
    if (!add_texts(sheet)) return false;
    for (const auto& [at, cell] : scanned.cells) add_scanned(sheet, scanned, at, cell);
    xlsx::clear_covered_cells(sheet);
    return true;
  }

  bool add_texts(xlsx::Sheet& sheet) {
    unsigned rows = 0;
    unsigned short columns = 0;
    if (freexl_worksheet_dimensions(xls_.handle(), &rows, &columns) != FREEXL_OK) return false;
    const auto last_row = std::min<unsigned>(rows, xlsx::WorksheetHandler::kMaxRow);
    const auto last_column = std::min<unsigned short>(columns, xlsx::WorksheetHandler::kMaxColumn);
    for (unsigned row = 0; row < last_row; ++row) {
      for (unsigned short column = 0; column < last_column; ++column) add_text(sheet, row, column);
    }
    return true;
  }

  void add_text(xlsx::Sheet& sheet, unsigned row, unsigned short column) {
    FreeXL_CellValue value{};
    if (freexl_get_cell_value(xls_.handle(), row, column, &value) != FREEXL_OK) return;
    if (value.type != FREEXL_CELL_TEXT && value.type != FREEXL_CELL_SST_TEXT) return;
    if (value.value.text_value != nullptr) put_text(sheet, {static_cast<int>(row) + 1, column + 1}, value.value.text_value, Cell::Kind::text);
  }

  void put_text(xlsx::Sheet& sheet, CellAt at, std::string_view text, Cell::Kind kind) {
    if (trim(text).empty()) return;
    if (text_bytes_ + text.size() > kMaxTextBytes || !is_valid_utf8(text)) {
      sheet.truncated = true;
      return;
    }
    text_bytes_ += text.size();
    Cell cell;
    cell.kind = kind;
    cell.text = static_cast<std::uint32_t>(book.texts.size());
    book.texts.push_back(replace_all(replace_all(std::string(text), "\r\n", "\n"), "\r", "\n"));
    sheet.rows[at.first][at.second] = cell;
  }

  void add_scanned(xlsx::Sheet& sheet, const BiffSheet& scanned, CellAt at, const Cell& cell) {
    if (cell.kind == Cell::Kind::blank) return;
    if (cell.kind == Cell::Kind::text || cell.kind == Cell::Kind::error) return put_text(sheet, at, scanned.texts.at(at), cell.kind);
    sheet.rows[at.first][at.second] = cell;
  }

  const OpenXls& xls_;
  const BiffBook& scanned_;
  std::size_t text_bytes_ = 0;
};

}  // namespace

xlsx::ReadBook read_xls_unguarded(const std::string& path, std::string_view bytes) {
  const auto stream = read_workbook_stream(bytes);
  const auto scanned = stream ? scan_biff(*stream) : std::nullopt;
  if (!scanned) return refuse("workbook-damaged", "旧格式工作簿（.xls/.et）已损坏，或不是表格，内容读不完整");
  if (scanned->encrypted) return {std::nullopt, {"workbook-locked", "工作簿设有打开密码", "请取消密码后另存为 .xlsx"}};
  const OpenXls xls(path);
  if (xls.out_of_memory()) return refuse("workbook-too-large", "旧格式工作簿的内容超过上限");
  if (!xls.good() || xls.sheet_count() != scanned->sheets.size()) return refuse("workbook-damaged", "旧格式工作簿（.xls/.et）已损坏，内容读不完整");
  Merger merger(xls, *scanned);
  if (!merger.merge()) return refuse("workbook-damaged", "旧格式工作簿（.xls/.et）已损坏，内容读不完整");
  return {std::move(merger.book), {}};
}

}  // namespace lvce::formats
