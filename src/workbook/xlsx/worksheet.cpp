#include "workbook/xlsx/worksheet.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "support/text.h"

namespace lvce::xlsx {
namespace {

std::optional<double> finite_number(const std::string& text) {
  const std::string trimmed = trim(text);
  double value = 0;
  const auto [end, error] = std::from_chars(trimmed.data(), trimmed.data() + trimmed.size(), value);
  if (error != std::errc{} || end != trimmed.data() + trimmed.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

int small_number(const std::string& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : -1;
}

/// Days since 1970 of "2021-10-12" or "2021-10-12T08:00:00".
std::optional<double> iso_day(const std::string& text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(small_number(text.substr(0, 4))),
                                         std::chrono::month(static_cast<unsigned>(small_number(text.substr(5, 2)))),
                                         std::chrono::day(static_cast<unsigned>(small_number(text.substr(8, 2))))};
  if (!date.ok()) return std::nullopt;
  return static_cast<double>(std::chrono::sys_days(date).time_since_epoch().count());
}

/// Takes the covered cells of one merged range away.
void clear_covered(Sheet& sheet, const Range& range) {
  const auto last = sheet.rows.upper_bound(range.last_row);
  for (auto row = sheet.rows.lower_bound(range.first_row); row != last; ++row) {
    auto& cells = row->second;
    const int first_column = row->first == range.first_row ? range.first_column + 1 : range.first_column;
    cells.erase(cells.lower_bound(first_column), cells.upper_bound(std::max(range.last_column, first_column - 1)));
  }
}

}  // namespace

void WorksheetHandler::start(const std::string& name, const Attributes& attributes) {
  collect_ = Collect::nothing;
  if (name == "row") return start_row(attributes);
  if (name == "c") return start_cell(attributes);
  if (name == "v") collect_ = Collect::value;
  if (name == "f") {
    collect_ = Collect::formula;
    has_formula_ = true;
  }
  if (name == "col") hide_columns(attributes);
  if (name == "rPh") ++phonetic_;
  if (name == "t" && phonetic_ == 0) collect_ = Collect::inline_text;
  if (name != "mergeCell") return;
  const auto range = parse_range(attribute(attributes, "ref"));
  if (!range) return;
  if (sheet_.merges.size() < kMaxMerges) sheet_.merges.push_back(*range);
  else sheet_.truncated = true;
}

void WorksheetHandler::hide_columns(const Attributes& attributes) {
  const std::string hidden = attribute(attributes, "hidden");
  if (hidden != "1" && hidden != "true") return;
  const int last = std::min(small_number(attribute(attributes, "max")), kMaxColumn);
  for (int column = std::max(1, small_number(attribute(attributes, "min"))); column <= last; ++column) sheet_.hidden_columns.insert(column);
}

void WorksheetHandler::start_row(const Attributes& attributes) {
  const int given = small_number(attribute(attributes, "r"));
  row_ = given > 0 ? given : row_ + 1;
  column_ = 0;
  const std::string hidden = attribute(attributes, "hidden");
  if ((hidden == "1" || hidden == "true") && row_ <= kMaxRow) sheet_.hidden_rows.insert(row_);
}

void WorksheetHandler::start_cell(const Attributes& attributes) {
  const auto given = parse_cell_name(attribute(attributes, "r"));
  if (given) std::tie(row_, column_) = *given;
  else ++column_;
  type_ = attribute(attributes, "t");
  const int style = small_number(attribute(attributes, "s"));
  const bool known = style >= 0 && static_cast<std::size_t>(style) < context_.looks.size();
  look_ = known ? context_.looks[static_cast<std::size_t>(style)] : NumberLook{};
  has_formula_ = false;
  value_.clear();
  inline_.clear();
}

void WorksheetHandler::text(std::string_view piece) {
  std::string* to = collect_ == Collect::value ? &value_ : collect_ == Collect::inline_text ? &inline_ : nullptr;
  if (to == nullptr) return;
  if (to->size() + piece.size() > kMaxCellBytes) {
    sheet_.truncated = true;
    return;
  }
  *to += piece;
}

void WorksheetHandler::end(const std::string& name) {
  collect_ = Collect::nothing;
  if (name == "rPh") --phonetic_;
  if (name == "c") end_cell();
}

void WorksheetHandler::end_cell() {
  const Cell cell = typed_cell();
  if (has_formula_) note_formula(cell);
  if (cell.kind != Cell::Kind::blank) store(cell);
}

void WorksheetHandler::note_formula(const Cell& cell) {
  if (cell.kind != Cell::Kind::number && cell.kind != Cell::Kind::date) return;
  if (cell.kind == Cell::Kind::number && cell.number == 0) context_.zero_formulas.emplace_back(context_.book.sheets.size() - 1, row_, column_);
  else context_.computed = true;
}

Cell WorksheetHandler::typed_cell() {
  if (type_ == "inlineStr") return text_cell(Cell::Kind::text, inline_);
  if (type_ == "str") return text_cell(Cell::Kind::text, value_);
  if (trim(value_).empty()) {
    Cell cell;
    if (has_formula_) cell.kind = Cell::Kind::uncomputed;
    return cell;
  }
  if (type_ == "s") return shared_text_cell();
  if (type_ == "e") return text_cell(Cell::Kind::error, trim(value_));
  if (type_ == "d") return iso_date_cell();
  const std::optional<double> number = finite_number(value_);
  if (!number) return text_cell(Cell::Kind::text, value_);
  if (type_ != "b") return number_cell(*number, look_, context_.system_1904);
  Cell cell;
  cell.kind = Cell::Kind::boolean;
  cell.number = *number != 0 ? 1 : 0;
  return cell;
}

Cell WorksheetHandler::text_cell(Cell::Kind kind, const std::string& text) {
  Cell cell;
  std::string clean = unescape(text);
  if (trim(clean).empty()) return cell;
  cell.kind = kind;
  cell.text = static_cast<std::uint32_t>(context_.book.texts.size());
  context_.book.texts.push_back(std::move(clean));
  return cell;
}

Cell WorksheetHandler::shared_text_cell() const {
  Cell cell;
  const int index = small_number(trim(value_));
  if (index < 0 || static_cast<std::size_t>(index) >= context_.shared_blank.size()) {
    cell.kind = Cell::Kind::uncomputed;  // a broken reference must not read as blank
    return cell;
  }
  if (context_.shared_blank[static_cast<std::size_t>(index)]) return cell;
  cell.kind = Cell::Kind::text;
  cell.text = static_cast<std::uint32_t>(index);
  return cell;
}

Cell WorksheetHandler::iso_date_cell() {
  const auto day = iso_day(trim(value_));
  if (!day) return text_cell(Cell::Kind::text, value_);
  Cell cell;
  cell.kind = Cell::Kind::date;
  cell.number = *day;
  return cell;
}

void WorksheetHandler::store(Cell cell) {
  const bool has_text = cell.kind == Cell::Kind::text || cell.kind == Cell::Kind::error;
  const std::size_t bytes = has_text ? context_.book.text(cell).size() : 0;
  const bool full = cells_ >= kMaxCells || bytes > context_.text_left;
  if (full || row_ > kMaxRow || column_ > kMaxColumn) {
    sheet_.truncated = true;
    stopped = full;  // the rest can only be worse
    return;
  }
  ++cells_;
  context_.text_left -= bytes;
  sheet_.rows[row_][column_] = cell;
}

void WorksheetHandler::finish() { clear_covered_cells(sheet_); }

void forget_zero_formulas(const WorksheetContext& context) {
  for (const auto& [sheet, row, column] : context.zero_formulas) {
    auto& rows = context.book.sheets[sheet].rows;
    const auto found = rows.find(row);
    const auto cell = found == rows.end() ? std::map<int, Cell>::iterator() : found->second.find(column);
    if (found != rows.end() && cell != found->second.end()) cell->second.kind = Cell::Kind::uncomputed;
  }
}

void clear_covered_cells(Sheet& sheet) {
  for (const Range& range : sheet.merges) clear_covered(sheet, range);
}

}  // namespace lvce::xlsx
