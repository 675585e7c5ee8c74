// Sheets in the contract's own form, put together from cells of the office's own sheets. Each cell remembers where it really stands.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "workbook/mapping/mapped_values.h"
#include "workbook/mapping/mapping.h"

namespace lvce::formats {

/// A year or month and the cell that says so.
struct Dated {
  int value = 0;
  xlsx::Origin at;
};

class ContractBook {
 public:
  explicit ContractBook(Reporter& reporter) : reporter_(reporter) {}

  /// Index of the column for a target; 0, after a finding, when it stands there in another unit already.
  int column(const Target& to, const std::string& unit, const xlsx::Origin& header);
  /// The unit in which a column stands; empty where there is no such column yet.
  std::string unit_of(const Target& to) const;
  /// The row of 年度基数 for a year, or of 能耗台账 for a year and month: the same one each time.
  int row_of(const std::string& sheet, const Dated& year, const Dated& month);
  /// A new row of any other sheet.
  int next_row(const std::string& sheet);
  /// A second value for one cell is a finding, unless it is the same.
  void put(const std::string& sheet, int row, int column, const Taken& value);
  /// A figure of 能耗台账 for the months up to `last`: it stands in the last one, 0 in those before, so that the year is whole; noted.
  void put_period(const Target& to, int column, const Dated& year, const Dated& first, int last, const Taken& value);
  /// What stands there is broken: a finding has been made.
  void refuse(const std::string& sheet, int row, int column);
  /// Remembers that this office's own sheet stands behind the contract's.
  void came_from(const std::string& sheet, const std::string& shown);

  bool empty() const { return sheets_.empty(); }
  /// Moves the sheets behind the book's own; sheets of the same name that hold other data are replaced, with a finding.
  void move_into(xlsx::Book& book);

 private:
  struct Column {
    int index = 0;
    std::string unit;
  };
  struct Made {
    xlsx::Sheet sheet;
    std::map<std::string, Column> columns;
    std::map<std::pair<int, int>, int> rows;  ///< (year, month) → row
    int last_row = 1;                         ///< row 1 is the header
  };

  void put_text(Made& made, int row, int column, const std::string& text, const xlsx::Origin& at);
  std::string shown(const xlsx::Cell& cell) const;
  void replace_own(xlsx::Book& book, const std::string& name);

  Reporter& reporter_;
  std::map<std::string, Made> sheets_;
  std::vector<std::string> texts_;
};

}  // namespace lvce::formats
