#include "assess/score.h"

#include <algorithm>

#include "assess/rules.h"
#include "rubric/counting.h"
#include "support/text.h"

namespace lvce {
namespace {

/// One indicator being scored; keeps what the steps share.
class Scorer {
 public:
  Scorer(IndicatorResult& result, Points item_maximum, std::vector<EvidenceFile>& files, const ScoreContext& context, Findings& findings)
      : result_(result),
        rule_(result.indicator->rule),
        maximum_(result.indicator->points.value_or(rule_.cap.value_or(item_maximum))),
        files_(files),
        context_(context),
        findings_(findings) {}

  void run() {
    if (result_.stated != nullptr) answer_ = read_answer(rule_, *result_.stated);
    if (answer_.shape == Answer::Shape::invalid) report_invalid();
    judge_rule();
    judge_claim();
    if (result_.rule_points && *result_.rule_points > Points()) {
      const std::size_t before = findings_.size();
      if (!asks_no_statement()) judge_demands(result_, files_, context_.demands, answer_.shape == Answer::Shape::not_applicable, findings_);
      result_.evidence_points = points_of_evidence(result_, files_, maximum_, answer_.shape == Answer::Shape::not_applicable);
      price_gaps(before);
      report_too_few_counted();
    }
    result_.supported = supported();
    result_.status = status();
    report_gap();
    report_unclaimed();
  }

 private:
  const std::optional<Points>& claim() const {
    static const std::optional<Points> kNone;
    return result_.stated == nullptr ? kNone : result_.stated->claim.value;
  }

  Finding about_cell(const char* code, Severity severity, const CellPlace& place, std::string message, std::string hint) const {
    return Finding::of(severity, code, place.in(context_.workbook_file).of(result_.indicator->id), std::move(message), std::move(hint)).by(result_.owner);
  }

  std::string name() const { return "指标 " + result_.indicator->id; }

  /// What an answer costs that cannot be used: the claim, else all that the indicator gives.
  std::optional<Points> lost_by_answer() const {
    if (claim()) return std::min(*claim(), maximum_);
    return result_.indicator->points;
  }

  void report_invalid() {
    if (result_.stated->done.broken) return price_cell(result_.stated->done.place);  // the reader has named the cell
    const char* code = answer_.dash ? "answer-dash" : "answer-invalid";
    findings_.push_back(
        about_cell(code, answer_.dash ? Severity::missing : Severity::error, result_.stated->done.place, name() + " 的完成情况" + answer_.problem, answer_.hint)
            .costing(lost_by_answer()));
  }

  void price_cell(const CellPlace& cell) {
    for (Finding& finding : findings_) {
      const bool same = finding.place.sheet == cell.sheet && finding.place.cell == cell.cell;
      if (same && is_blocking(finding.severity)) finding.points = lost_by_answer();
    }
  }

  /// Points that the evidence is to support.
  Points wanted() const { return std::min({result_.claimed, *result_.rule_points, maximum_}); }

  /// What the demands found lacking since `before`, and files that were refused earlier, stand in the way of the same points.
  void price_gaps(std::size_t before) {
    if (!result_.evidence_points || *result_.evidence_points >= wanted()) return;
    const Points lost = wanted() - *result_.evidence_points;
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      Finding& finding = findings_[i];
      if (i >= before && finding.severity == Severity::missing) finding.points = lost;
      if (i < before && finding.severity == Severity::error && is_refused(finding.place)) finding.points = finding.points.value_or(Points()) + lost;
    }
  }

  bool is_refused(const Place& place) const {
    return std::any_of(result_.evidence.begin(), result_.evidence.end(),
                       [&](std::size_t index) { return files_[index].state == EvidenceState::rejected && in_evidence(files_[index].path).path == place.path; });
  }

  bool asks_no_statement() const { return answer_.shape == Answer::Shape::not_applicable && rule_.not_applicable == NotApplicable::full_points; }

  void judge_rule() {
    const bool computed = rule_.kind == RuleKind::targets && answer_.shape != Answer::Shape::not_applicable;
    switch (computed ? Answer::Shape::blank : answer_.shape) {
      case Answer::Shape::invalid: result_.rule_points = Points(); break;
      case Answer::Shape::not_applicable: judge_not_applicable(); break;
      case Answer::Shape::given: {
        const RuleOutcome outcome = points_of_answer(rule_, maximum_, answer_);
        result_.rule_points = outcome.points;
        result_.explanation = outcome.explanation;
        remark_on_parts();
        doubt_none();
        break;
      }
      case Answer::Shape::blank: rule_.kind == RuleKind::targets ? judge_targets() : judge_blank(); break;
    }
  }

  /// Parts for which this unit has no occasion (no 数据机房 …): what then counts the standard may leave open. Moves no points.
  void remark_on_parts() {
    for (std::size_t i = 0; i < rule_.parts.size(); ++i) {
      const RulePart& part = rule_.parts[i];
      const UnitInfo& unit = context_.demands.unit;
      const bool expected = part.only_if.empty() ||
                            std::any_of(part.only_if.begin(), part.only_if.end(), [&](const std::string& item) { return unit.yes(item); });
      if (expected) continue;
      const bool claimed = answer_.parts.contains(static_cast<int>(i) + 1);
      const std::string message = name() + " 第" + std::to_string(i + 1) + "项（" + part.name + "）：单位信息中" + join(part.only_if, "、") + "不是“是”，" +
                                  (claimed ? "却填了已做到" : "没有列明的情形");
      findings_.push_back(about_cell("part-not-expected", claimed ? Severity::warning : Severity::note, result_.stated->done.place, message,
                                     claimed ? "请核对单位信息；确属自评得分的，在“说明”栏写明理由" : rule_.note));
    }
  }

  /// 无 is 否, and costs the points that 不适用 would have brought.
  void doubt_none() {
    if (!answer_.none) return;
    findings_.push_back(about_cell("answer-none-doubtful", Severity::warning, result_.stated->done.place,
                                   name() + " 的完成情况填的是“" + trim(*result_.stated->done.value) + "”，按“否”计，不得分",
                                   "没有这类事项的，请改填 不适用，由评价标准另行给分；有而没有做到的，请改填 否")
                            .costing(maximum_));
  }

  void judge_not_applicable() {
    if (rule_.not_applicable == NotApplicable::refused)
      return refuse_not_applicable("not-applicable-refused", "评价标准没有规定“不适用”如何计分，不得分",
                                   name() + " 填了“不适用”，但评价标准没有规定不适用时如何计分", "请填写：" + expected_answer(rule_));
    for (const Demand& demand : result_.indicator->evidence) {
      const std::string said = context_.demands.unit.text(demand.only_if_field);
      const bool blank = said.empty();
      if (demand.only_if_value != "是" || (!blank && said != "是")) continue;
      return refuse_not_applicable("not-applicable-contradicts", "单位信息的“" + demand.only_if_field + "”不是“否”，不能填“不适用”，不得分",
                                   name() + " 填了“不适用”，但单位信息的“" + demand.only_if_field + (blank ? "”没有填，按“是”计" : "”为“是”"),
                                   blank ? "没有的，请把“" + demand.only_if_field + "”填为“否”" : "请核对两处，只能有一处是对的");
    }
    result_.rule_points = maximum_;
    result_.explanation = "不适用，按评价标准直接得 " + maximum_.text() + " 分";
  }

  void refuse_not_applicable(const char* code, std::string explanation, std::string message, std::string hint) {
    answer_.shape = Answer::Shape::invalid;
    result_.rule_points = Points();
    result_.explanation = std::move(explanation);
    findings_.push_back(about_cell(code, Severity::error, result_.stated->done.place, std::move(message), std::move(hint)).costing(lost_by_answer()));
  }

  void judge_targets() {
    const TargetsOutcome outcome = points_of_targets(rule_, maximum_, context_.targets);
    result_.rule_points = outcome.points;
    result_.explanation = outcome.explanation;
    if (outcome.points < maximum_) price_targets();
    split_open_ = outcome.partly && !rule_.note.empty();
    if (split_open_) {
      findings_.push_back(Finding::warning("target-split-open", at_indicator(result_.indicator->id),
                                           "部分指标完成、部分未完成，材料支持得分按 0 分计；" + note_without_stop(),
                                           "请与主管部门商定分值，自评得分可按商定结果填写")
                              .by(result_.owner)
                              .costing(lost_by_answer()));
    }
  }

  /// What cannot be judged costs what the target gives: its own share, or all of them.
  void price_targets() {
    for (const TargetResult& target : context_.targets) {
      const auto told = told_of(target);
      if (told == findings_.end()) continue;
      const auto share = share_of(target);
      told->points = share == rule_.shares.end() ? lost_by_answer() : std::optional(share->points);
    }
  }

  std::vector<TargetShare>::const_iterator share_of(const TargetResult& target) const {
    return std::find_if(rule_.shares.begin(), rule_.shares.end(), [&](const TargetShare& one) { return one.metric == target.metric; });
  }

  /// Why a target that this rule asks for cannot be judged.
  Findings::iterator told_of(const TargetResult& target) const {
    const bool ours = std::find(rule_.metrics.begin(), rule_.metrics.end(), target.metric) != rule_.metrics.end();
    if (!target.told || (!ours && share_of(target) == rule_.shares.end())) return findings_.end();
    return std::find_if(findings_.begin(), findings_.end(), [&](const Finding& finding) { return finding.key() == *target.told; });
  }

  /// The fault for which targets cannot be judged: a claim above what they give follows from it.
  std::optional<FindingKey> told_of_targets() const {
    for (const TargetResult& target : context_.targets) {
      if (const auto told = told_of(target); told != findings_.end()) return told->cause ? told->cause : told->key();
    }
    return std::nullopt;
  }

  std::string note_without_stop() const {
    static const std::string kStop = "。";
    return rule_.note.ends_with(kStop) ? rule_.note.substr(0, rule_.note.size() - kStop.size()) : rule_.note;
  }

  void judge_blank() {
    if (!claim()) return;
    result_.rule_points = std::min(*claim(), maximum_);
    const bool own_judgement = rule_.kind == RuleKind::judged || rule_.kind == RuleKind::open || rule_.kind == RuleKind::assessor;
    result_.explanation = own_judgement ? "按自评得分计，最高 " + maximum_.text() + " 分" : "未填完成情况，按自评得分计";
    if (own_judgement) return;
    findings_.push_back(about_cell("answer-blank", Severity::warning, result_.stated->done.place, name() + " 填了自评得分，没有填完成情况，暂按自评得分计",
                                   "请补填：" + expected_answer(rule_)));
  }

  void judge_claim() {
    result_.claimed = claim().value_or(result_.rule_points.value_or(Points()));
    if (!claim()) return;
    const CellPlace& place = result_.stated->claim.place;
    if (*claim() > maximum_) {
      findings_.push_back(about_cell("claim-over-maximum", Severity::error, place,
                                     name() + " 自评得分 " + claim()->text() + " 超过该指标满分 " + maximum_.text(),
                                     "请改为不超过 " + maximum_.text() + " 的分值"));
    } else if (answer_.shape != Answer::Shape::invalid && !split_open_ && result_.rule_points && *claim() > *result_.rule_points) {
      findings_.push_back(
          about_cell("claim-over-rule", Severity::warning, place,
                     name() + " 自评得分 " + claim()->text() + "，按规则只能得 " + result_.rule_points->text() + "（" + result_.explanation + "）",
                     "请核对完成情况和自评得分")
              .following(told_of_targets()));
    }
  }

  /// "材料计得 1 次"; where each time wants several papers, of each: "会议纪要 2 次、图片 1 次，每次都要齐全".
  std::string counted_papers() const {
    std::vector<std::string> counts;
    for (const DemandResult& demand : result_.demands) {
      if (demand.waived) continue;
      const std::string kinds = demand.demand->kinds.empty() ? "材料" : join(demand.demand->kinds, "或");
      counts.push_back(kinds + " " + std::to_string(counted_for(demand, files_)) + " " + counted_name(rule_));
    }
    return counts.size() == 1 ? "材料计得" + counts.front().substr(counts.front().find(' ')) : join(counts, "、") + "，每" + counted_name(rule_) + "都要齐全";
  }

  /// Counting rules: files are there, but fewer than what is claimed.
  void report_too_few_counted() {
    if (!rule_.counts() || !result_.evidence_points || *result_.evidence_points == Points() || *result_.evidence_points >= wanted()) return;
    const std::string& id = result_.indicator->id;
    findings_.push_back(
        Finding::missing("evidence-fewer-than-claimed", evidence_of(id),
                         "自评 " + result_.claimed.text() + " 分，现有材料只支持 " + result_.evidence_points->text() + " 分（" + counted_papers() + "）",
                         "请补齐材料，文件名以“" + id + "”开头；一份材料含多项的，文件名末尾写（N项）或（N次）")
            .by(result_.owner)
            .costing(wanted() - *result_.evidence_points));
  }

  Points supported() const {
    Points least = std::min(result_.claimed, result_.rule_points.value_or(Points()));
    if (result_.evidence_points) least = std::min(least, *result_.evidence_points);
    return std::max(Points(), std::min(least, maximum_));
  }

  bool stated() const { return answer_.shape != Answer::Shape::blank || claim().has_value(); }

  Status status() const {
    if (rule_.kind == RuleKind::assessor) return Status::assessor;
    if (rule_.kind == RuleKind::targets) return Status::computed;
    if (!stated() || answer_.dash) return Status::missing;
    bool defective = answer_.shape == Answer::Shape::invalid;
    for (const DemandResult& demand : result_.demands) {
      if (demand.waived || has_enough(demand)) continue;
      if (demand.accepted > 0 || !demand.tried) return Status::missing;
      defective = true;
    }
    return defective ? Status::defective : Status::complete;
  }

  /// Its `min`, and where files are counted, as many as the points that they are to support.
  bool has_enough(const DemandResult& demand) const {
    if (demand.accepted < demand.demand->min) return false;
    const bool statement = answer_.shape == Answer::Shape::not_applicable;
    return !rule_.counts() || statement || counted_for(demand, files_) >= count_needed(rule_, wanted(), maximum_).value_or(0);
  }

  void report_gap() {
    if (result_.status != Status::missing || stated()) return;
    const bool has_row = result_.stated != nullptr;
    const Place place = has_row ? result_.stated->done.place.in(context_.workbook_file) : in_sheet(context_.workbook_file, "自评");
    if (Finding* told = told_of_sheet()) {
      told->places.push_back(place.of(result_.indicator->id));
      told->points = std::max(told->points.value_or(Points()), lost_by_answer().value_or(Points()));
      return;
    }
    findings_.push_back(Finding::missing("indicator-not-stated", place.of(result_.indicator->id), name() + " 没有填写完成情况，也没有填自评得分",
                                         "请在“自评”表中指标编号 " + result_.indicator->id + " 一行填写：" + expected_hint())
                            .by(result_.owner)
                            .costing(lost_by_answer())
                            .following(told_of_row()));
  }

  /// Points that lie about unused: papers are there, the office claims nothing.
  void report_unclaimed() {
    const bool claimable = rule_.kind != RuleKind::targets && rule_.kind != RuleKind::assessor && stated() && answer_.shape != Answer::Shape::invalid;
    const auto papers = std::count_if(result_.evidence.begin(), result_.evidence.end(), [&](std::size_t index) { return is_usable(files_[index]); });
    if (!claimable || papers == 0 || result_.claimed > Points()) return;
    const std::string lacking = parts_lacking();
    findings_.push_back(about_cell("points-unclaimed", Severity::warning, result_.stated->done.place,
                                   name() + " 已有 " + std::to_string(papers) + " 个佐证文件，自评却是 0 分（满分 " + maximum_.text() + "）" +
                                       (lacking.empty() ? "" : "：各项都做到才得分，还缺" + lacking),
                                   lacking.empty() ? "确已做到的，请改正完成情况和自评得分；没有做到的，请把文件移到它所属的指标"
                                                   : "这几项也已做到的，请在完成情况中补上并改正自评得分；没有做到的不用改"));
  }

  /// "第2项（定期公示）" of a rule that gives points only when all its parts are done, and some are.
  std::string parts_lacking() const {
    std::vector<std::string> out;
    if (rule_.kind != RuleKind::all_of || answer_.parts.empty()) return "";
    for (std::size_t i = 0; i < rule_.parts.size(); ++i) {
      if (!answer_.parts.contains(static_cast<int>(i) + 1)) out.push_back("第" + std::to_string(i + 1) + "项（" + rule_.parts[i].name + "）");
    }
    return join(out, "、");
  }

  /// A sheet that is not there, or cannot be read, is why nothing at all is stated: said once, of all indicators.
  Finding* told_of_sheet() {
    const auto found = std::find_if(findings_.begin(), findings_.end(), [](const Finding& finding) {
      return finding.place.sheet == "自评" && (finding.code == "sheet-missing" || finding.code == "sheet-no-header");
    });
    return found == findings_.end() ? nullptr : &*found;
  }

  /// A row that the reader has refused (given twice) is why nothing is stated.
  std::optional<FindingKey> told_of_row() const {
    const auto found = std::find_if(findings_.begin(), findings_.end(), [&](const Finding& finding) {
      return finding.place.indicator == result_.indicator->id && finding.place.sheet == "自评" && finding.severity == Severity::error;
    });
    return found == findings_.end() ? std::nullopt : std::optional(found->key());
  }

  std::string expected_hint() const {
    const bool claim_only = rule_.kind == RuleKind::judged || rule_.kind == RuleKind::open;
    return claim_only ? "自评得分（不超过 " + maximum_.text() + "）" : expected_answer(rule_);
  }

  IndicatorResult& result_;
  const Rule& rule_;
  Points maximum_;
  std::vector<EvidenceFile>& files_;
  const ScoreContext& context_;
  Findings& findings_;
  Answer answer_;
  bool split_open_ = false;  ///< targets partly met, where the standard does not split the points: a claim up to the maximum may stand
};

/// A row that does not count but claims something: said, so that no points vanish in silence.
void report_not_taken(const IndicatorResult& result, Taken taken, const ScoreContext& context, Findings& findings) {
  const SelfScore* row = result.stated;
  const bool choice = result.indicator->rule.kind == RuleKind::choice;  // its answer is what takes the other scheme
  const bool claims = row != nullptr && ((row->claim.value && *row->claim.value > Points()) || (row->done.value && !choice));
  if (!claims) return;
  const std::string& other = result.indicator->alternative_of;
  const std::string hint = taken == Taken::other_branch ? "请核对单位信息；不适用本单位的，把这一行的完成情况和自评得分清空"
                           : choice                     ? "请把这一行的自评得分清空，或改填完成情况"
                                    : "采用这一方案的，请在指标 " + other + " 的完成情况中选定；否则请清空这一行";
  const CellPlace& place = row->claim.value ? row->claim.place : row->done.place;
  findings.push_back(
      Finding::warning("row-not-counted", place.in(context.workbook_file).of(result.indicator->id),
                       "指标 " + result.indicator->id + (taken == Taken::other_branch ? " 不适用于本单位" : " 属于没有采用的方案") + "，所填内容不计分", hint)
          .by(result.owner));
}

}  // namespace

const SelfScore* find_score(const Workbook& workbook, const std::string& indicator) {
  for (const SelfScore& score : workbook.scores) {
    if (score.indicator == indicator) return &score;
  }
  return nullptr;
}

void score_indicator(IndicatorResult& result, Taken taken, Points item_maximum, std::vector<EvidenceFile>& files, const ScoreContext& context,
                     Findings& findings) {
  if (taken != Taken::yes) {
    report_not_taken(result, taken, context, findings);
    result.status = Status::not_applicable;
    result.explanation = taken == Taken::other_branch ? "按单位情况适用另一项，不计分" : "采用另一方案，不计分";
    return;
  }
  Scorer(result, item_maximum, files, context, findings).run();
}

}  // namespace lvce
