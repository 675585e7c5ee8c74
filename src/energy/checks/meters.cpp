#include "energy/checks/checks.h"
#include "energy/checks/detail_table.h"
#include "energy/checks/meter_checks.h"
#include "support/text.h"

namespace lvce {

void MeterInput::say(const char* code, const MeterRow& row, const std::vector<std::string>& headers, std::string message, std::string hint) const {
  const std::string when = row.when() ? month_words(*row.year, *row.month) : "";
  const std::string meter = row.meter.empty() ? "" : "表 " + row.meter + " ";
  warn(findings, code, detail_place(check.workbook.file, ledger, *row.row, headers), meter + when + std::move(message), std::move(hint));
}

void check_meters(const CheckInput& input, Findings& findings) {
  const DetailLedger* ledger = detail_ledger(input.workbook, "能耗明细台账");
  if (ledger == nullptr) return;
  std::vector<MeterRow> rows = read_meter_rows(*ledger);
  const MeterInput meters{input, *ledger, findings};
  check_misplaced(meters, rows);
  check_readings(meters, rows);
  check_ends(meters, rows);
  check_prices(meters, rows);
  check_sub_meters(meters, rows);
  check_meter_sums(meters, rows);
}

void check_instruments(const CheckInput& input, Findings& findings) {
  const DetailLedger* ledger = detail_ledger(input.workbook, "计量器具台账");
  if (ledger == nullptr) return;
  for (const DetailRow* row : detail_rows(*ledger)) {
    std::vector<std::string> lacking;
    for (const char* header : {"名称", "规格型号", "安装使用地点", "测量对象"}) {
      if (detail_text(*row, instrument_column(header)).empty()) lacking.push_back(header);
    }
    if (lacking.empty()) continue;
    warn(findings, "instrument-incomplete", detail_place(input.workbook.file, *ledger, *row, instrument_column(lacking.front())), "未填" + join(lacking, "、"),
         "评价标准要求台账包括名称、规格型号、安装使用地点、测量对象，请补填");
  }
}

}  // namespace lvce
