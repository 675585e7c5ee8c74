#include "workbook/ods/ods_content.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "office/values.h"
#include "support/text.h"
#include "workbook/xlsx/worksheet.h"

namespace lvce::formats {
namespace {

using xlsx::attribute;
using xlsx::Attributes;
using xlsx::Cell;
using Kind = Cell::Kind;

constexpr int kMaxRow = xlsx::WorksheetHandler::kMaxRow;
constexpr int kMaxColumn = xlsx::WorksheetHandler::kMaxColumn;
constexpr std::size_t kMaxCellBytes = xlsx::WorksheetHandler::kMaxCellBytes;

const std::set<std::string>& skipped_elements() {
  static const std::set<std::string> names = {
      "tracked-changes",   "annotation",         "shapes", "forms", "frame", "custom-shape", "g", "ruby-text", "named-expressions", "database-ranges",
      "data-pilot-tables", "content-validations"};
  return names;
}

/// A repeat count: at least 1, and no more than any sheet has rows.
int count(const Attributes& attributes, const std::string& name) {
  const std::string given = attribute(attributes, name);
  int value = 1;
  const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), value);
  if (error == std::errc::result_out_of_range) return 1 << 20;
  return std::clamp(value, 1, 1 << 20);
}

std::optional<double> finite(const std::string& given) {
  double value = 0;
  const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), value);
  if (error != std::errc{} || end != given.data() + given.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// Days since 1970 of "2021-10-12" or "2021-10-12T08:00:00".
std::optional<double> day_of(const std::string& text) {
  const auto date = parse_typed_date(text.substr(0, text.find('T')));
  if (!date) return std::nullopt;
  const auto part = [&](std::size_t at, std::size_t length) { return std::atoi(date->substr(at, length).c_str()); };
  const std::chrono::year_month_day day{std::chrono::year(part(0, 4)), std::chrono::month(static_cast<unsigned>(part(5, 2))),
                                        std::chrono::day(static_cast<unsigned>(part(8, 2)))};
  return static_cast<double>(std::chrono::sys_days(day).time_since_epoch().count());
}

/// A number with the format of truth values: so LibreOffice saves a TRUE that came from .xlsx or .xls.
bool shows_truth(const std::string& words) { return words == "TRUE" || words == "FALSE"; }

bool is_error_text(const std::string& text) {
  static const std::set<std::string> names = {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"};
  return names.contains(text) || text.starts_with("Err:");
}

}  // namespace

void OdsContentHandler::start(const std::string& name, const Attributes& attributes) {
  if (skipped_ > 0 || skipped_elements().contains(name)) {
    ++skipped_;
    return;
  }
  if (name == "spreadsheet") is_spreadsheet = true;
  if (name == "style") style_ = attribute(attributes, "name");
  if (name == "table-properties" && attribute(attributes, "display") == "false") hidden_styles_.insert(style_);
  if (name == "table" && ++depth_ == 1) return start_table(attributes);
  if (depth_ != 1 || sheet_ == nullptr) return;
  if (name == "table-column") return start_column(attributes);
  if (name == "table-row") return start_row(attributes);
  if (name == "table-cell" || name == "covered-table-cell") return start_cell(name, attributes);
  if (in_cell_) start_text(name, attributes);
}

void OdsContentHandler::end(const std::string& name) {
  if (skipped_ > 0) {
    --skipped_;
    return;
  }
  if (name == "table" && depth_-- == 1) {
    if (sheet_ != nullptr) xlsx::clear_covered_cells(*sheet_);
    sheet_ = nullptr;
  }
  if (depth_ != 1 || sheet_ == nullptr) return;
  if (name == "p" && in_cell_) --paragraph_depth_;
  if (name == "table-cell" || name == "covered-table-cell") end_cell();
  if (name == "table-row") end_row();
}

void OdsContentHandler::text(std::string_view piece) {
  if (skipped_ == 0 && depth_ == 1 && in_cell_ && paragraph_depth_ > 0) add_text(piece);
}

void OdsContentHandler::start_table(const Attributes& attributes) {
  if (book.sheets.size() >= xlsx::kMaxBookSheets) {
    too_many = stopped = true;
    return;
  }
  xlsx::Sheet& sheet = book.sheets.emplace_back();
  sheet.name = attribute(attributes, "name");
  sheet.hidden = hidden_styles_.contains(attribute(attributes, "style-name"));
  sheet.loaded = wanted_(sheet.name);
  sheet_ = sheet.loaded ? &sheet : nullptr;
  row_ = 0;
  row_repeats_ = 1;
  columns_ = 0;
}

void OdsContentHandler::start_column(const Attributes& attributes) {
  const int first = columns_ + 1;
  columns_ = std::min(columns_ + count(attributes, "number-columns-repeated"), kMaxColumn);
  const std::string visibility = attribute(attributes, "visibility");
  if (visibility != "collapse" && visibility != "filter") return;
  for (int column = first; column <= columns_; ++column) sheet_->hidden_columns.insert(column);
}

void OdsContentHandler::start_row(const Attributes& attributes) {
  ++row_;
  row_repeats_ = count(attributes, "number-rows-repeated");
  column_ = 0;
  const std::string visibility = attribute(attributes, "visibility");
  if (visibility != "collapse" && visibility != "filter") return;
  for (int row = row_; row < row_ + row_repeats_ && row <= kMaxRow; ++row) sheet_->hidden_rows.insert(row);
}

void OdsContentHandler::start_cell(const std::string& name, const Attributes& attributes) {
  ++column_;
  cell_ = attributes;
  cell_repeats_ = count(attributes, "number-columns-repeated");
  in_cell_ = true;
  covered_ = name != "table-cell";
  paragraphs_ = 0;
  paragraph_depth_ = 0;
  words_.clear();
  const int rows = count(attributes, "number-rows-spanned");
  const int columns = count(attributes, "number-columns-spanned");
  if (rows == 1 && columns == 1) return;
  if (sheet_->merges.size() < xlsx::WorksheetHandler::kMaxMerges) sheet_->merges.push_back({row_, column_, row_ + rows - 1, column_ + columns - 1});
  else sheet_->truncated = true;
}

void OdsContentHandler::start_text(const std::string& name, const Attributes& attributes) {
  if (name == "p") {
    if (paragraphs_++ > 0) add_text("\n");
    ++paragraph_depth_;
  }
  if (name == "s") add_text(std::string(static_cast<std::size_t>(std::min(count(attributes, "c"), 100)), ' '));
  if (name == "tab") add_text(" ");
  if (name == "line-break") add_text("\n");
}

void OdsContentHandler::add_text(std::string_view piece) {
  if (words_.size() + piece.size() > kMaxCellBytes) {
    sheet_->truncated = true;
    return;
  }
  words_ += piece;
}

void OdsContentHandler::end_cell() {
  in_cell_ = false;
  const Cell cell = covered_ ? Cell{} : typed_cell();
  if (cell.kind != Kind::blank) store(cell);
  column_ += cell_repeats_ - 1;
  if (column_ > (1 << 20)) column_ = 1 << 20;
}

/// A row repeated as a whole: its cells again in the rows below.
void OdsContentHandler::end_row() {
  const auto first = sheet_->rows.find(row_);
  if (first != sheet_->rows.end() && row_repeats_ > 1) {
    const std::map<int, Cell> cells = first->second;
    for (int row = row_ + 1; row < row_ + row_repeats_; ++row) {
      for (const auto& [column, cell] : cells) {
        if (row > kMaxRow || !take_one()) {
          sheet_->truncated = true;
          row_ += row_repeats_ - 1;
          return;
        }
        sheet_->rows[row][column] = cell;
      }
    }
  }
  row_ = std::min(row_ + row_repeats_ - 1, 1 << 21);
}

Cell OdsContentHandler::typed_cell() {
  const std::string type = attribute(cell_, "value-type");
  const bool formula = !attribute(cell_, "formula").empty();
  Cell cell;
  if (type == "error" || (formula && is_error_text(trim(words_)))) return text_cell(Kind::error, trim(words_).empty() ? "#ERROR!" : trim(words_));
  if (type == "float" || type == "currency" || type == "percentage") {
    const auto value = finite(attribute(cell_, "value"));
    cell.kind = !value ? Kind::uncomputed : shows_truth(trim(words_)) ? Kind::boolean : Kind::number;
    cell.percent = type == "percentage";
    cell.number = value.value_or(0);
    if (cell.kind == Kind::number && !cell.percent) cell.shown = xlsx::shown_in_text(cell.number, words_);
    return cell;
  }
  if (type == "boolean") {
    cell.kind = Kind::boolean;
    cell.number = attribute(cell_, "boolean-value") == "true" ? 1 : 0;
    return cell;
  }
  if (type == "date") {
    const auto day = day_of(attribute(cell_, "date-value"));
    if (!day) return text_cell(Kind::text, words_);
    cell.kind = Kind::date;
    cell.number = *day;
    return cell;
  }
  // A formula that gave an empty text (=IF(A1="","",…)) is saved without a type, but with an empty paragraph; without either it has no result.
  if (formula && type.empty() && paragraphs_ == 0) {
    cell.kind = Kind::uncomputed;
    return cell;
  }
  return text_cell(Kind::text, paragraphs_ > 0 ? words_ : attribute(cell_, "string-value"));
}

Cell OdsContentHandler::text_cell(Kind kind, const std::string& value) {
  Cell cell;
  if (trim(value).empty()) return cell;
  if (value.size() > std::min(text_left_, kMaxCellBytes)) {
    sheet_->truncated = true;
    return cell;
  }
  text_left_ -= value.size();
  cell.kind = kind;
  cell.text = static_cast<std::uint32_t>(book.texts.size());
  book.texts.push_back(value);
  return cell;
}

bool OdsContentHandler::take_one() {
  if (cells_left_ == 0) return false;
  --cells_left_;
  return true;
}

void OdsContentHandler::store(const Cell& cell) {
  for (int i = 0; i < cell_repeats_; ++i) {
    if (row_ > kMaxRow || column_ + i > kMaxColumn || !take_one()) {
      sheet_->truncated = true;
      return;
    }
    sheet_->rows[row_][column_ + i] = cell;
  }
}

}  // namespace lvce::formats
