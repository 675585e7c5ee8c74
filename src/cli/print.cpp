#include "cli/print.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <map>

namespace lvce {
namespace {

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
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

void print_evidence_totals(std::ostream& out, const EvidenceFolder& folder) {
  std::array<int, 5> counts{};
  for (const EvidenceFile& file : folder.files) ++counts[static_cast<std::size_t>(file.state)];
  out << "佐证材料：共 " << folder.files.size() << " 个文件，可装订 " << counts[0] + counts[1] << "（其中有提醒 " << counts[1] << "），退回 " << counts[2]
      << "，未归入指标 " << counts[3] << "，辅助文件 " << counts[4] << "\n";
}

}  // namespace

std::string finding_line(const Finding& finding) {
  std::string line = "[" + std::string(severity_label(finding.severity)) + "] " + finding.place.text() + " — " + finding.told();
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

void print_findings_by_owner(std::ostream& out, const Findings& findings) {
  std::map<std::string, Findings> groups;
  for (const Finding& finding : findings) {
    if (!finding.owner.empty()) groups[finding.owner].push_back(finding);
  }
  Findings rest;
  std::copy_if(findings.begin(), findings.end(), std::back_inserter(rest), [](const Finding& finding) { return finding.owner.empty(); });
  const auto print_group = [&out](const std::string& owner, const Findings& group) {
    out << "【" << owner << "】" << group.size() << " 条\n";
    for (const Finding& finding : group) out << "  " << finding_line(finding) << "\n";
  };
  for (const auto& [owner, group] : groups) print_group(owner, group);
  if (!rest.empty()) print_group(kNoOwner, rest);
}

void print_summary(std::ostream& out, const Assessment& assessment) {
  std::array<int, 4> counts{};
  for (const Finding& finding : assessment.findings) ++counts[static_cast<std::size_t>(finding.severity)];
  out << "\n"
      << assessment.rubric->title << "：自评 " << assessment.claimed.text() << " 分，材料支持 " << assessment.supported.text() << " 分，满分 "
      << assessment.rubric->total.text() << " 分";
  if (assessment.rubric->pass) out << "，合格线 " << assessment.rubric->pass->text() << " 分";
  out << "；" << verdict_label(assessment.verdict) << "\n";
  for (const GateResult& gate : assessment.gates) {
    const char* mark = gate.met == Met::yes ? "满足" : gate.met == Met::no ? "不满足" : "无法判断";
    out << "认定条件：" << gate.gate->text << " — " << mark << "（" << gate.why << "）\n";
  }
  print_evidence_totals(out, assessment.dossier->evidence);
  out << "错误 " << counts[0] << " 条，缺项 " << counts[1] << " 条，提醒 " << counts[2] << " 条，说明 " << counts[3] << " 条；"
      << (assessment.complete() ? "材料齐全" : "材料未齐全") << "\n";
}

}  // namespace lvce
