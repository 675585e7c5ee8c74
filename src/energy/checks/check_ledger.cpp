// Ledger checks, and the office's answers to them.
#include <algorithm>
#include <iterator>
#include <map>

#include "energy/checks/check_codes.h"
#include "energy/checks/checks.h"
#include "support/text.h"

namespace lvce {
namespace {

/// The place as the office may copy it: "!" and blanks do not matter.
std::string plain(const std::string& text) {
  std::string out = without_space(fold_width(text));
  for (const char* mark : {"!", "[", "]"}) out = replace_all(out, mark, "");
  return out;
}

/// With or without the file's name in front; of what a mapping read also that of the workbook, as it was written once (台账.xlsx [登记表.xlsx]2020年!B4).
bool is_typed(const LedgerAnswer& answer, const Place& place, const std::string& file) {
  const std::string typed = plain(answer.where), full = plain(place.text());
  return typed == full || plain(file) + typed == full || plain(place.file) + typed == full || typed == plain(file) + full;
}

bool names_place(const LedgerAnswer& answer, const Finding& finding, const std::string& file) {
  const auto typed = [&](const Place& place) { return is_typed(answer, place, file); };
  return typed(finding.place) || std::any_of(finding.places.begin(), finding.places.end(), typed);
}

bool answers(const LedgerAnswer& answer, const Finding& finding, const Findings& all, const std::string& file) {
  if (plain(answer.code) != plain(finding.code)) return false;
  if (!plain(answer.where).empty()) return names_place(answer, finding, file);
  return std::count_if(all.begin(), all.end(), [&](const Finding& other) { return other.code == finding.code; }) == 1;
}

/// A note of several carriers' changes takes an answer for each of them.
bool may_be_answered(const Finding& finding) {
  const bool swings = finding.code == "carrier-swing" && finding.severity == Severity::note;
  return finding.answer.empty() ? finding.severity != Severity::note || swings : swings && !finding.places.empty();
}

/// A doubt that is answered needs nothing more; an error or a gap stays one, with the answer beside it.
bool take_answer(const LedgerAnswer& answer, const std::string& file, Findings& findings) {
  bool taken = false;
  for (Finding& finding : findings) {
    if (!may_be_answered(finding) || !answers(answer, finding, findings, file)) continue;
    if (finding.severity == Severity::warning) finding.severity = Severity::note;
    finding.answer += (finding.answer.empty() ? "" : "；") + trim(answer.text);
    taken = true;
  }
  return taken;
}

Exactness exactness(const Finding& finding) {
  const CheckCode* row = check_code(finding.code);
  return row == nullptr ? Exactness::exact : row->says;
}

/// Two findings about one cell are one: the less exact one follows from the other.
void drop_repeated(Findings& checks) {
  std::map<Place, Exactness> most_exact;
  for (const Finding& finding : checks) {
    if (finding.severity == Severity::note) continue;
    Exactness& most = most_exact[finding.place];
    most = std::max(most, exactness(finding));
  }
  const auto follows = [&](const Finding& finding) { return exactness(finding) < most_exact[finding.place]; };
  Findings kept;
  std::copy_if(checks.begin(), checks.end(), std::back_inserter(kept), [&](const Finding& finding) { return !follows(finding); });
  checks = std::move(kept);
}

bool concerns_figures(const Finding& finding) {
  const CheckCode* row = check_code(finding.code);
  return finding.severity == Severity::warning && row != nullptr && row->concerns_figures;
}

/// An early warning from figures that are in doubt is no second fault.
void soften_early_warnings(Findings& findings) {
  if (std::none_of(findings.begin(), findings.end(), concerns_figures)) return;
  for (Finding& finding : findings) {
    if (finding.code != "target-out-of-reach" || finding.severity != Severity::warning) continue;
    finding.severity = Severity::note;
    finding.message += "；所用数据另有提醒，核对后再看";
  }
}

}  // namespace

void warn(Findings& findings, const char* code, Place place, std::string message, std::string hint) {
  findings.push_back(Finding::warning(code, std::move(place), std::move(message), std::move(hint)));
}

bool is_answered(const CheckInput& input, const char* code, const Place& place) {
  return std::any_of(input.workbook.answers.begin(), input.workbook.answers.end(), [&](const LedgerAnswer& answer) {
    return plain(answer.code) == code && !trim(answer.text).empty() && is_typed(answer, place, input.workbook.file);
  });
}

void check_ledger(const Rubric& rubric, const Workbook& workbook, const EnergyReport& report, Findings& findings) {
  const CheckInput input{rubric, workbook, report};
  Findings checks;
  check_bases(input, checks);
  check_swings(input, checks);
  check_plausible(input, checks);
  check_months(input, checks);
  check_vehicles(input, checks);
  check_meters(input, checks);
  check_instruments(input, checks);
  check_waste(input, checks);
  check_invoices(input, checks);
  drop_repeated(checks);
  append(findings, std::move(checks));
  for (const LedgerAnswer& answer : workbook.answers) {
    if (trim(answer.text).empty() || take_answer(answer, workbook.file, findings)) continue;
    findings.push_back(Finding::note("answer-unmatched", in_sheet(workbook.file, "核对说明"),
                                     "“" + answer.code + " " + answer.where + "”没有对应的核对提示，说明未采用",
                                     "代码和位置照检查结果抄写；已经改正的可删去该行"));
  }
  soften_early_warnings(findings);
}

}  // namespace lvce
