#include "workbook/xls/dump.h"

#include <charconv>
#include <cmath>
#include <cstdio>

#include "support/text.h"
#include "workbook/xlsx/worksheet.h"

namespace lvce::formats {
namespace {

using xlsx::Cell;

constexpr std::string_view kEnd = "end";

std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '\\') out += "\\\\";
    else if (c == '\t') out += "\\t";
    else if (c == '\n') out += "\\n";
    else out += c;
  }
  return out;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    ++i;
    out += text[i] == 't' ? '\t' : text[i] == 'n' ? '\n' : text[i];
  }
  return out;
}

void dump_cell(std::string& out, const xlsx::Book& book, int row, int column, const Cell& cell) {
  char number[64];
  std::snprintf(number, sizeof number, "%.17g", cell.number);
  out += "cell\t" + std::to_string(row) + '\t' + std::to_string(column) + '\t' + std::to_string(static_cast<int>(cell.kind)) + '\t' +
         (cell.percent ? "1" : "0") + '\t' + number + '\t' + std::to_string(cell.shown.word) + '\t' + std::to_string(cell.shown.shift);
  if (cell.kind == Cell::Kind::text || cell.kind == Cell::Kind::error) out += '\t' + escaped(book.text(cell));
  out += '\n';
}

std::optional<int> whole_of_dump(std::string_view text, int least, int most) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most) return std::nullopt;
  return value;
}

std::optional<double> finite_decimal(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// Builds the book line by line; `take` is false at the first line that is not ours.
class DumpReader {
 public:
  xlsx::ReadBook read;
  bool ended = false;

  bool take(std::string_view line) {
    if (ended) return false;
    const std::vector<std::string> fields = split(line, '\t');
    if (line == kEnd) return ended = true;
    if (fields[0] == "failure" && fields.size() == 4) {
      read.failure = {unescaped(fields[1]), unescaped(fields[2]), unescaped(fields[3])};
      failed_ = true;
      return true;
    }
    if (failed_) return false;
    if (fields[0] == "sheet" && fields.size() == 4) return start_sheet(fields);
    if (book_.sheets.empty()) return false;
    if (fields[0] == "cell" && fields.size() >= 8) return add_cell(fields);
    if (fields[0] == "hidden" && fields.size() == 2) return add_hidden(fields[1], xlsx::WorksheetHandler::kMaxRow, book_.sheets.back().hidden_rows);
    if (fields[0] == "hidden column" && fields.size() == 2) {
      return add_hidden(fields[1], xlsx::WorksheetHandler::kMaxColumn, book_.sheets.back().hidden_columns);
    }
    return fields[0] == "merge" && fields.size() == 2 && add_merge(fields);
  }

  void finish() {
    if (!failed_) read.book = std::move(book_);
  }

 private:
  bool start_sheet(const std::vector<std::string>& fields) {
    if (book_.sheets.size() >= xlsx::kMaxBookSheets) return false;
    xlsx::Sheet& sheet = book_.sheets.emplace_back();
    sheet.name = unescaped(fields[1]);
    sheet.hidden = fields[2] == "1";
    sheet.truncated = fields[3] == "1";
    sheet.loaded = true;
    return is_valid_utf8(sheet.name);
  }

  bool add_cell(const std::vector<std::string>& fields) {
    const auto row = whole_of_dump(fields[1], 1, xlsx::WorksheetHandler::kMaxRow);
    const auto column = whole_of_dump(fields[2], 1, xlsx::WorksheetHandler::kMaxColumn);
    const auto kind = whole_of_dump(fields[3], 1, static_cast<int>(Cell::Kind::uncomputed));
    const auto number = finite_decimal(fields[5]);
    const auto word = whole_of_dump(fields[6], 0, 255);
    const auto shift = whole_of_dump(fields[7], -30, 30);
    if (!row || !column || !kind || !number || !word || !shift || ++cells_ > xlsx::kMaxBookCells) return false;
    Cell cell;
    cell.kind = static_cast<Cell::Kind>(*kind);
    cell.percent = fields[4] == "1";
    cell.number = *number;
    cell.shown = {static_cast<std::uint8_t>(*word), static_cast<std::int8_t>(*shift)};
    if (cell.kind == Cell::Kind::text || cell.kind == Cell::Kind::error) {
      if (fields.size() != 9 || !is_valid_utf8(fields[8])) return false;
      cell.text = static_cast<std::uint32_t>(book_.texts.size());
      book_.texts.push_back(unescaped(fields[8]));
    }
    book_.sheets.back().rows[*row][*column] = cell;
    return true;
  }

  static bool add_hidden(std::string_view field, int most, std::set<int>& to) {
    const auto index = whole_of_dump(field, 1, most);
    if (index) to.insert(*index);
    return index.has_value();
  }

  bool add_merge(const std::vector<std::string>& fields) {
    const auto range = xlsx::parse_range(fields[1]);
    auto& merges = book_.sheets.back().merges;
    if (range && merges.size() < xlsx::WorksheetHandler::kMaxMerges) merges.push_back(*range);
    return range.has_value();
  }

  xlsx::Book book_;
  bool failed_ = false;
  std::size_t cells_ = 0;
};

}  // namespace

std::string dump_book(const xlsx::Book& book) {
  std::string out;
  for (const xlsx::Sheet& sheet : book.sheets) {
    out += "sheet\t" + escaped(sheet.name) + (sheet.hidden ? "\t1" : "\t0") + (sheet.truncated ? "\t1\n" : "\t0\n");
    for (const xlsx::Range& merge : sheet.merges) {
      out += "merge\t" + xlsx::cell_name(merge.first_row, merge.first_column) + ":" + xlsx::cell_name(merge.last_row, merge.last_column) + '\n';
    }
    for (int column : sheet.hidden_columns) out += "hidden column\t" + std::to_string(column) + '\n';
    for (int row : sheet.hidden_rows) out += "hidden\t" + std::to_string(row) + '\n';
    for (const auto& [row, cells] : sheet.rows) {
      for (const auto& [column, cell] : cells) dump_cell(out, book, row, column, cell);
    }
  }
  return out + std::string(kEnd) + '\n';
}

std::string dump_failure(const xlsx::Failure& failure) {
  return "failure\t" + escaped(failure.code) + '\t' + escaped(failure.message) + '\t' + escaped(failure.hint) + '\n' + std::string(kEnd) + '\n';
}

std::optional<xlsx::ReadBook> parse_dump(std::string_view dump) {
  DumpReader reader;
  while (!dump.empty()) {
    const std::size_t end = dump.find('\n');
    if (end == std::string_view::npos || !reader.take(dump.substr(0, end))) return std::nullopt;
    dump.remove_prefix(end + 1);
  }
  if (!reader.ended) return std::nullopt;
  reader.finish();
  return std::move(reader.read);
}

}  // namespace lvce::formats
