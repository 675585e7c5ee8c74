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
         (cell.percent ? "1" : "0") + '\t' + number;
  if (cell.kind == Cell::Kind::text || cell.kind == Cell::Kind::error) out += '\t' + escaped(book.text(cell));
  out += '\n';
}

std::optional<int> whole(std::string_view text, int least, int most) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most) return std::nullopt;
  return value;
}

std::optional<double> finite(std::string_view text) {
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
    if (fields[0] == "cell" && fields.size() >= 6) return add_cell(fields);
    if (fields[0] == "hidden" && fields.size() == 2) return add_hidden(fields);
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
    const auto row = whole(fields[1], 1, xlsx::WorksheetHandler::kMaxRow);
    const auto column = whole(fields[2], 1, xlsx::WorksheetHandler::kMaxColumn);
    const auto kind = whole(fields[3], 1, static_cast<int>(Cell::Kind::uncomputed));
    const auto number = finite(fields[5]);
    if (!row || !column || !kind || !number || ++cells_ > xlsx::kMaxBookCells) return false;
    Cell cell;
    cell.kind = static_cast<Cell::Kind>(*kind);
    cell.percent = fields[4] == "1";
    cell.number = *number;
    if (cell.kind == Cell::Kind::text || cell.kind == Cell::Kind::error) {
      if (fields.size() != 7 || !is_valid_utf8(fields[6])) return false;
      cell.text = static_cast<std::uint32_t>(book_.texts.size());
      book_.texts.push_back(unescaped(fields[6]));
    }
    book_.sheets.back().rows[*row][*column] = cell;
    return true;
  }

  bool add_hidden(const std::vector<std::string>& fields) {
    const auto row = whole(fields[1], 1, xlsx::WorksheetHandler::kMaxRow);
    if (row) book_.sheets.back().hidden_rows.insert(*row);
    return row.has_value();
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
