#include "energy/ledger_rows.h"

namespace lvce::test {

SampleUnit ordinary() {
  SampleUnit unit;
  for (const int year : {2019, 2020}) {
    unit.months(year, Carrier::electricity, "70000").months(year, Carrier::water, "900").months(year, Carrier::heat, "200");
    unit.base(year, "12000", "500").vehicles(year, "10", "8");
  }
  return unit;
}

std::vector<std::string> check(SampleUnit& unit) {
  const EnergyReport report = unit.compute();
  unit.findings.clear();
  check_ledger(unit.rubric, unit.workbook, report, unit.findings);
  std::vector<std::string> out;
  for (const Finding& finding : unit.findings) out.push_back(finding.code);
  return out;
}

DetailRow row(int number_of_row, const Cells& cells) {
  DetailRow out;
  out.row = number_of_row;
  for (const auto& [header, text] : cells) {
    if (!text.empty()) out.cells[header] = {text, Decimal::parse(text), {"表", header + std::to_string(number_of_row)}};
  }
  return out;
}

std::vector<std::string> check_rows(SampleUnit unit, const std::string& sheet, const std::vector<Cells>& cells) {
  DetailLedger& ledger = unit.workbook.details[sheet];
  ledger.sheet = sheet;
  for (const Cells& each : cells) ledger.rows.push_back(row(static_cast<int>(ledger.rows.size()) + 2, each));
  std::vector<std::string> out;
  check(unit);
  for (const Finding& finding : unit.findings) out.push_back(finding.code + " " + finding.place.text().substr(finding.place.text().find('!') + 1));
  return out;
}

std::vector<Cells> sound_months(const std::string& meter) {
  std::vector<Cells> out;
  for (int month = 1; month <= 12; ++month) {
    out.push_back({{"年度", "2020"},
                   {"月份", std::to_string(month)},
                   {"能源种类", "电"},
                   {"表号", meter},
                   {"上期读数", std::to_string((month - 1) * 700)},
                   {"本期读数", std::to_string(month * 700)},
                   {"倍率", "100"},
                   {"用量", "70000"},
                   {"单价", "0.5"},
                   {"金额", "35000"}});
  }
  return out;
}

}  // namespace lvce::test
