#include "prepare/sort_table.h"

#include <algorithm>

#include "prepare/table_book.h"
#include "support/files.h"
#include "support/text.h"
#include "support/unseen.h"
#include "workbook/xlsx/xlsx.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kTableAtMost = 16U << 20;

/// Columns; the last is hidden: what was proposed, beside what the office made of it.
enum Column : int { kFile, kIndicators, kName, kWhy, kSure, kTake, kOffered, kColumns };
using Head = std::pair<const char*, double>;  ///< and how wide
constexpr Head kHeads[kColumns] = {{"文件", 46}, {"建议指标", 16}, {"新文件名（前面自动加编号）", 40}, {"理由", 32}, {"把握", 8}, {"采用", 8}, {"原建议", 8}};

void offer_choice(lxw_worksheet* sheet, std::size_t rows) {
  char yes[] = "是", no[] = "否";
  char* choices[] = {yes, no, nullptr};
  lxw_data_validation validation = {};
  validation.validate = LXW_VALIDATION_TYPE_LIST;
  validation.value_list = choices;
  worksheet_data_validation_range(sheet, 1, kTake, static_cast<lxw_row_t>(rows), kTake, &validation);
}

std::string text_at(const xlsx::Book& book, const xlsx::Sheet& sheet, int row, int column) {
  const xlsx::Cell cell = sheet.at(row, column);
  return cell.kind == xlsx::Cell::Kind::text ? trim(book.text(cell)) : "";
}

bool is_one_of(const std::string& text, const std::vector<const char*>& words) {
  return std::any_of(words.begin(), words.end(), [&](const char* word) { return text == word; });
}

std::string lower_ascii(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return text;
}

/// The column of each head; nothing when one is not there.
std::optional<std::vector<int>> columns_of(const xlsx::Book& book, const xlsx::Sheet& sheet) {
  std::vector<int> columns(kColumns, 0);
  if (sheet.rows.empty()) return std::nullopt;
  const auto& [row, cells] = *sheet.rows.begin();
  for (const auto& [column, cell] : cells) {
    for (int i = 0; i < kColumns; ++i) {
      if (text_at(book, sheet, row, column) == kHeads[i].first) columns[static_cast<std::size_t>(i)] = column;
    }
  }
  return columns[kFile] > 0 && columns[kIndicators] > 0 && columns[kTake] > 0 ? std::optional(columns) : std::nullopt;
}

bool has_number(const std::string& word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "2.1.1、2.1.2", "3.1.1 推进无纸化办公": the words behind a number are its title. 无 and the like: none.
std::vector<std::string> ids_in(const std::string& text) {
  std::string plain = fold_width(text);
  for (const char* mark : {"、", ";", "；", "+", "和"}) plain = replace_all(plain, mark, ",");
  std::vector<std::string> out;
  for (const std::string& part : split(plain, ',')) {
    bool numbered = false;
    for (const std::string& word : split(part, ' ')) {
      if (word.empty() || (numbered && !has_number(word))) continue;
      numbered = numbered || has_number(word);
      out.push_back(word);
    }
  }
  if (out.size() == 1 && is_one_of(out.front(), {"无", "不", "否", "没有", "/", "-", "—", "——"})) out.clear();
  return out;
}

/// 是 and 否 as people write them; anything else as it stands.
std::string decision_in(const std::string& typed) {
  const std::string plain = lower_ascii(without_space(fold_width(typed)));
  if (is_one_of(plain, {"是", "是的", "采用", "对", "要", "y", "yes", "√", "✓"})) return "是";
  if (is_one_of(plain, {"否", "不", "不采用", "不用", "不要", "不是", "不归", "n", "no", "×", "✗", "x"})) return "否";
  return plain.empty() ? "" : typed;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The lines that the longest cell takes in its column: programs that open the file do not all look for themselves.
double row_points(const std::string (&cells)[kColumns]) {
  constexpr double kLinePoints = 15;
  int lines = 1;
  for (int column = 0; column < kOffered; ++column) {
    const int width = static_cast<int>(kHeads[column].second) - 1;
    lines = std::max(lines, (display_width(cells[column]) + width - 1) / width);
  }
  return lines * kLinePoints;
}

}  // namespace

bool write_sort_table(const std::filesystem::path& file, const std::vector<SortRow>& rows) {
  TableBook book(file, "归档建议", {std::begin(kHeads), std::end(kHeads)});
  if (!book.usable()) return false;
  lxw_row_t at = 1;
  for (const SortRow& row : rows) {
    const Proposal& proposal = row.proposal;
    const std::string sure = proposal.indicators.empty() ? "" : proposal.sure ? "高" : "低";
    const std::string cells[kColumns] = {visible(proposal.path),
                                         join(proposal.indicators, "、"),
                                         visible(row.name),
                                         visible(proposal.why),
                                         sure,
                                         printable(row.take),
                                         join(row.offered.value_or(proposal.indicators), "、")};
    for (lxw_col_t column = 0; column < kColumns; ++column) worksheet_write_string(book.sheet(), at, column, cells[column].c_str(), book.body());
    worksheet_set_row(book.sheet(), at, row_points(cells), nullptr);
    ++at;
  }
  lxw_row_col_options hidden = {};
  hidden.hidden = 1;
  worksheet_set_column_opt(book.sheet(), kOffered, kOffered, 8, book.body(), &hidden);
  offer_choice(book.sheet(), rows.size());
  return book.finish();
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
    if (cell(kFile).empty()) continue;
    out.push_back({{cell(kFile), ids_in(cell(kIndicators)), cell(kWhy), cell(kSure) == "高"}, decision_in(cell(kTake)), std::nullopt, cell(kName)});
    if ((*columns)[kOffered] > 0) out.back().offered = ids_in(cell(kOffered));
  }
  return out;
}

std::set<std::string> declined_in(const std::filesystem::path& file) {
  std::set<std::string> out;
  for (const SortRow& row : read_sort_table(file).value_or(std::vector<SortRow>{}))
    if (row.take == "否") out.insert(row.proposal.path);
  return out;
}

std::string name_under(const std::vector<std::string>& indicators, const std::string& name) {
  const std::string ids = join(indicators, "、");
  const std::string folded = fold_width(name);
  const bool number = !folded.empty() && !(static_cast<unsigned char>(folded.front()) >= 0x80) && !is_letter(folded.front());
  return number ? "【" + ids + "】" + name : ids + " " + name;
}

}  // namespace lvce
