#include "assess/gates.h"

#include "assess/rules.h"
#include "support/yes_no.h"

namespace lvce {
namespace {

const char* const kAccident = "近三年重大安全事故";

/// What open targets could still add: the claim, without one the points.
Points open_points(const Assessment& assessment) {
  Points open;
  for (const IndicatorResult& result : assessment.indicators) {
    const Rule& rule = result.indicator->rule;
    if (rule.kind != RuleKind::targets || result.status == Status::not_applicable) continue;
    if (points_of_targets(rule, Points(), assessment.energy.targets).met != Met::unknown) continue;
    const Points most = result.indicator->points.value_or(Points());
    const bool claims = result.stated != nullptr && result.stated->claim.value.has_value();
    open += std::max(Points(), std::min(claims ? *result.stated->claim.value : most, most) - result.supported);
  }
  return open;
}

GateResult judge_pass_mark(const Assessment& assessment, const Gate& gate) {
  if (!assessment.rubric->pass) return {&gate, Met::unknown, "评价标准没有规定合格分数线"};
  const Points pass = *assessment.rubric->pass;
  const bool met = assessment.supported >= pass;
  std::string why = "材料支持得分 " + assessment.supported.text() + (met ? "，达到 " : "，未达到 ") + pass.text() + " 分";
  if (!met && assessment.claimed >= pass) why += "（自评得分 " + assessment.claimed.text() + "，佐证材料尚不能支持）";
  if (!met && assessment.supported + open_points(assessment) >= pass) return {&gate, Met::unknown, why + "；节能目标尚无法判断，补齐数据后可能达到"};
  return {&gate, met ? Met::yes : Met::no, why};
}

GateResult judge_yearly_target(const Assessment& assessment, const Gate& gate) {
  bool any = false;
  bool any_no = false;
  bool any_unknown = false;
  for (const IndicatorResult& result : assessment.indicators) {
    if (result.indicator->rule.kind != RuleKind::targets || result.status == Status::not_applicable) continue;
    const Met met = points_of_targets(result.indicator->rule, Points(), assessment.energy.targets).met;
    any = true;
    any_no |= met == Met::no;
    any_unknown |= met == Met::unknown;
  }
  const Met met = any_no ? Met::no : any && !any_unknown ? Met::yes : Met::unknown;
  const char* why = met == Met::yes ? "年度能源资源消费指标已完成" : met == Met::no ? "年度能源资源消费指标未完成" : "年度能源资源消费指标无法判定";
  return {&gate, met, why};
}

GateResult judge_accident(const Assessment& assessment, const Gate& gate) {
  const auto happened = parse_yes_no(assessment.dossier->workbook.unit.text(kAccident));
  if (!happened) return {&gate, Met::unknown, std::string("“单位信息”未填写") + kAccident};
  return {&gate, *happened ? Met::no : Met::yes, *happened ? "近三年发生过重大安全事故" : "近三年未发生重大安全事故"};
}

GateResult judge_gate(const Assessment& assessment, const Gate& gate) {
  if (gate.id == "pass_mark") return judge_pass_mark(assessment, gate);
  if (gate.id == "yearly_target") return judge_yearly_target(assessment, gate);
  if (gate.id == "no_major_accident") return judge_accident(assessment, gate);
  return {&gate, Met::unknown, "程序不能判断这一条件，请自行核对"};
}

}  // namespace

void judge_gates(Assessment& assessment) {
  for (const Gate& gate : assessment.rubric->gates) {
    assessment.gates.push_back(judge_gate(assessment, gate));
    const bool blank = gate.id == "no_major_accident" && assessment.gates.back().met == Met::unknown;
    if (!blank || assessment.dossier->workbook.unit.broken.contains(kAccident)) continue;  // unreadable: told at its cell
    assessment.findings.push_back(Finding::missing("unit-item-missing", in_sheet(assessment.dossier->workbook.file, "单位信息"),
                                                   std::string("没有填写“") + kAccident + "”，认定条件无法判断", "请填写 有 或 无"));
  }
}

Verdict verdict_of(const Rubric& rubric, const std::vector<GateResult>& gates) {
  if (!rubric.pass) return Verdict::none;
  bool unknown = false;
  for (const GateResult& gate : gates) {
    if (gate.met == Met::no) return Verdict::fail;
    unknown |= gate.met == Met::unknown;
  }
  return unknown ? Verdict::undetermined : Verdict::pass;
}

}  // namespace lvce
