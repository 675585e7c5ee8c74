// An ordinary office and the rows of its optional ledgers, for the tests of the ledger checks.
#pragma once

#include "energy/sample_unit.h"

namespace lvce::test {

/// 12000 m², 500 people, near the national averages in 2019 and 2020: 70000 kWh, 900 m³ and 200 GJ a month.
SampleUnit ordinary();
/// Codes of what the checks say.
std::vector<std::string> check(SampleUnit& unit);

using Cells = std::map<std::string, std::string>;  ///< header → text

/// A row whose cells are named by their header: 用量5.
DetailRow row(int number_of_row, const Cells& cells);
/// "code cell" of each finding about a unit with these rows, the first of them in row 2.
std::vector<std::string> check_rows(SampleUnit unit, const std::string& sheet, const std::vector<Cells>& cells);

/// Twelve sound months of a meter × 100 in 2020: 700 a month at 0.5.
std::vector<Cells> sound_months(const std::string& meter = "1");

}  // namespace lvce::test
