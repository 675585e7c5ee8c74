#include "assess/demands.h"

#include <algorithm>
#include <set>

#include "support/text.h"

namespace lvce {
namespace {

const char* const kStatementKind = "情况说明";

bool contains_any(const std::string& text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

bool is_usable(const EvidenceFile& file) { return file.state == EvidenceState::bound || file.state == EvidenceState::bound_with_warning; }

void warn(EvidenceFile& file, const std::string& reason) {
  if (file.state == EvidenceState::bound) file.state = EvidenceState::bound_with_warning;
  if (!file.reason.empty()) file.reason += "；";
  file.reason += reason;
}

enum class KindMatch { yes, unrecognised, no };

KindMatch match_kind(const Demand& demand, const std::vector<std::string>& kinds) {
  if (demand.kinds.empty() || !demand.standard) return KindMatch::yes;  // a derived demand asks for one file of any kind
  if (kinds.empty()) return KindMatch::unrecognised;
  const bool meets = std::any_of(kinds.begin(), kinds.end(), [&](const std::string& kind) {
    return std::find(demand.kinds.begin(), demand.kinds.end(), kind) != demand.kinds.end();
  });
  return meets ? KindMatch::yes : KindMatch::no;
}

struct Window {
  int from = 0;
  int to = 0;
  std::string text() const { return from == to ? std::to_string(from) + "年" : std::to_string(from) + "—" + std::to_string(to) + "年"; }
};

std::optional<Window> window_of(const Demand& demand, const Years& years) {
  if (!demand.years) return std::nullopt;
  const int base = demand.years->base == 'E' ? years.energy : years.work;
  if (base == 0) return std::nullopt;
  return Window{base + demand.years->from, base + demand.years->to};
}

Finding about_file(const EvidenceFile& file, const IndicatorResult& result, const char* code, Severity severity, std::string message, std::string hint) {
  return {code, severity, place_of(file), std::move(message), std::move(hint), result.owner};
}

/// Why a file of the right kind is not accepted, or nothing.
struct Refusal {
  std::string code;
  std::string message;
  std::string hint;
};

std::optional<Refusal> refusal_of(const EvidenceFile& file, const Demand& demand, const Years& years) {
  const auto window = window_of(demand, years);
  const auto year = file.date.year();
  if (window && year && (*year < window->from || *year > window->to)) {
    return Refusal{"evidence-outside-window", "材料日期为" + std::to_string(*year) + "年，要求" + window->text(), "请换成" + window->text() + "的材料；日期有误时把正确日期写进文件名"};
  }
  if (demand.caption && file.format == EvidenceFormat::picture && file.caption.empty()) {
    return Refusal{"evidence-picture-uncaptioned", "图片没有图说，评价标准要求所有图片均有图说", "请把图说写进文件名，或在同一文件夹的 图说.txt 里写一行“文件名：图说”"};
  }
  return std::nullopt;
}

/// One demand of one indicator being judged.
class DemandJudge {
 public:
  DemandJudge(IndicatorResult& result, std::vector<EvidenceFile>& files, const DemandContext& context, Findings& findings)
      : result_(result), files_(files), context_(context), findings_(findings) {}

  DemandResult judge(const Demand& demand) {
    DemandResult out;
    out.demand = &demand;
    std::vector<std::pair<std::size_t, Refusal>> refused;
    bool any_candidate = false;
    for (std::size_t index : result_.evidence) {
      EvidenceFile& file = files_[index];
      const KindMatch match = match_kind(demand, kinds_of(file, context_.rubric));
      if (match == KindMatch::no) continue;
      any_candidate = true;
      if (!is_usable(file)) continue;
      if (auto refusal = refusal_of(file, demand, context_.years)) {
        refused.emplace_back(index, std::move(*refusal));
        continue;
      }
      out.files.push_back(index);
      if (match == KindMatch::unrecognised) unrecognised_.insert(index);
      if (demand.years && !file.date.year()) undated_.insert(index);
    }
    out.accepted = static_cast<int>(out.files.size());
    report_refused(out, refused);
    report_shortfall(out, any_candidate);
    return out;
  }

  /// Warnings that a file earns once, however many demands it serves.
  void report_doubts() {
    for (std::size_t index : undated_) {
      warn(files_[index], "未注明日期");
      findings_.push_back(about_file(files_[index], result_, "evidence-undated", Severity::warning, "看不出材料的日期，无法核对是否在要求的年度内",
                                     "请把日期写进文件名，如“" + std::to_string(context_.years.work) + "年3月5日”"));
    }
    for (std::size_t index : unrecognised_) {
      warn(files_[index], "种类无法识别");
      findings_.push_back(about_file(files_[index], result_, "evidence-kind-unrecognised", Severity::warning, "从文件名看不出是哪一类材料，已按符合要求计",
                                     "请在文件名里写明种类，如 通知、合同、台账、公示"));
    }
  }

 private:
  void report_refused(const DemandResult& demand, const std::vector<std::pair<std::size_t, Refusal>>& refused) {
    const Severity severity = demand.accepted >= demand.demand->min ? Severity::warning : Severity::missing;
    for (const auto& [index, refusal] : refused) {
      if (!refused_.insert(index).second) continue;
      warn(files_[index], refusal.message);
      findings_.push_back(about_file(files_[index], result_, refusal.code.c_str(), severity, refusal.message, refusal.hint));
    }
  }

  void report_shortfall(const DemandResult& demand, bool any_candidate) {
    if (demand.accepted >= demand.demand->min) return;
    const std::string& id = result_.indicator->id;
    const std::string where = "佐证材料 " + id;
    const std::string what = demand.demand->what + (demand.demand->min > 1 ? "（至少 " + std::to_string(demand.demand->min) + " 份）" : "");
    const std::string hint = "请把材料放入佐证材料文件夹，文件名以“" + id + "”开头";
    if (!any_candidate) {
      findings_.push_back({"evidence-missing", Severity::missing, where, "缺少：" + what, hint, result_.owner});
    } else if (demand.accepted > 0) {
      const std::string lacking = std::to_string(demand.demand->min - demand.accepted);
      findings_.push_back({"evidence-too-few", Severity::missing, where, "还差 " + lacking + " 份：" + what, hint, result_.owner});
    }
    // Files there but none accepted: each of them already has its own finding.
  }

  IndicatorResult& result_;
  std::vector<EvidenceFile>& files_;
  const DemandContext& context_;
  Findings& findings_;
  std::set<std::size_t> undated_;
  std::set<std::size_t> unrecognised_;
  std::set<std::size_t> refused_;
};

bool applies(const Demand& demand, const UnitInfo& unit) {
  if (demand.only_if_field.empty()) return true;
  const std::string value = unit.text(demand.only_if_field);
  return value.empty() ? demand.only_if_value == "是" : value == demand.only_if_value;  // not said: the ordinary demand holds
}

void judge_statement(IndicatorResult& result, const std::vector<EvidenceFile>& files, Findings& findings) {
  DemandResult out;
  for (std::size_t index : result.evidence) {
    if (is_usable(files[index]) && files[index].title.find(kStatementKind) != std::string::npos) out.files.push_back(index);
  }
  out.accepted = static_cast<int>(out.files.size());
  static const Demand kStatement = [] {
    Demand demand;
    demand.what = kStatementKind;
    demand.kinds = {kStatementKind};
    demand.standard = true;
    return demand;
  }();
  out.demand = &kStatement;
  if (out.accepted == 0) {
    findings.push_back({"statement-missing", Severity::missing, "佐证材料 " + result.indicator->id, "填了“不适用”，缺少情况说明",
                        "请放入文件名含“情况说明”的说明材料，文件名以“" + result.indicator->id + "”开头", result.owner});
  }
  result.demands = {out};
}

void remind_of_seals(const IndicatorResult& result, Findings& findings) {
  for (const DemandResult& demand : result.demands) {
    if (demand.waived || !demand.demand->seal || demand.accepted == 0) continue;
    findings.push_back({"seal-reminder", Severity::note, "佐证材料 " + result.indicator->id, demand.demand->what + "应加盖公章，程序不判断印章", "请自行核对", result.owner});
  }
}

void remind_of_captions(const IndicatorResult& result, std::vector<EvidenceFile>& files, Findings& findings) {
  const bool demanded = std::any_of(result.demands.begin(), result.demands.end(), [](const DemandResult& d) { return !d.waived && d.demand->caption; });
  for (std::size_t index : result.evidence) {
    EvidenceFile& file = files[index];
    if (demanded || !is_usable(file) || file.format != EvidenceFormat::picture || !file.caption.empty()) continue;
    if (file.indicators.front() != result.indicator->id) continue;  // named once
    warn(file, "没有图说");
    findings.push_back(about_file(file, result, "evidence-picture-uncaptioned", Severity::warning, "照片没有图说，评审时看不出拍的是什么",
                                  "请把图说写进文件名，或在同一文件夹的 图说.txt 里写一行“文件名：图说”"));
  }
}

}  // namespace

std::string place_of(const EvidenceFile& file) { return "佐证材料/" + file.path; }

std::vector<std::string> kinds_of(const EvidenceFile& file, const Rubric& rubric) {
  std::vector<std::string> out;
  for (const EvidenceKind& kind : rubric.evidence_kinds) {
    const bool fits = kind.picture ? file.format == EvidenceFormat::picture : contains_any(file.title, kind.words);
    if (fits) out.push_back(kind.name);
  }
  return out;
}

bool could_serve(const Demand& demand, const EvidenceFile& file, const Rubric& rubric) {
  return match_kind(demand, kinds_of(file, rubric)) != KindMatch::no;
}

void judge_demands(IndicatorResult& result, std::vector<EvidenceFile>& files, const DemandContext& context, bool statement, Findings& findings) {
  if (statement) return judge_statement(result, files, findings);
  DemandJudge judge(result, files, context, findings);
  for (const Demand& demand : result.indicator->evidence) {
    if (!applies(demand, context.unit)) {
      DemandResult waived;
      waived.demand = &demand;
      waived.waived = true;
      result.demands.push_back(waived);
      continue;
    }
    result.demands.push_back(judge.judge(demand));
  }
  judge.report_doubts();
  remind_of_seals(result, findings);
  remind_of_captions(result, files, findings);
}

std::optional<Points> points_of_evidence(const IndicatorResult& result, const std::vector<EvidenceFile>& files, Points maximum) {
  std::set<std::size_t> accepted;
  bool any = false;
  bool all_met = true;
  for (const DemandResult& demand : result.demands) {
    if (demand.waived) continue;
    any = true;
    all_met &= demand.accepted >= demand.demand->min;
    accepted.insert(demand.files.begin(), demand.files.end());
  }
  if (!any) return std::nullopt;
  const Rule& rule = result.indicator->rule;
  if (rule.kind == RuleKind::per_item || rule.kind == RuleKind::per_occurrence) {
    std::int64_t count = 0;
    for (std::size_t index : accepted) count += files[index].counted;
    return std::min(rule.cap.value_or(maximum), rule.step * count);
  }
  return all_met ? maximum : Points();
}

}  // namespace lvce
