#include "prepare/sort_table.h"

#include <xlsxwriter.h>

#include <charconv>
#include <system_error>

#include "support/files.h"
#include "support/text.h"
#include "workbook/xlsx/xlsx.h"

namespace lvce {
namespace {

constexpr time_t kMadeAt = 946684800;  // fixed, so that two runs give the same bytes
constexpr std::uintmax_t kTableAtMost = 16U << 20;
constexpr int kColumns = 5;
constexpr const char* kHeads[kColumns] = {"文件", "建议指标", "理由", "把握", "采用"};

lxw_format* table_format(lxw_workbook* book, bool head) {
  lxw_format* format = workbook_add_format(book);
  format_set_font_name(format, "宋体");
  format_set_font_size(format, 11);
  format_set_border(format, LXW_BORDER_THIN);
  format_set_text_wrap(format);
  format_set_num_format(format, "@");  // 2.10 stays 2.10
  if (head) format_set_bold(format);
  return format;
}

void offer_choice(lxw_worksheet* sheet, std::size_t rows) {
  char yes[] = "是", no[] = "否";
  char* choices[] = {yes, no, nullptr};
  lxw_data_validation validation = {};
  validation.validate = LXW_VALIDATION_TYPE_LIST;
  validation.value_list = choices;
  worksheet_data_validation_range(sheet, 1, kColumns - 1, static_cast<lxw_row_t>(rows), kColumns - 1, &validation);
}

std::string text_at(const xlsx::Book& book, const xlsx::Sheet& sheet, int row, int column) {
  const xlsx::Cell cell = sheet.at(row, column);
  return cell.kind == xlsx::Cell::Kind::text ? trim(book.text(cell)) : "";
}

/// The column of each head; nothing when one is not there.
std::optional<std::vector<int>> columns_of(const xlsx::Book& book, const xlsx::Sheet& sheet) {
  std::vector<int> columns(kColumns, 0);
  if (sheet.rows.empty()) return std::nullopt;
  const auto& [row, cells] = *sheet.rows.begin();
  for (const auto& [column, cell] : cells) {
    for (int i = 0; i < kColumns; ++i) {
      if (text_at(book, sheet, row, column) == kHeads[i]) columns[static_cast<std::size_t>(i)] = column;
    }
  }
  return columns[0] > 0 && columns[1] > 0 && columns[4] > 0 ? std::optional(columns) : std::nullopt;
}

std::vector<std::string> ids_in(const std::string& text) {
  std::string plain = fold_width(text);
  for (const char* mark : {"、", ",", ";", "；", "+", "和"}) plain = replace_all(plain, mark, " ");
  std::vector<std::string> out;
  for (const std::string& id : split(plain, ' ')) {
    if (!id.empty()) out.push_back(id);
  }
  return out;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// A field of the record; quoted where it must be.
std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  return "\"" + replace_all(text, "\"", "\"\"") + "\"";
}

std::vector<std::vector<std::string>> csv_rows(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' && quoted && i + 1 < text.size() && text[i + 1] == '"') rows.back().back() += text[++i];
    else if (c == '"') quoted = !quoted;
    else if (c == ',' && !quoted) rows.back().emplace_back();
    else if (c == '\n' && !quoted) rows.emplace_back(1);
    else if (c != '\r' || quoted) rows.back().back() += c;
  }
  return rows;
}

}  // namespace

bool write_sort_table(const std::filesystem::path& file, const std::vector<SortRow>& rows) {
  std::filesystem::path beside = file;
  beside.replace_filename("." + file.filename().string() + ".tmp");
  if (!can_make_file(beside)) return false;  // the library would say it on stderr
  lxw_workbook* book = workbook_new(beside.c_str());
  lxw_doc_properties properties = {};
  properties.created = kMadeAt;
  workbook_set_properties(book, &properties);
  lxw_worksheet* sheet = workbook_add_worksheet(book, "归档建议");
  constexpr double kWidths[kColumns] = {50, 18, 36, 8, 8};
  lxw_format* head = table_format(book, true);
  lxw_format* body = table_format(book, false);
  for (lxw_col_t column = 0; column < kColumns; ++column) {
    worksheet_set_column(sheet, column, column, kWidths[column], nullptr);
    worksheet_write_string(sheet, 0, column, kHeads[column], head);
  }
  lxw_row_t at = 1;
  for (const SortRow& row : rows) {
    const std::string cells[kColumns] = {row.proposal.path, join(row.proposal.indicators, "、"), row.proposal.why,
                                         row.proposal.indicators.empty() ? ""
                                         : row.proposal.sure             ? "高"
                                                                         : "低",
                                         row.take};
    for (lxw_col_t column = 0; column < kColumns; ++column) worksheet_write_string(sheet, at, column, cells[column].c_str(), body);
    ++at;
  }
  offer_choice(sheet, rows.size());
  worksheet_freeze_panes(sheet, 1, 0);
  std::error_code error;
  const bool written = workbook_close(book) == LXW_NO_ERROR;
  if (written) std::filesystem::rename(beside, file, error);
  if (written && !error) return true;
  std::error_code ignored;
  std::filesystem::remove(beside, ignored);
  return false;
}

std::optional<std::vector<SortRow>> read_sort_table(const std::filesystem::path& file) {
  const std::optional<std::string> bytes = read_file(file, kTableAtMost);
  if (!bytes) return std::nullopt;
  const xlsx::ReadBook read = xlsx::read_xlsx(*bytes, [](const std::string&) { return true; });
  if (!read.book || read.book->sheets.empty()) return std::nullopt;
  const xlsx::Sheet& sheet = read.book->sheets.front();
  const std::optional<std::vector<int>> columns = columns_of(*read.book, sheet);
  if (!columns) return std::nullopt;
  std::vector<SortRow> out;
  for (auto row = std::next(sheet.rows.begin()); row != sheet.rows.end(); ++row) {
    const auto cell = [&](std::size_t i) { return (*columns)[i] > 0 ? text_at(*read.book, sheet, row->first, (*columns)[i]) : ""; };
    if (cell(0).empty()) continue;
    out.push_back({{cell(0), ids_in(cell(1)), cell(2), cell(3) == "高"}, cell(4)});
  }
  return out;
}

std::optional<std::vector<Rename>> read_renames(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return std::vector<Rename>{};
  std::optional<std::string> text = read_file(file, kTableAtMost);
  if (!text) return std::nullopt;
  if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
  std::vector<Rename> out;
  for (const std::vector<std::string>& fields : csv_rows(*text)) {
    Rename rename;
    if (fields.size() != 4) continue;
    const auto [end, fault] = std::from_chars(fields[0].data(), fields[0].data() + fields[0].size(), rename.round);
    if (fault != std::errc() || rename.round < 1) continue;  // the heads
    rename.from = fields[1];
    rename.to = fields[2];
    rename.sha256 = fields[3];
    out.push_back(std::move(rename));
  }
  return out;
}

bool write_renames(const std::filesystem::path& file, const std::vector<Rename>& renames) {
  std::string text = "\xEF\xBB\xBF轮次,原路径,新路径,sha256\r\n";
  for (const Rename& rename : renames) {
    text += std::to_string(rename.round) + "," + csv_field(rename.from) + "," + csv_field(rename.to) + "," + rename.sha256 + "\r\n";
  }
  std::filesystem::path beside = file;
  beside.replace_filename("." + file.filename().string() + ".tmp");
  std::error_code error;
  if (!write_file(beside, text)) return false;
  std::filesystem::rename(beside, file, error);
  return !error;
}

std::string name_under(const std::vector<std::string>& indicators, const std::string& name) {
  const std::string ids = join(indicators, "、");
  const std::string folded = fold_width(name);
  const bool number = !folded.empty() && !(static_cast<unsigned char>(folded.front()) >= 0x80) && !is_letter(folded.front());
  return number ? "【" + ids + "】" + name : ids + " " + name;
}

}  // namespace lvce
