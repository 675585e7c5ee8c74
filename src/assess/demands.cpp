#include "assess/demands.h"

#include <algorithm>
#include <map>
#include <set>

#include "assess/seal_reminder.h"
#include "rubric/counting.h"
#include "support/text.h"

namespace lvce {
namespace {

const char* const kStatementKind = "情况说明";

bool contains_any(const std::string& text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

void warn(EvidenceFile& file, const std::string& reason) {
  if (file.state == EvidenceState::bound) file.state = EvidenceState::bound_with_warning;
  if (!file.reason.empty()) file.reason += "；";
  file.reason += reason;
}

enum class KindMatch { yes, unrecognised, no };

KindMatch match_kind(const Demand& demand, const EvidenceFile& file, const Rubric& rubric) {
  if (demand.kinds.empty() || !demand.standard) return KindMatch::yes;  // a derived demand asks for one file of any kind
  const std::vector<std::string> kinds = kinds_of(file, rubric);
  const bool statement = demand.kinds.front() == kStatementKind && file.title.find(kStatementKind) != std::string::npos;
  if (statement) return KindMatch::yes;  // also where the rubric lists no such kind
  if (kinds.empty()) return KindMatch::unrecognised;
  const bool meets = std::any_of(kinds.begin(), kinds.end(),
                                 [&](const std::string& kind) { return std::find(demand.kinds.begin(), demand.kinds.end(), kind) != demand.kinds.end(); });
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
  return Finding::of(severity, code, in_evidence(file.path).of(result.indicator->id), std::move(message), std::move(hint)).by(result.owner);
}

bool is_outside(const EvidenceDate& date, const Window& window) {
  const auto year = date.year();
  if (!year) return false;
  const int first = date.first_year != 0 ? date.first_year : *year;
  const int last = date.first_year != 0 ? date.last_year : *year;
  return last < window.from || first > window.to;
}

/// Why a file of the right kind is not accepted.
struct Refusal {
  std::string code;
  std::string message;
  std::string hint;
};

/// A file's own date (of a PDF, of a photo) never refuses: a paper saved as PDF today may be of any year.
std::optional<Refusal> refusal_of(const EvidenceFile& file, const Demand& demand, const Years& years) {
  const auto window = window_of(demand, years);
  if (window && file.date.origin == DateOrigin::title && is_outside(file.date, *window)) {
    return Refusal{"evidence-outside-window", "材料日期为" + std::to_string(*file.date.year()) + "年，要求" + window->text(),
                   "请换成" + window->text() + "的材料；日期有误时改正文件名"};
  }
  if (demand.caption && file.format == EvidenceFormat::picture && file.caption.empty()) {
    return Refusal{"evidence-picture-uncaptioned", "图片没有图说，评价标准要求所有图片均有图说",
                   "请把图说写进文件名，或在同一文件夹的 图说.txt 里写一行“文件名：图说”"};
  }
  return std::nullopt;
}

/// The indicator's files, but one of each content.
std::vector<std::size_t> without_copies(const IndicatorResult& result, const std::vector<EvidenceFile>& files) {
  std::set<std::string> contents;
  std::vector<std::size_t> out;
  for (std::size_t index : result.evidence) {
    const EvidenceFile& file = files[index];
    if (!is_usable(file) || file.sha256.empty() || contents.insert(file.sha256).second) out.push_back(index);
  }
  return out;
}

/// One demand of one indicator being judged.
class DemandJudge {
 public:
  DemandJudge(IndicatorResult& result, std::vector<EvidenceFile>& files, const DemandContext& context, Findings& findings)
      : result_(result), files_(files), context_(context), findings_(findings), papers_(without_copies(result, files)) {}

  DemandResult judge(const Demand& demand) {
    DemandResult out;
    out.demand = &demand;
    Outcome outcome{&demand, 0, false, {}, {}};
    for (std::size_t index : papers_) {
      const KindMatch match = match_kind(demand, files_[index], context_.rubric);
      if (match == KindMatch::no) continue;
      outcome.any_candidate |= match == KindMatch::yes || !is_usable(files_[index]);
      if (!is_usable(files_[index])) continue;
      if (auto refusal = refusal_of(files_[index], demand, context_.years)) outcome.refused.emplace_back(index, std::move(*refusal));
      else if (match == KindMatch::unrecognised) outcome.unrecognised.push_back(index);
      else accept(index, demand, out);
    }
    outcomes_.push_back(std::move(outcome));
    return out;
  }

  /// A file of no recognised kind serves one demand only: the first that lacks one, else the one with the fewest.
  void share_out(std::vector<DemandResult>& demands) {
    for (std::size_t index : papers_) {
      DemandResult* best = nullptr;
      for (DemandResult& demand : demands) {
        const Outcome* outcome = outcome_of(demand);
        if (outcome == nullptr || std::find(outcome->unrecognised.begin(), outcome->unrecognised.end(), index) == outcome->unrecognised.end()) continue;
        const auto lack = [](const DemandResult& one) { return std::max(0, one.demand->min - one.accepted); };
        if (best == nullptr || lack(demand) > lack(*best) ||
            (lack(*best) == 0 && lack(demand) == 0 && counted_for(demand, files_) < counted_for(*best, files_)))
          best = &demand;
      }
      if (best == nullptr) continue;
      accept(index, *best->demand, *best);
      unrecognised_.insert(index);
    }
    for (DemandResult& demand : demands) {
      Outcome* outcome = outcome_of(demand);
      if (outcome == nullptr) continue;
      outcome->accepted = demand.accepted;
      outcome->any_candidate |= demand.accepted > 0 || !outcome->refused.empty();
      demand.tried = outcome->any_candidate;
    }
  }

  /// What is refused or lacking; said when all demands are judged, since a file may fail one demand and serve another (报表 of two years).
  void report_gaps() {
    for (const Outcome& outcome : outcomes_) {
      const bool named = report_refused(outcome);
      report_shortfall(outcome, named);
    }
    if (lacking_.empty()) return;
    findings_.push_back(Finding::missing("evidence-missing", evidence_of(result_.indicator->id), "缺少：" + lacking_words(), put_here())
                            .by(result_.owner)
                            .following(context_.no_evidence));
  }

  /// Warnings that a file earns once, however many demands it serves.
  void report_doubts() {
    for (std::size_t index : undated_) {
      warn(files_[index], "未注明日期");
      findings_.push_back(about_file(files_[index], result_, "evidence-undated", Severity::warning, "看不出材料的日期，无法核对是否在要求的年度内",
                                     "请把日期写进文件名，如“" + std::to_string(context_.years.work) + "年3月5日”"));
    }
    for (const auto& [index, window] : dated_otherwise_) {
      const std::string date = "文件日期为" + std::to_string(*files_[index].date.year()) + "年";
      findings_.push_back(about_file(files_[index], result_, "evidence-file-date", Severity::note, date + "，文件名没有写年份，要求" + window,
                                     "材料确属" + window + "的，最好把年份写进文件名"));
    }
    for (std::size_t index : unrecognised_) {
      warn(files_[index], "种类无法识别");
      findings_.push_back(about_file(files_[index], result_, "evidence-kind-unrecognised", Severity::warning, "从文件名看不出是哪一类材料，已按符合要求计",
                                     "请在文件名里写明种类，如 通知、合同、台账、公示"));
    }
  }

 private:
  struct Outcome {
    const Demand* demand;
    int accepted;
    bool any_candidate;  ///< of a kind that fits, or taken, or refused
    std::vector<std::pair<std::size_t, Refusal>> refused;
    std::vector<std::size_t> unrecognised;  ///< would be accepted, if their kind is right
  };

  Outcome* outcome_of(const DemandResult& demand) {
    const auto found = std::find_if(outcomes_.begin(), outcomes_.end(), [&](const Outcome& one) { return one.demand == demand.demand; });
    return found == outcomes_.end() ? nullptr : &*found;
  }

  void accept(std::size_t index, const Demand& demand, DemandResult& to) {
    const EvidenceFile& file = files_[index];
    to.files.push_back(index);
    std::sort(to.files.begin(), to.files.end());
    to.accepted = static_cast<int>(to.files.size());
    accepted_.insert(index);
    if (demand.years && !file.date.year()) undated_.insert(index);
    const auto window = window_of(demand, context_.years);
    if (window && is_outside(file.date, *window)) dated_otherwise_.emplace(index, window->text());
  }

  /// True when a file that serves no demand at all has been named as the one that falls short.
  bool report_refused(const Outcome& outcome) {
    const Severity severity = outcome.accepted >= outcome.demand->min ? Severity::warning : Severity::missing;
    bool named = false;
    for (const auto& [index, refusal] : outcome.refused) {
      if (accepted_.contains(index)) continue;
      named = true;
      if (!refused_.insert(index).second) continue;
      warn(files_[index], refusal.message);
      findings_.push_back(about_file(files_[index], result_, refusal.code.c_str(), severity, refusal.message, refusal.hint));
    }
    return named;
  }

  void report_shortfall(const Outcome& outcome, bool named) {
    if (outcome.accepted >= outcome.demand->min) return;
    const int min = outcome.demand->min;
    const std::string what = outcome.demand->what + (min > 1 ? "（至少 " + std::to_string(min) + " 份）" : "") + wanted_years(*outcome.demand);
    if (outcome.accepted > 0) {
      const std::string lacking = std::to_string(min - outcome.accepted);
      findings_.push_back(
          Finding::missing("evidence-too-few", evidence_of(result_.indicator->id), "还差 " + lacking + " 份：" + what, put_here()).by(result_.owner));
    } else if (!outcome.any_candidate || (!named && !outcome.refused.empty())) {
      lacking_.push_back(what);
    }
    // Files there but none accepted: each of them already has its own finding.
  }

  std::string put_here() const { return "请把材料放入佐证材料文件夹，文件名以“" + result_.indicator->id + "”开头"; }

  /// Demands of one sentence ("…——合同", "…——发票") repeat it no more than once.
  std::string lacking_words() const {
    const std::string dash = "——";
    std::string out, sentence;
    for (const std::string& what : lacking_) {
      const std::size_t at = what.find(dash);
      const bool same = !out.empty() && at != std::string::npos && what.substr(0, at) == sentence;
      out += same ? "、" + what.substr(at + dash.size()) : (out.empty() ? "" : "；") + what;
      sentence = at == std::string::npos ? "" : what.substr(0, at);
    }
    return out;
  }

  std::string wanted_years(const Demand& demand) const {
    const auto window = window_of(demand, context_.years);
    return window ? "（" + window->text() + "）" : "";
  }

  std::vector<std::string> lacking_;  ///< demands without any file
  IndicatorResult& result_;
  std::vector<EvidenceFile>& files_;
  const DemandContext& context_;
  Findings& findings_;
  std::vector<std::size_t> papers_;  ///< without copies
  std::set<std::size_t> undated_;
  std::map<std::size_t, std::string> dated_otherwise_;  ///< by the file's own date; the window asked for
  std::set<std::size_t> unrecognised_;
  std::set<std::size_t> refused_;
  std::set<std::size_t> accepted_;  ///< by any demand
  std::vector<Outcome> outcomes_;
};

bool applies(const Demand& demand, const UnitInfo& unit) {
  if (demand.only_if_field.empty()) return true;
  const std::string value = unit.text(demand.only_if_field);
  return value.empty() ? demand.only_if_value == "是" : value == demand.only_if_value;  // not said: the ordinary demand holds
}

/// What 不适用 asks for instead of the ordinary demands.
const Demand& statement_demand() {
  static const Demand kDemand = [] {
    Demand demand;
    demand.what = kStatementKind;
    demand.kinds = {kStatementKind};
    demand.standard = true;
    return demand;
  }();
  return kDemand;
}

Finding waived_note(const IndicatorResult& result, const Demand& demand) {
  return Finding::note("demand-waived", evidence_of(result.indicator->id),
                       "“" + demand.only_if_field + "”为“" + demand.only_if_value + "”的单位才要交，本单位不用交：" + demand.what)
      .by(result.owner);
}

/// Files that serve none of the demands although one of them is still open: most often the title names the wrong kind of paper.
void report_unsuited(const IndicatorResult& result, std::vector<EvidenceFile>& files, const Rubric& rubric, Findings& findings) {
  std::set<std::string> wanted;
  for (const DemandResult& demand : result.demands) {
    if (!demand.waived && demand.accepted < demand.demand->min) wanted.insert(demand.demand->kinds.begin(), demand.demand->kinds.end());
  }
  if (wanted.empty()) return;
  for (std::size_t index : without_copies(result, files)) {
    EvidenceFile& file = files[index];
    const bool serves = std::any_of(result.demands.begin(), result.demands.end(),
                                    [&](const DemandResult& d) { return !d.waived && could_serve(*d.demand, file, rubric); });
    if (serves || !is_usable(file)) continue;
    const std::string kinds = join(kinds_of(file, rubric), "、");
    warn(file, "种类与要求不符");
    findings.push_back(about_file(file, result, "evidence-kind-unsuited", Severity::warning,
                                  "从文件名看是" + kinds + "，还缺的是" + join({wanted.begin(), wanted.end()}, "、"),
                                  "请核对材料；文件名没有写明种类的，请写明"));
  }
}

void remind_of_captions(const IndicatorResult& result, std::vector<EvidenceFile>& files, Findings& findings) {
  const bool demanded = std::any_of(result.demands.begin(), result.demands.end(), [](const DemandResult& d) { return !d.waived && d.demand->caption; });
  for (std::size_t index : without_copies(result, files)) {
    EvidenceFile& file = files[index];
    if (demanded || !is_usable(file) || file.format != EvidenceFormat::picture || !file.caption.empty()) continue;
    if (file.indicators.front() != result.indicator->id) continue;  // named once
    warn(file, "没有图说");
    findings.push_back(about_file(file, result, "evidence-picture-uncaptioned", Severity::warning, "照片没有图说，评审时看不出拍的是什么",
                                  "请把图说写进文件名，或在同一文件夹的 图说.txt 里写一行“文件名：图说”"));
  }
}

}  // namespace

std::vector<std::string> kinds_of(const EvidenceFile& file, const Rubric& rubric) {
  std::vector<std::string> out;
  for (const EvidenceKind& kind : rubric.evidence_kinds) {
    const bool fits = kind.picture ? file.format == EvidenceFormat::picture : contains_any(file.title, kind.words);
    if (fits) out.push_back(kind.name);
  }
  return out;
}

bool is_usable(const EvidenceFile& file) { return file.state == EvidenceState::bound || file.state == EvidenceState::bound_with_warning; }

bool could_serve(const Demand& demand, const EvidenceFile& file, const Rubric& rubric) { return match_kind(demand, file, rubric) != KindMatch::no; }

void judge_demands(IndicatorResult& result, std::vector<EvidenceFile>& files, const DemandContext& context, bool statement, Findings& findings) {
  DemandJudge judge(result, files, context, findings);
  if (statement) {
    result.demands.push_back(judge.judge(statement_demand()));
    judge.share_out(result.demands);
    judge.report_gaps();
    judge.report_doubts();
    report_unsuited(result, files, context.rubric, findings);
    return;
  }
  for (const Demand& demand : result.indicator->evidence) {
    if (!applies(demand, context.unit)) {
      DemandResult waived;
      waived.demand = &demand;
      waived.waived = true;
      result.demands.push_back(waived);
      findings.push_back(waived_note(result, demand));
      continue;
    }
    result.demands.push_back(judge.judge(demand));
  }
  judge.share_out(result.demands);
  judge.report_gaps();
  judge.report_doubts();
  report_unsuited(result, files, context.rubric, findings);
  remind_of_seals(result, files, findings);
  remind_of_captions(result, files, findings);
}

std::int64_t counted_for(const DemandResult& demand, const std::vector<EvidenceFile>& files) {
  std::int64_t count = 0;
  for (std::size_t index : demand.files) count += files[index].counted;
  return count;
}

std::optional<Points> points_of_evidence(const IndicatorResult& result, const std::vector<EvidenceFile>& files, Points maximum, bool statement) {
  std::optional<std::int64_t> least;
  bool all_met = true;
  for (const DemandResult& demand : result.demands) {
    if (demand.waived) continue;
    all_met &= demand.accepted >= demand.demand->min;
    least = std::min(least.value_or(counted_for(demand, files)), counted_for(demand, files));
  }
  if (!least) return std::nullopt;
  const Rule& rule = result.indicator->rule;
  if (rule.counts() && !statement) return points_for(rule, *least, maximum);  // each time wants every paper asked for
  return all_met ? maximum : Points();
}

}  // namespace lvce
