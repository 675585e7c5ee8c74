#include "workbook/csv/csv.h"

#include <algorithm>
#include <array>
#include <utility>

#include "office/values.h"
#include "support/encoding.h"
#include "support/text.h"
#include "workbook/xlsx/worksheet.h"

namespace lvce::formats {
namespace {

using xlsx::Cell;

constexpr std::array kSeparators = {',', ';', '\t'};
constexpr int kLinesLookedAt = 20;

/// Places of a separator outside quotes in the first lines.
std::size_t occurrences(std::string_view text, char separator) {
  std::size_t found = 0;
  int lines = 0;
  bool quoted = false;
  for (char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == separator) ++found;
    if (c == '\n' && ++lines == kLinesLookedAt) break;
  }
  return found;
}

char separator_of(std::string_view text) {
  return *std::max_element(kSeparators.begin(), kSeparators.end(), [&](char a, char b) { return occurrences(text, a) < occurrences(text, b); });
}

/// Cuts the text into fields and puts them into the sheet.
class CsvReader {
 public:
  CsvReader(xlsx::Book& book, xlsx::Sheet& sheet, std::string_view text, const CsvLimits& limits)
      : book_(book), sheet_(sheet), text_(text), limits_(limits), separator_(separator_of(text)) {
    if (text_.starts_with("sep=") && text_.size() > 4) {  // Excel's own hint: a row that holds no data
      separator_ = text_[4];
      at_ = std::min(text_.find('\n'), text_.size());
    }
  }

  /// False when a quotation mark is never closed: what follows it would be one cell.
  bool read() {
    while (at_ < text_.size() && row_ <= limits_.rows) step();
    put();
    count();
    if (at_ < text_.size()) sheet_.truncated = true;
    return !quoted_;
  }

 private:
  void step() {
    const char c = text_[at_++];
    if (quoted_) {
      if (c != '"') field_ += c;
      else if (at_ < text_.size() && text_[at_] == '"') field_ += text_[at_++];
      else quoted_ = false;
    } else if (c == '"' && trim(field_).empty()) {
      quoted_ = true;
    } else if (c == separator_) {
      put();
      ++column_;
    } else if (c == '\n' || c == '\r') {
      if (c == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
      put();
      count();
      ++row_;
      column_ = 1;
    } else {
      field_ += c;
    }
  }

  void count() {
    if (sheet_.rows.contains(row_)) sheet_.fields[row_] = column_;
  }

  void put() {
    std::string value = std::exchange(field_, {});
    if (value.size() > 3 && value.starts_with("=\"") && value.ends_with('"')) value = value.substr(2, value.size() - 3);  // Excel's way to keep a text
    if (trim(value).empty()) return;
    if (row_ > limits_.rows || column_ > xlsx::WorksheetHandler::kMaxColumn || cells_ == limits_.cells ||
        value.size() > xlsx::WorksheetHandler::kMaxCellBytes) {
      sheet_.truncated = true;
      return;
    }
    ++cells_;
    Cell cell;
    cell.kind = Cell::Kind::text;
    cell.text = static_cast<std::uint32_t>(book_.texts.size());
    book_.texts.push_back(replace_all(replace_all(std::move(value), "\r\n", "\n"), "\r", "\n"));
    sheet_.rows[row_][column_] = cell;
  }

  xlsx::Book& book_;
  xlsx::Sheet& sheet_;
  std::string_view text_;
  const CsvLimits limits_;
  char separator_;
  std::size_t at_ = 0;
  int row_ = 1;
  int column_ = 1;
  bool quoted_ = false;
  std::string field_;
  std::size_t cells_ = 0;
};

/// Column of a header in a row; 0 where there is none.
int column_named(const xlsx::Book& book, const std::map<int, Cell>& cells, const std::string& name) {
  const auto found = std::find_if(cells.begin(), cells.end(), [&](const auto& cell) { return name_key(book.text(cell.second)) == name; });
  return found == cells.end() ? 0 : found->first;
}

/// CSV knows no merged cells: a year merged down its months is saved as the year and blanks. While the months go up, it is a merge again.
void merge_years(const xlsx::Book& book, xlsx::Sheet& sheet) {
  int year = 0;
  int month = 0;
  int year_row = 0;
  int before = 0;
  const auto merge_to = [&](int last) {
    if (year_row > 0 && last > year_row && sheet.merges.size() < xlsx::WorksheetHandler::kMaxMerges) sheet.merges.push_back({year_row, year, last, year});
  };
  int last = 0;
  for (const auto& [row, cells] : sheet.rows) {
    if (year == 0 || month == 0) {
      year = column_named(book, cells, "年度");
      month = column_named(book, cells, "月份");
      continue;
    }
    const auto said = cells.find(month);
    const int number = said == cells.end() ? 0 : parse_typed_month(book.text(said->second)).value_or(0);
    if (!cells.contains(year) && number > before) {
      last = row;
    } else {
      merge_to(last);
      year_row = cells.contains(year) && number > 0 ? row : 0;
      last = 0;
    }
    before = number;
  }
  merge_to(last);
}

}  // namespace

std::optional<std::string> csv_text(std::string_view bytes) {
  const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  const auto is_binary = [](char c) { return c >= 0 && c < ' ' && c != '\t' && c != '\r' && c != '\n'; };
  if (!wide && std::any_of(bytes.begin(), bytes.end(), is_binary)) return std::nullopt;
  if (wide && bytes.size() % 2 != 0) bytes.remove_suffix(1);  // the last unit was cut
  std::optional<std::string> text = decode_text(bytes);
  return text && text->find('\0') == std::string::npos ? std::move(text) : std::nullopt;
}

bool looks_like_csv(std::string_view text) {
  if (trim(text.substr(0, 512)).starts_with('<')) return false;
  return std::any_of(kSeparators.begin(), kSeparators.end(), [&](char separator) { return occurrences(text, separator) > 0; });
}

bool add_csv_sheet(xlsx::Book& book, const std::string& name, std::string_view text, const CsvLimits& limits) {
  xlsx::Sheet& sheet = book.sheets.emplace_back();
  sheet.name = name;
  sheet.loaded = true;
  if (!CsvReader(book, sheet, text, limits).read()) return false;
  merge_years(book, sheet);
  return true;
}

}  // namespace lvce::formats
