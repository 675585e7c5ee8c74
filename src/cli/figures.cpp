#include "cli/figures.h"

#include <algorithm>
#include <set>

namespace lvce {
namespace {

bool is_of_figures(const Place& place) {
  static const std::set<std::string> sheets = {"能耗台账", "年度基数", "折算系数", "能耗明细台账", "公务用车台账", "计量器具台账", "垃圾清运台账"};
  return sheets.contains(place.sheet);
}

/// The unit's own figures, and what was said of them, are as if they were not there.
void drop_own(ReadWorkbook& own) {
  Workbook& workbook = *own.workbook;
  workbook.ledger = {};
  workbook.bases.clear();
  workbook.overrides.clear();
  workbook.details.clear();
  workbook.by_mapping.clear();
  workbook.has_ledger_sheet = false;
  std::erase_if(own.findings, [](const Finding& finding) { return is_of_figures(finding.place); });
}

}  // namespace

void take_figures(ReadWorkbook& own, const FiguresFrom& from) {
  if (!own.workbook) return;
  const bool had_rows = !own.workbook->ledger.rows.empty();
  drop_own(own);
  std::string& named = own.workbook->unit.items["数据来源单位"];
  if (named.empty()) named = from.unit;
  ReadWorkbook other = read_unit_workbook({from.folder, std::nullopt, std::nullopt});
  const Place place = in_sheet(own.workbook->file, "单位信息", "（数据来源单位）");
  if (!other.workbook) {
    const std::string why = other.findings.empty() ? "" : "：" + other.findings.front().message;
    own.findings.push_back(
        Finding::error("figures-unreadable", place, "数据来源单位“" + from.unit + "”的台账不能用" + why + "，能耗和碳排放无法计算", "请先补好该单位的台账"));
    return;
  }
  own.workbook->ledger = std::move(other.workbook->ledger);
  own.workbook->bases = std::move(other.workbook->bases);
  own.workbook->overrides = std::move(other.workbook->overrides);
  own.workbook->details = std::move(other.workbook->details);
  own.workbook->has_ledger_sheet = other.workbook->has_ledger_sheet;
  own.workbook->mapping = std::move(other.workbook->mapping);
  own.workbook->by_mapping = std::move(other.workbook->by_mapping);
  for (LedgerAnswer& answer : other.workbook->answers) own.workbook->answers.push_back(std::move(answer));
  std::copy_if(other.findings.begin(), other.findings.end(), std::back_inserter(own.findings),
               [](const Finding& finding) { return is_of_figures(finding.place); });
  own.findings.push_back(
      Finding::note("figures-of-other-unit", place, "能耗台账和年度基数取自数据来源单位“" + from.unit + "”" + (had_rows ? "，本单位台账里的没有采用" : "")));
}

void name_figures_file(Findings& findings, const std::string& own_file, const FiguresFrom& from) {
  const auto rename = [&](Place& place) {
    if (is_of_figures(place) && place.file == own_file) place.file = from.unit + " 的台账";
  };
  for (Finding& finding : findings) {
    rename(finding.place);
    if (finding.cause) rename(finding.cause->place);
    for (Place& place : finding.places) rename(place);
  }
}

}  // namespace lvce
