// Ledger checks, and the office's answers to them.
#include <algorithm>
#include <iterator>

#include "energy/checks/checks.h"
#include "support/text.h"

namespace lvce {
namespace {

std::string plain(const std::string& text) { return without_space(fold_width(text)); }

/// The place as the office copies it: with or without the file's name in front.
bool names_place(const LedgerAnswer& answer, const Finding& finding, const std::string& file) {
  const std::string typed = plain(answer.where);
  const std::string full = plain(finding.where);
  return typed == full || plain(file) + typed == full;
}

bool answers(const LedgerAnswer& answer, const Finding& finding, const Findings& all, const std::string& file) {
  if (plain(answer.code) != finding.code) return false;
  if (!plain(answer.where).empty()) return names_place(answer, finding, file);
  return std::count_if(all.begin(), all.end(), [&](const Finding& other) { return other.code == finding.code; }) == 1;
}

void take_answer(const LedgerAnswer& answer, const std::string& file, Findings& checks, Findings& findings) {
  bool taken = false;
  for (Finding& finding : checks) {
    if (finding.severity != Severity::warning || !answers(answer, finding, checks, file)) continue;
    finding.severity = Severity::note;
    finding.message += "；单位说明：" + trim(answer.text);
    taken = true;
  }
  if (taken) return;
  findings.push_back({"answer-unmatched", Severity::note, file + " 核对说明",
                      "“" + answer.code + " " + answer.where + "”没有对应的核对提示，说明未采用",
                      "代码和位置照检查结果抄写；已经改正的可删去该行", ""});
}

}  // namespace

void warn(const CheckInput& input, Findings& findings, const char* code, const std::string& place, std::string message, std::string hint) {
  findings.push_back({code, Severity::warning, input.workbook.file + " " + place, std::move(message), std::move(hint), ""});
}

void check_ledger(const Rubric& rubric, const Workbook& workbook, const EnergyReport& report, Findings& findings) {
  const CheckInput input{rubric, workbook, report};
  Findings checks;
  check_swings(input, checks);
  check_plausible(input, checks);
  check_months(input, checks);
  check_vehicles(input, checks);
  check_meters(input, checks);
  check_instruments(input, checks);
  for (const LedgerAnswer& answer : workbook.answers) {
    if (!trim(answer.text).empty()) take_answer(answer, workbook.file, checks, findings);
  }
  append(findings, std::move(checks));
}

}  // namespace lvce
