// Of which year and month a row of a mapped table is.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "workbook/mapping/contract_book.h"
#include "workbook/mapping/mapped_values.h"
#include "workbook/mapping/mapping.h"

namespace lvce::formats {

struct KeyColumn {
  int column = 0;     ///< 0: none
  bool down = false;  ///< written once for the rows below it
};

/// A month, or several that the row has one figure for (1-2月).
struct PeriodOfRow {
  Dated first;
  int last = 0;
};

/// Months of one year, one behind the other, in the rows of a merged cell.
struct MergedMonths {
  int first_row = 0;
  PeriodOfRow months;
};

class RowKeys {
 public:
  RowKeys(const SourceSheet& source, const TableRule& rule, Reporter& reporter) : source_(source), rule_(rule), reporter_(reporter) {}

  KeyColumn years, months;
  std::optional<Dated> table_year;  ///< of rows that do not say theirs
  int header_row = 0;

  /// True when some month is written with its year ("2021年3月").
  bool months_say_years() const;
  std::optional<Dated> year_of(int row);
  std::optional<PeriodOfRow> months_of(int row);
  /// The months beside a figure that is merged over several rows.
  std::optional<MergedMonths> months_beside(int row, int column) const;
  std::nullopt_t complain(const char* code, const xlsx::Origin& at, std::string message, std::string hint);
  void remember(int row);
  /// A month (or year) that an earlier row gave; all of them are told at once.
  void note_second(const std::string& what, const xlsx::Origin& at, int first_row);
  void report_seconds(const char* code);

 private:
  std::optional<Dated> said_year(int row) const;
  /// Year and months, without a word where either cannot be read.
  std::optional<std::pair<int, PeriodOfRow>> peek(int row) const;
  std::optional<PeriodOfRow> said_months(int row) const;
  /// The row whose cell speaks for this one: the top of a merge, or with `down` the last one given.
  int key_row(const KeyColumn& key, int row) const;

  const SourceSheet& source_;
  const TableRule& rule_;
  Reporter& reporter_;
  struct Second {
    std::string what;
    xlsx::Origin at;
    int first_row = 0;
  };
  std::vector<Second> seconds_;
  std::map<int, int> last_given_;  ///< column → the last row that said something there
};

}  // namespace lvce::formats
