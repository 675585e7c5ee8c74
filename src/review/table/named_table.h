// A table that comes from people: its head found by one column's name, cells as text with their places.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "support/finding.h"
#include "workbook/book/book.h"

namespace lvce {

/// The head is the first of the first ten rows that holds the asked column; names are compared without white space. A column that stands twice
/// counts where it stands first.
class NamedTable {
 public:
  /// Any spreadsheet or CSV that the program reads (an old one in `worker`, this program): the first sheet with such a head. Nothing: a finding
  /// says why. `file` is how it is named in findings.
  static std::optional<NamedTable> read(const std::filesystem::path& path, const std::string& file, const std::string& asked,
                                        const std::filesystem::path& worker, Findings& findings);

  const std::string& file() const { return file_; }
  const std::string& sheet_name() const { return book_.sheets[sheet_].name; }
  const xlsx::Book& book() const { return book_; }
  /// In the order of the columns.
  std::vector<std::string> column_names() const;
  bool has(const std::string& column) const { return columns_.contains(column); }
  /// Rows below the head in which something stands under a named column.
  const std::vector<int>& rows() const { return rows_; }
  /// Text as shown, trimmed: numbers in their shortest form, dates as 2021-10-12; empty for blank, error and uncomputed cells.
  std::string text(int row, const std::string& column) const;
  /// Blank where the column is not there.
  const xlsx::Cell& cell(int row, const std::string& column) const;
  Place place(int row, const std::string& column) const;

 private:
  bool find_head(const std::string& asked);

  std::string file_;
  xlsx::Book book_;
  std::size_t sheet_ = 0;
  std::map<std::string, int> columns_;
  std::vector<int> rows_;
};

/// What a cell shows, trimmed.
std::string shown_text(const xlsx::Book& book, const xlsx::Cell& cell);

}  // namespace lvce
