// Series rules: months in a column or row of one of the office's own sheets, the figures beside them, cell by cell.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "office/month_label.h"
#include "workbook/mapping/contract_book.h"
#include "workbook/units/ledger_unit.h"

namespace lvce::formats {

/// A month (or reading period) of a series, and the cells that give it.
struct SeriesMonth {
  Dated year;  ///< 0: nobody says
  Dated first;
  int last = 0;
  std::vector<std::pair<int, int>> cells;  ///< rows and columns, blank ones too
};

/// The months that a rule reads on a sheet, in their order; rows of totals and rows that `where` leaves out are not there. What stands in a month's
/// place and is none is told to `odd` (a cell) where figures stand beside it. Where no cell is a month, quarters and halves are periods, and years
/// whole years (month 0).
std::vector<SeriesMonth> months_of_series(const SourceSheet& source, const SeriesRule& rule, std::vector<xlsx::Origin>& odd);

/// Takes all series rules and adds what is to be added across sheets and files.
class SeriesCollector {
 public:
  SeriesCollector(ContractBook& out, Reporter& reporter) : out_(out), reporter_(reporter) {}
  /// False when the sheet holds nothing of it.
  bool read(const SourceSheet& source, const SeriesRule& rule);
  void finish();

 private:
  struct Key {
    std::string column;
    int year = 0, first = 0, last = 0;
    auto operator<=>(const Key&) const = default;
  };
  struct Sum {
    SeriesMonth month;
    std::vector<Taken> parts;
  };
  void take_month(const SourceSheet& source, const SeriesRule& rule, const SeriesMonth& month, int tens);
  void put(const std::string& column, const SeriesMonth& month, const Taken& value);

  ContractBook& out_;
  Reporter& reporter_;
  std::map<Key, Sum> sums_;
};

/// A figure with its unit behind it (1234度), as a figure in `unit`; all else as it is.
Taken bare_figure(Taken value, const std::string& unit);
/// The figure times 10^tens, exact; no figure is a finding and a refused cell.
Taken scaled(Taken value, int tens, Reporter& reporter);

}  // namespace lvce::formats
