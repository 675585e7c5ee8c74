// Workbooks built by hand for the energy tests.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "energy/energy.h"

namespace lvce::test {

Decimal number(const std::string& text);

/// A unit whose ledger has a column for each carrier that is given a figure.
class SampleUnit {
 public:
  SampleUnit();
  /// One figure for the whole year (a 全年 row).
  SampleUnit& whole(int year, Carrier carrier, const std::string& quantity);
  /// One figure for a month; "" is a blank cell, "!" a broken one.
  SampleUnit& month(int year, int month, Carrier carrier, const std::string& quantity);
  /// The same figure in all twelve months.
  SampleUnit& months(int year, Carrier carrier, const std::string& quantity);
  SampleUnit& base(int year, const std::string& area, const std::string& people);
  SampleUnit& vehicles(int year, const std::string& all, const std::string& official);
  SampleUnit& item(const std::string& name, const std::string& value);
  SampleUnit& unit(Carrier carrier, QuantityUnit unit);
  SampleUnit& target(const std::string& metric, const std::string& required, const std::string& quota = "");
  SampleUnit& override_factor(const std::string& item, const std::string& value, const std::string& unit, const std::string& source);
  YearBase& base_row(int year);

  Workbook workbook;
  Rubric rubric;
  Years years{2021, 2020, 2019, 2020};
  Findings findings;

  FactorSet factors();
  EnergyReport compute();
  /// Findings with this code.
  std::vector<Finding> with(const std::string& code) const;

 private:
  LedgerRow& row(int year, int month);
  void column(Carrier carrier);
};

}  // namespace lvce::test
