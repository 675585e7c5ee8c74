#include "cli/print.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <iterator>
#include <map>

#include "assess/lost_points.h"
#include "rubric/deadlines.h"
#include "support/text.h"
#include "support/told_findings.h"
#include "support/unseen.h"

namespace lvce {
namespace {

/// Line breaks of cells become blanks; all else that nobody sees is shown.
std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  std::replace(text.begin(), text.end(), '\t', ' ');
  return visible(text);
}

const char* verdict_label(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass: return "达到认定条件";
    case Verdict::fail: return "未达到认定条件";
    case Verdict::undetermined: return "暂时无法判定";
    case Verdict::none: return "评价标准未规定合格线";
  }
  return "";
}

std::size_t count_of(const Findings& findings, Severity severity) {
  return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.severity == severity; }));
}

/// No answer, no consumption, no evidence: a folder just made.
bool is_untouched(const Assessment& assessment) {
  const Dossier& dossier = *assessment.dossier;
  const bool answered = std::any_of(dossier.workbook.scores.begin(), dossier.workbook.scores.end(),
                                    [](const SelfScore& row) { return !row.done.blank() || !row.claim.blank(); });
  const bool filed = std::any_of(dossier.evidence.files.begin(), dossier.evidence.files.end(),
                                 [](const EvidenceFile& file) { return file.state != EvidenceState::auxiliary; });
  const bool measured = std::any_of(dossier.workbook.ledger.rows.begin(), dossier.workbook.ledger.rows.end(), [](const LedgerRow& row) {
    return std::any_of(row.quantities.begin(), row.quantities.end(), [](const auto& quantity) { return !quantity.second.blank(); });
  });
  return !answered && !filed && !measured;
}

/// Papers are lacking while others lie about without a place: most likely the same ones.
void print_first_step(std::ostream& out, const Assessment& assessment) {
  const auto& files = assessment.dossier->evidence.files;
  const auto unplaced = std::count_if(files.begin(), files.end(),
                                      [](const EvidenceFile& file) { return file.state == EvidenceState::unassigned && !file.declined; });
  const auto lacking = std::count_if(assessment.findings.begin(), assessment.findings.end(),
                                     [](const Finding& finding) { return finding.code == "evidence-missing"; });
  if (unplaced == 0 || lacking == 0) return;
  out << "有 " << unplaced << " 个文件还没有归入指标，缺的材料可能就在其中：先运行 " << command_on("sort", assessment.dossier->folder) << "，由程序提出归处\n";
}

void print_evidence_totals(std::ostream& out, const EvidenceFolder& folder) {
  std::array<int, 5> counts{};
  int declined = 0;
  for (const EvidenceFile& file : folder.files) {
    ++counts[static_cast<std::size_t>(file.state)];
    declined += file.declined ? 1 : 0;
  }
  out << "佐证材料 " << folder.files.size() << " 个文件：装订 " << counts[0] + counts[1] << "（有提醒 " << counts[1] << "），退回 " << counts[2]
      << "，未归入指标 " << counts[3] << (declined > 0 ? "（其中填否的 " + std::to_string(declined) + "）" : "") << "，辅助文件 " << counts[4]
      << (counts[4] > 0 ? "（说明、图说等，不装订）" : "") << "\n";
}

struct Loss {
  const IndicatorResult* result = nullptr;
  Points points;
};

/// Every indicator that is below its maximum, most points first.
std::vector<Loss> losses_of(const Assessment& assessment) {
  std::vector<Loss> losses;
  for (const IndicatorResult& result : assessment.indicators) {
    if (const Points lost = lost_points(result); lost > Points()) losses.push_back({&result, lost});
  }
  std::stable_sort(losses.begin(), losses.end(), [](const Loss& a, const Loss& b) { return a.points > b.points; });
  return losses;
}

/// "差 20 分：2.1.4（2分，办公室）、…" below the pass mark, "失 3 分：…" above it.
void print_losses(std::ostream& out, const Assessment& assessment) {
  const std::vector<Loss> losses = losses_of(assessment);
  const auto& pass = assessment.rubric->pass;
  if (pass && assessment.supported < *pass) out << "距合格线差 " << (*pass - assessment.supported).text() << " 分";
  if (losses.empty()) {
    if (pass && assessment.supported < *pass) out << "\n";
    return;
  }
  Points lost;
  for (const Loss& loss : losses) lost += loss.points;
  if (pass && assessment.supported < *pass) out << "；";
  out << "失 " << lost.text() << " 分：";
  for (std::size_t i = 0; i < losses.size(); ++i) {
    const IndicatorResult& result = *losses[i].result;
    out << (i == 0 ? "" : "、") << visible(result.indicator->id) << "（" << losses[i].points.text() << "分" << (result.owner.empty() ? "" : "，" + result.owner)
        << "）";
  }
  out << "\n";
}

void print_days_left(std::ostream& out, const Assessment& assessment, const std::string& today) {
  const auto left = days_left(*assessment.rubric, assessment.years.work, today);
  if (!left) return;
  out << visible(left->deadline->text + left->deadline->what) << "：";
  if (left->days < 0) out << "已过 " << -left->days << " 天\n";
  else if (left->days == 0) out << "今天截止\n";
  else out << "还有 " << left->days << " 天\n";
}

void print_verdict(std::ostream& out, const Assessment& assessment, const std::string& today) {
  const Rubric& rubric = *assessment.rubric;
  out << visible(rubric.title) << "：材料支持 " << assessment.supported.text() << " 分（自评 " << assessment.claimed.text() << "，满分 " << rubric.total.text();
  if (rubric.pass) out << "，合格线 " << rubric.pass->text();
  out << "），" << verdict_label(assessment.verdict) << "；" << (assessment.complete() ? "材料齐全" : "材料未齐全") << "\n";
  print_losses(out, assessment);
  print_days_left(out, assessment, today);
  for (const GateResult& gate : assessment.gates) {
    if (gate.met == Met::yes || gate.gate->id == "pass_mark") continue;  // the mark stands in the first line
    out << "认定条件" << (gate.met == Met::no ? "不满足：" : "无法判断：") << visible(gate.gate->text + "（" + gate.why + "）") << "\n";
  }
  print_evidence_totals(out, assessment.dossier->evidence);
  print_first_step(out, assessment);
  const Findings findings = told_to_reader(assessment.findings).findings;
  out << "错误 " << count_of(findings, Severity::error) << " 条，缺项 " << count_of(findings, Severity::missing) << " 条，提醒 "
      << count_of(findings, Severity::warning) << " 条\n\n";
}

void print_by_owner(std::ostream& out, const Findings& findings) {
  std::map<std::string, Findings> groups;
  for (const Finding& finding : findings) groups[finding.owner].push_back(finding);
  const auto print_group = [&out](const std::string& owner, const Findings& group) {
    out << "【" << owner << "】" << group.size() << " 条\n";
    for (const Finding& finding : group) out << "  " << finding_line(finding) << "\n";
  };
  for (const auto& [owner, group] : groups)
    if (!owner.empty()) print_group(owner, group);
  if (const auto rest = groups.find(""); rest != groups.end()) print_group(kNoOwner, rest->second);
}

/// "7.1.1（8分）缺少：…（后勤科）": a place of many, under the line that speaks for all.
std::string place_line(const Finding& one, const Finding& whole) {
  const bool by_number = one.place.sheet.empty() && one.place.file.empty() && one.place.path == kEvidenceFolder && !one.place.indicator.empty();
  std::string line = by_number ? one.place.indicator : one.where();
  line += one.points ? "（" + one.points->text() + "分）" : " — ";
  line += one.told();
  const bool own_hint = whole.code != "evidence-missing" && whole.code != "evidence-fewer-than-claimed" && one.hint != whole.hint;
  if (own_hint && !one.hint.empty()) line += " — " + one.hint;
  return one_line(one.owner.empty() ? line : line + "（" + one.owner + "）");
}

/// "指标 2.1.1、2.1.2"
std::string indicators_of(const Findings& each) {
  std::vector<std::string> ids;
  for (const Finding& one : each) ids.push_back(one.place.indicator.empty() ? one.where() : one.place.indicator);
  return one_line("指标 " + join(ids, "、"));
}

void print_one(std::ostream& out, const ToldList& told, std::size_t at, const std::string& before) {
  out << before << finding_line(told.findings[at]) << "\n";
  if (same_for_each(told.findings[at].code) && !told.each[at].empty()) {
    out << "    " << indicators_of(told.each[at]) << "\n";
    return;
  }
  for (const Finding& one : told.each[at]) out << "    " << place_line(one, told.findings[at]) << "\n";
}

/// Each with what follows from it right below.
void print_told(std::ostream& out, const ToldList& told) {
  const Findings& findings = told.findings;
  for (std::size_t at = 0; at < findings.size(); ++at) {
    if (told_under(findings, findings[at])) continue;
    print_one(out, told, at, "");
    for (std::size_t other = 0; other < findings.size(); ++other)
      if (told_under(findings, findings[other]) == at) print_one(out, told, other, "  └ ");
  }
}

}  // namespace

std::string command_on(const std::string& command, const std::filesystem::path& unit) {
  const std::string shown = visible_path(unit.lexically_normal());
  if (shown.empty() || shown == "." || shown == "./") return "lvce " + command;
  const bool quoted = shown.find_first_of(" \t'()&;") != std::string::npos;
  return "lvce " + command + " " + (quoted ? "\"" + shown + "\"" : shown);
}

std::string finding_line(const Finding& finding) {
  std::string line = "[" + std::string(severity_label(finding.severity)) + "] " + finding.where() + " — " + finding.told();
  if (!finding.hint.empty()) line += " — " + finding.hint;
  if (!finding.owner.empty()) line += "（" + finding.owner + "）";
  return one_line(line + "〔" + finding.code + "〕");
}

void print_findings(std::ostream& out, const Findings& findings) {
  for (const Finding& finding : findings) {
    out << finding_line(finding) << "\n";
  }
}

int refuse(const Findings& findings, int code) {
  print_findings(std::cerr, findings);
  return code;
}

void print_report(std::ostream& out, const Assessment& assessment, const Telling& telling) {
  const std::size_t notes = count_of(assessment.findings, Severity::note);
  if (!telling.all && is_untouched(assessment)) {
    out << "台账还没有填写：请先打开 " << visible(assessment.dossier->workbook.file)
        << "，填“单位信息”“年度基数”“能耗台账”“自评”，再把材料放进佐证材料文件夹，然后再运行 " << command_on("check", assessment.dossier->folder)
        << "（加 --all 看全部 " << assessment.findings.size() << " 条）\n";
    for (const Finding& finding : assessment.findings)
      if (finding.code == "own-ledgers-waiting") out << finding.message << "：" << finding.hint << "\n";
    return;
  }
  print_verdict(out, assessment, telling.today);
  Findings shown;
  std::copy_if(assessment.findings.begin(), assessment.findings.end(), std::back_inserter(shown),
               [&](const Finding& finding) { return telling.all || finding.severity != Severity::note; });
  if (telling.by_owner) print_by_owner(out, shown);
  else print_told(out, told_to_reader(shown));
  if (notes > 0 && !telling.all) out << "说明 " << notes << " 条，不影响上交，加 --all 可看\n";
}

}  // namespace lvce
