#include "support/told_findings.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <string_view>

namespace lvce {
namespace {

constexpr std::size_t kMany = 6;  ///< of one kind: with so many, a long list is made shorter first

/// What many of a kind have in common.
struct ManyWords {
  std::string_view code;
  std::string_view what;
  std::string_view hint;
  bool same = false;           ///< nothing else is to be said of each
  std::size_t short_list = 0;  ///< with so many also in a short list; 0: never
};

constexpr std::array kManyWords = {
    ManyWords{"indicator-not-stated", "没有填写完成情况，也没有填自评得分", "请先填“自评”表的完成情况（光标停在格上有提示；写明只填自评得分的，填自评得分）",
              true, kMany},
    ManyWords{"answer-dash", "完成情况填的是“/”，看不出是没有做到、还没有填，还是不适用", "请按各行的写法改填", false, 2},
    ManyWords{"evidence-missing", "缺少佐证材料", "请把材料放入佐证材料文件夹，文件名以指标编号开头"},
    ManyWords{"evidence-unassigned", "没有归入具体指标的文件", "请先运行 lvce sort，由程序提出归处（不用作佐证的填否）；或在文件名前加上指标编号"},
    ManyWords{"evidence-fewer-than-claimed", "材料少于自评所填的项数、次数",
              "请补齐材料，文件名以指标编号开头；一份材料含多项的，文件名末尾写（N项）或（N次）"},
    ManyWords{"answer-invalid", "完成情况看不懂", "请按各行的写法改填"},
    ManyWords{"answer-blank", "填了自评得分，没有填完成情况，暂按自评得分计", "请补填“自评”表的“完成情况”一列（光标停在格上有提示）", true},
    ManyWords{"claim-over-rule", "自评得分高于按规则能得的分", "请核对完成情况和自评得分"},
    ManyWords{"claim-over-maximum", "自评得分超过该指标满分", "请改为不超过满分的分值"},
    ManyWords{"not-applicable-refused", "填了“不适用”，评价标准没有规定如何计分", "请按各行的写法改填"},
    ManyWords{"points-unclaimed", "有佐证文件，自评却是 0 分", "确已做到的，请改正完成情况和自评得分；没有做到的，请把文件移到它所属的指标"},
    ManyWords{"evidence-number-unknown", "编号在评价标准中没有", "请按各处的提示改名"},
    ManyWords{"evidence-number-doubtful", "编号有两种读法", "请写完整的指标编号"},
    ManyWords{"evidence-outside-window", "材料的日期不在要求的年度", "请换成要求年度的材料；日期写错的，改文件名"},
    ManyWords{"evidence-picture-uncaptioned", "照片没有图说，评审时看不出拍的是什么", "请运行 lvce captions，在 图说.xlsx 里填写"},
    ManyWords{"evidence-same-content", "内容完全相同的文件，只计一份", "请核对：放错的换成正确的文件，多余的删去"},
};

const ManyWords* words_of_many(const std::string& code) {
  const auto found = std::find_if(kManyWords.begin(), kManyWords.end(), [&](const ManyWords& words) { return words.code == code; });
  return found == kManyWords.end() ? nullptr : &*found;
}

using Kind = std::pair<std::string, Severity>;

std::map<Kind, std::size_t> count_kinds(const Findings& findings) {
  std::map<Kind, std::size_t> counts;
  for (const Finding& finding : findings)
    if (finding.severity != Severity::note) ++counts[{finding.code, finding.severity}];
  return counts;
}

std::size_t told_count(const std::map<Kind, std::size_t>& counts) {
  std::size_t all = 0;
  for (const auto& [kind, count] : counts) all += count;
  return all;
}

/// The kinds to be said once: those that always are, then the most frequent until the list is short.
std::vector<Kind> kinds_to_fold(const Findings& findings) {
  const auto counts = count_kinds(findings);
  std::vector<std::pair<Kind, std::size_t>> by_count(counts.begin(), counts.end());
  std::stable_sort(by_count.begin(), by_count.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<Kind> folded;
  std::size_t left = told_count(counts);
  const bool is_long = left > kToldAtMost;
  for (const auto& [kind, count] : by_count) {
    if (count < 2) break;
    const ManyWords* words = words_of_many(kind.first);
    const bool always = words != nullptr && words->short_list > 0 && count >= words->short_list;
    if (!always && !(is_long && (count >= kMany || left > kToldAtMost))) continue;
    folded.push_back(kind);
    left -= count - 1;
  }
  return folded;
}

void take_in(Finding& whole, Findings& each, const Finding& one) {
  const std::vector<Place> own = one.places.empty() ? std::vector{one.place} : one.places;
  whole.places.insert(whole.places.end(), own.begin(), own.end());
  if (one.points && whole.points.value_or(Points()) < *one.points) whole.points = one.points;
  if (one.cause != whole.cause) whole.cause.reset();
  if (("、" + whole.owner + "、").find("、" + one.owner + "、") == std::string::npos) whole.owner += (whole.owner.empty() ? "" : "、") + one.owner;
  each.push_back(one);
}

/// The words for all, once it is known how many they are.
void name_many(Finding& whole, const Findings& each) {
  const ManyWords* words = words_of_many(whole.code);
  const std::string count = std::to_string(whole.count());
  whole.message = words != nullptr ? std::string(words->what) + "（" + count + "处）" : "同类问题" + count + "处，如：" + each.front().message;
  if (words != nullptr) whole.hint = words->hint;
  whole.answer.clear();
  const bool one_place = std::all_of(whole.places.begin(), whole.places.end(), [&](const Place& place) { return place.text() == whole.place.text(); });
  if (one_place) whole.place.indicator.clear();  // a sheet without rows: named once
}

}  // namespace

ToldList told_to_reader(const Findings& findings) {
  const std::vector<Kind> folded = kinds_to_fold(findings);
  std::map<Kind, std::size_t> at;
  ToldList told;
  for (const Finding& finding : findings) {
    const Kind kind{finding.code, finding.severity};
    const bool alone = std::find(folded.begin(), folded.end(), kind) == folded.end();
    const auto [known, first] = alone ? std::pair(at.end(), true) : at.try_emplace(kind, told.findings.size());
    if (first) {
      told.findings.push_back(finding);
      told.each.emplace_back();
    }
    if (alone) continue;
    if (first) told.findings.back().places.clear();
    take_in(told.findings[known->second], told.each[known->second], finding);
  }
  for (const auto& [kind, index] : at) name_many(told.findings[index], told.each[index]);
  return told;
}

std::optional<std::size_t> told_under(const Findings& findings, const Finding& finding) {
  const auto cause = index_of_cause(findings, finding);
  const bool under = cause && !findings[*cause].cause && (is_blocking(findings[*cause].severity) || !is_blocking(finding.severity));
  return under ? cause : std::nullopt;
}

bool same_for_each(const std::string& code) {
  const ManyWords* words = words_of_many(code);
  return words != nullptr && words->same;
}

}  // namespace lvce
