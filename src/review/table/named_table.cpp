#include "review/table/named_table.h"

#include <algorithm>
#include <utility>

#include "support/decimal.h"
#include "support/files.h"
#include "support/text.h"
#include "workbook/csv/csv.h"
#include "workbook/files/read_book.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kBytesAtMost = 32U << 20;
constexpr int kHeadRows = 10;

std::string head_name(const std::string& typed) { return without_space(fold_width(typed)); }

/// One column of names has no separator to be known by: text is a table when it is text.
xlsx::ReadBook open_book(const std::string& file, std::string bytes, const std::filesystem::path& worker) {
  const auto text = formats::csv_text(bytes);
  xlsx::Book book;
  if (text && !formats::looks_like_csv(*text) && text->find('<') == std::string::npos && formats::add_csv_sheet(book, formats::stem_of(file), *text))
    return {std::move(book), {}};
  return formats::read_book({{file, std::move(bytes)}}, {[](const std::string&) { return true; }, worker});
}

}  // namespace

std::string shown_text(const xlsx::Book& book, const xlsx::Cell& cell) {
  using Kind = xlsx::Cell::Kind;
  switch (cell.kind) {
    case Kind::text: return trim(book.text(cell));
    case Kind::boolean: return cell.number != 0 ? "是" : "否";
    case Kind::date: return xlsx::date_text(static_cast<std::int64_t>(cell.number));
    case Kind::number: {
      const auto number = Decimal::from_cell(cell.percent ? cell.number * 100 : cell.number);
      return number ? number->shortest() + (cell.percent ? "%" : "") : "";
    }
    case Kind::blank:
    case Kind::error:
    case Kind::uncomputed:
    case Kind::refused: break;
  }
  return "";
}

std::optional<NamedTable> NamedTable::read(const std::filesystem::path& path, const std::string& file, const std::string& asked,
                                           const std::filesystem::path& worker, Findings& findings) {
  std::optional<std::string> bytes = read_file(path, kBytesAtMost);
  if (!bytes) {
    findings.push_back(Finding::error("table-not-read", in_file(file), "读不到这个文件，或它大于 32 MB", "请检查路径和权限"));
    return std::nullopt;
  }
  xlsx::ReadBook read = open_book(file, std::move(*bytes), worker);
  if (!read.book) {
    findings.push_back(Finding::error(read.failure.code, in_file(file), read.failure.message, read.failure.hint));
    return std::nullopt;
  }
  NamedTable table;
  table.file_ = file;
  table.book_ = std::move(*read.book);
  if (table.find_head(asked)) return table;
  findings.push_back(Finding::error("table-no-head", in_file(file), "前 10 行里没有“" + asked + "”这一列", "请把列名写在同一行，其中一列叫“" + asked + "”"));
  return std::nullopt;
}

bool NamedTable::find_head(const std::string& asked) {
  for (sheet_ = 0; sheet_ < book_.sheets.size(); ++sheet_) {
    for (const auto& [row, cells] : book_.sheets[sheet_].rows) {
      if (row > kHeadRows) break;
      columns_.clear();
      for (const auto& [column, cell] : cells)
        if (const std::string name = head_name(shown_text(book_, cell)); !name.empty()) columns_.try_emplace(name, column);
      if (!columns_.contains(asked)) continue;
      for (auto below = book_.sheets[sheet_].rows.upper_bound(row); below != book_.sheets[sheet_].rows.end(); ++below) {
        const bool holds = std::any_of(columns_.begin(), columns_.end(), [&](const auto& column) {
          const auto found = below->second.find(column.second);
          return found != below->second.end() && found->second.kind != xlsx::Cell::Kind::blank &&
                 !(shown_text(book_, found->second).empty() && found->second.kind == xlsx::Cell::Kind::text);
        });
        if (holds) rows_.push_back(below->first);
      }
      return true;
    }
  }
  return false;
}

std::vector<std::string> NamedTable::column_names() const {
  std::vector<std::pair<int, std::string>> ordered;
  for (const auto& [name, index] : columns_) ordered.emplace_back(index, name);
  std::sort(ordered.begin(), ordered.end());
  std::vector<std::string> names;
  for (auto& [index, name] : ordered) names.push_back(std::move(name));
  return names;
}

const xlsx::Cell& NamedTable::cell(int row, const std::string& column) const {
  static const xlsx::Cell blank;
  const auto found = columns_.find(column);
  return found == columns_.end() ? blank : book_.sheets[sheet_].at(row, found->second);
}

std::string NamedTable::text(int row, const std::string& column) const { return shown_text(book_, cell(row, column)); }

Place NamedTable::place(int row, const std::string& column) const {
  const auto found = columns_.find(column);
  return in_cell(file_, sheet_name(), xlsx::cell_name(row, found == columns_.end() ? 1 : found->second));
}

}  // namespace lvce
