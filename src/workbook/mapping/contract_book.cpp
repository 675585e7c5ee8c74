#include "workbook/mapping/contract_book.h"

#include <algorithm>

#include "support/text.h"
#include "workbook/sheets/sheets.h"

namespace lvce::formats {
namespace {

using xlsx::Cell;
using Kind = Cell::Kind;

bool has_text(const Cell& cell) { return cell.kind == Kind::text || cell.kind == Kind::error; }

bool by_year(const std::string& sheet) { return sheet == "能耗台账" || sheet == "年度基数"; }

}  // namespace

void ContractBook::put_text(Made& made, int row, int column, const std::string& text, const xlsx::Origin& at) {
  Cell cell;
  cell.kind = Kind::text;
  cell.text = static_cast<std::uint32_t>(texts_.size());
  texts_.push_back(text);
  made.sheet.rows[row][column] = cell;
  made.sheet.origins[{row, column}] = at;
}

int ContractBook::column(const Target& to, const std::string& unit, const xlsx::Origin& header) {
  Made& made = sheets_[to.sheet];
  const auto found = made.columns.find(to.column);
  if (found == made.columns.end()) {
    const int index = static_cast<int>(made.columns.size()) + 1;
    made.columns[to.column] = {index, unit};
    put_text(made, 1, index, unit.empty() ? to.column : to.column + "（" + unit + "）", header);
    return index;
  }
  if (canonical_unit(found->second.unit) == canonical_unit(unit)) return found->second.index;
  reporter_.at_cell("mapping-unit-differs", Severity::error, place_of(header),
                    "“" + to.column + "”在这里的计量单位是「" + unit + "」，别处是「" + found->second.unit + "」，这里的数没有采用",
                    "请把各处的计量单位改成一致");
  return 0;
}

std::string ContractBook::unit_of(const Target& to) const {
  const auto made = sheets_.find(to.sheet);
  if (made == sheets_.end()) return {};
  const auto found = made->second.columns.find(to.column);
  return found == made->second.columns.end() ? std::string() : found->second.unit;
}

int ContractBook::row_of(const std::string& sheet, const Dated& year, const Dated& month) {
  const bool monthly = sheet == "能耗台账";
  Made& made = sheets_[sheet];
  const auto [found, added] = made.rows.try_emplace({year.value, monthly ? month.value : 0}, made.last_row + 1);
  if (!added) return found->second;
  const int row = ++made.last_row;
  put_text(made, row, column({sheet, "年度"}, "", year.at), std::to_string(year.value), year.at);
  if (monthly) put_text(made, row, column({sheet, "月份"}, "", month.at), month.value == 0 ? "全年" : std::to_string(month.value), month.at);
  return row;
}

int ContractBook::next_row(const std::string& sheet) { return ++sheets_[sheet].last_row; }

std::string ContractBook::shown(const Cell& cell) const {
  if (has_text(cell)) return trim(texts_[cell.text]);
  const auto number = Decimal::from_cell(cell.number);
  return number ? number->shortest() : std::string();
}

void ContractBook::put(const std::string& sheet, int row, int column, const Taken& value) {
  Made& made = sheets_[sheet];
  const std::pair at{row, column};
  Cell cell = value.cell;
  if (has_text(cell)) {
    cell.text = static_cast<std::uint32_t>(texts_.size());
    texts_.push_back(value.text);
  }
  const Cell& before = made.sheet.at(row, column);
  if (before.kind == Kind::blank || !by_year(sheet)) {
    if (before.kind == Kind::blank || cell.kind != Kind::blank) made.sheet.origins[at] = value.at;
    if (cell.kind != Kind::blank) made.sheet.rows[row][column] = cell;
    return;
  }
  if (cell.kind == Kind::blank) return;
  if (before.kind == Kind::refused || cell.kind == Kind::refused) {
    cell.kind = Kind::refused;  // told already
    made.sheet.rows[row][column] = cell;
    return;
  }
  if (before.kind == cell.kind && shown(before) == shown(cell)) return;
  const xlsx::Origin other = made.sheet.origins[at];
  reporter_.at_cell("mapping-value-twice", Severity::error, place_of(value.at), "同一年月的这一项已在 " + place_of(other).text() + " 填过，两处不同，都不采用",
                    "请核对后只保留一处");
  cell.kind = Kind::refused;
  made.sheet.rows[row][column] = cell;
}

void ContractBook::put_period(const Target& to, int column, const Dated& year, const Dated& first, int last, const Taken& value) {
  const bool given = value.cell.kind != xlsx::Cell::Kind::blank;
  for (int month = first.value; month < last; ++month) {
    Taken none{xlsx::Cell{}, {}, value.at};
    if (given) none.cell.kind = xlsx::Cell::Kind::number;
    put(to.sheet, row_of(to.sheet, year, {month, first.at}), column, none);
  }
  if (given && last > first.value) {
    reporter_.at_cell("mapping-period", Severity::note, place_of(value.at), "“" + to.column + "”几个月只有一个数：记在最后一个月，前面的月份记0");
  }
  put(to.sheet, row_of(to.sheet, year, {last, first.at}), column, value);
}

void ContractBook::refuse(const std::string& sheet, int row, int column) {
  xlsx::Sheet& made = sheets_[sheet].sheet;
  if (made.at(row, column).kind != Kind::blank) made.rows[row][column].kind = Kind::refused;
}

void ContractBook::came_from(const std::string& sheet, const std::string& shown_sheet) {
  std::string& from = sheets_[sheet].sheet.read_from;
  const std::vector<std::string> already = split(from, '\n');
  if (std::find(already.begin(), already.end(), shown_sheet) == already.end()) from += (from.empty() ? "" : "\n") + shown_sheet;
}

/// A sheet of the contract's own name: one that the mapping has read is no rival; another one gives way.
void ContractBook::replace_own(xlsx::Book& book, const std::string& name) {
  for (xlsx::Sheet& sheet : book.sheets) {
    if (sheet.read_elsewhere || contract_sheet(sheet.name) != name) continue;
    sheet.read_elsewhere = true;
    if (sheet.rows.size() <= 1) continue;
    reporter_.at_sheet("mapping-replaces-sheet", Severity::warning, name, "按映射文件读取，工作簿里原有的“" + name + "”工作表没有读取",
                       "请只保留一处，避免混淆");
  }
}

namespace {

/// Names in lines as words; of many the first and the last.
std::string sheets_in_words(const std::string& lines) {
  constexpr std::size_t kMostNamed = 3;
  const std::vector<std::string> names = split(lines, '\n');
  if (names.size() <= kMostNamed) return join(names, "、");
  return names.front() + "…" + names.back() + "等" + std::to_string(names.size()) + "张表";
}

}  // namespace

void ContractBook::move_into(xlsx::Book& book) {
  const auto shift = static_cast<std::uint32_t>(book.texts.size());
  book.texts.insert(book.texts.end(), texts_.begin(), texts_.end());
  for (auto& [name, made] : sheets_) {
    replace_own(book, name);
    for (auto& [row, cells] : made.sheet.rows) {
      for (auto& [column, cell] : cells) {
        if (has_text(cell)) cell.text += shift;
      }
    }
    made.sheet.name = name;
    made.sheet.loaded = true;
    made.sheet.read_from = sheets_in_words(made.sheet.read_from);
    book.sheets.push_back(std::move(made.sheet));
  }
  sheets_.clear();
}

}  // namespace lvce::formats
