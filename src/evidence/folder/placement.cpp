#include "evidence/folder/placement.h"

#include <algorithm>

#include "evidence/folder/names.h"
#include "support/text.h"
#include "support/unseen.h"

namespace lvce {
namespace {

const std::string kWholeNumber = "请在文件名前面写明完整的指标编号";
constexpr std::size_t kListedIds = 12;
constexpr std::size_t kSingleFindings = 20;  ///< above this many of one cause in one folder, one finding speaks for all

std::string listed(std::vector<std::string> ids) {
  const std::size_t all = ids.size();
  if (all > kListedIds) ids.resize(kListedIds);
  return join(ids, "、") + (all > kListedIds ? "等" + std::to_string(all) + "个" : "");
}

std::string unknown_text(const Levels& levels) { return "编号" + levels_text(levels) + "在评价标准中没有"; }

/// A relative number as it would be in full, so that the nearest is looked for inside the folder.
Levels in_full(const Levels& levels, const FolderMeaning& folder) {
  return begins_with(levels, folder.group) || levels.size() > 2 ? levels : joined(folder.group, levels);
}

void mark(EvidenceFile& file, const std::string& reason) {
  if (file.state == EvidenceState::bound) file.state = EvidenceState::bound_with_warning;
  file.reason += (file.reason.empty() ? "" : "；") + reason;
}

}  // namespace

void Placement::note_folder(const WalkedFolder& folder, const NamePlace& place, const FolderMeaning& above) {
  if (folder.hidden) return;
  if (place.elsewhere) {
    findings_.push_back(
        Finding::warning("evidence-number-elsewhere", in_evidence(folder.path),
                         "文件夹在指标" + join(above.ids, "、") + "的文件夹里，编号却是" + join(place.ids, "、") + "，其中的文件归入" + join(place.ids, "、"),
                         "归入" + join(above.ids, "、") + "的，请去掉这个编号；否则请移出来"));
  } else if (place.kind == PlaceKind::above && !place.unknown.empty()) {
    findings_.push_back(Finding::warning("evidence-number-unknown", in_evidence(folder.path),
                                         unknown_text(place.unknown) + "，其中的文件仍归入所在文件夹的指标" + join(above.ids, "、"),
                                         nearest_hint(place.unknown, "文件夹名")));
  }
}

void Placement::assign(EvidenceFile& file, const NamePlace& place, const FolderMeaning& folder, const WalkedEntry& entry) {
  const Levels& group = place.kind == PlaceKind::group ? place.group : folder.group;
  file.under = levels_text(place.kind == PlaceKind::unknown ? in_full(place.unknown, folder) : group);
  const bool unreadable = place.kind == PlaceKind::unclear || place.kind == PlaceKind::unknown;
  if (place.kind == PlaceKind::ids) take_own(file, place, folder, entry);
  else if (!unreadable && !folder.ids.empty()) take_folder(file, place, folder, entry);
  else if (declined_.contains(visible(entry.path))) set_aside(file, entry);
  else if (unreadable) leave_out(file, place, folder, entry);
  else if (folder.doubt.any() && place.kind == PlaceKind::above) {
    if (file.under.empty()) file.under = levels_text(folder.doubt.unknown);
    file.state = EvidenceState::unassigned;
    count_doubtful_folder(file, folder, entry, true);
  } else {
    file.state = EvidenceState::unassigned;
    report_unassigned(file, group, entry);
  }
}

void Placement::take_own(EvidenceFile& file, const NamePlace& place, const FolderMeaning& folder, const WalkedEntry& entry) {
  const ReadNumber& number = place.number;
  file.indicators = in_printed_order(place.ids);
  if (!number.unknown_joined.empty()) {
    say(entry, "evidence-number-unknown", Severity::error, unknown_text(number.unknown_joined), nearest_hint(number.unknown_joined, "文件名"));
  }
  if (!number.range_end.empty()) {
    say(entry, "evidence-number-range", Severity::warning,
        "编号像是一个范围，只归入了" + number.indicators.front() + "，没有归入" + levels_text(number.range_end),
        "同时用于几个指标时，请用“、”或“+”连接各个编号");
  }
  if (place.elsewhere) {
    const std::string reason = "文件在指标" + join(folder.ids, "、") + "的文件夹里，编号却是" + join(file.indicators, "、") + "，已归入" +
                               join(file.indicators, "、");
    mark(file, reason);
    say(entry, "evidence-number-elsewhere", Severity::warning, reason, "归入" + join(folder.ids, "、") + "的，请去掉文件名里的编号；否则请移出这个文件夹");
  }
}

void Placement::take_folder(EvidenceFile& file, const NamePlace& place, const FolderMeaning& folder, const WalkedEntry& entry) {
  file.indicators = in_printed_order(folder.ids);
  if (folder.doubt.any()) count_doubtful_folder(file, folder, entry, false);
  if (place.unknown.empty()) return;
  const std::string reason = unknown_text(place.unknown) + "，已归入所在文件夹的指标" + join(file.indicators, "、");
  mark(file, reason);
  say(entry, "evidence-number-unknown", Severity::warning, reason, nearest_hint(place.unknown, "文件名"));
}

void Placement::set_aside(EvidenceFile& file, const WalkedEntry& entry) {
  file.state = EvidenceState::unassigned;
  file.declined = true;
  file.reason = "归档建议.xlsx里填了否，不作佐证";
  if (entry.code.empty()) set_aside_.push_back(entry.path);
}

void Placement::leave_out(EvidenceFile& file, const NamePlace& place, const FolderMeaning& folder, const WalkedEntry& entry) {
  file.state = EvidenceState::unassigned;
  if (place.kind == PlaceKind::unknown) {
    file.reason = unknown_text(place.unknown);
    say(entry, "evidence-number-unknown", Severity::error, file.reason, nearest_hint(in_full(place.unknown, folder), "文件名"));
    return;
  }
  file.reason = "编号可以读作" + join(place.readings, "，也可以读作") + "，未归入任何指标";
  say(entry, "evidence-number-doubtful", Severity::warning, file.reason, kWholeNumber + "，用于几个指标的用“、”连接");
}

/// Files that are refused anyway are named once.
void Placement::say(const WalkedEntry& entry, const char* code, Severity severity, std::string message, std::string hint) {
  if (entry.code.empty()) findings_.push_back(Finding::of(severity, code, in_evidence(entry.path), std::move(message), std::move(hint)));
}

void Placement::count_doubtful_folder(EvidenceFile& file, const FolderMeaning& folder, const WalkedEntry& entry, bool unassigned) {
  Cause& cause = doubtful_folders_[folder.doubt.folder];
  const bool unknown = !folder.doubt.unknown.empty();
  cause.code = unknown ? "evidence-number-unknown" : "evidence-number-doubtful";
  cause.severity = unknown ? Severity::error : Severity::warning;
  cause.message = unknown ? "文件夹" + unknown_text(folder.doubt.unknown) : "文件夹编号可以读作" + join(folder.doubt.readings, "，也可以读作");
  cause.hint = unknown ? nearest_hint(folder.doubt.unknown, "文件夹名") : "请把文件夹名改为完整的编号和名称";
  if (!unassigned) return;
  file.reason = cause.message;
  cause.paths.push_back(entry.path);
}

void Placement::report_unassigned(EvidenceFile& file, const Levels& group, const WalkedEntry& entry) {
  file.reason = group.empty() ? "没有指标编号，未归入任何指标" : "只有上级编号" + levels_text(group) + "，未归入具体指标";
  if (!entry.code.empty()) return;
  const std::string example = table_.nearest({1});
  Cause& cause = unassigned_[{entry.folder, levels_text(group)}];
  cause.message = file.reason;
  cause.hint = group.empty() ? "请在文件名前加上指标编号" + (example.empty() ? "" : "，如" + example) : "请改用其下的指标编号：" + listed(table_.below(group));
  cause.hint += "；也可以先运行 lvce sort，由程序提出归处（不用作佐证的填否）";
  cause.paths.push_back(entry.path);
}

void Placement::report(const Walked& walked) {
  if (!set_aside_.empty()) {
    findings_.push_back(Finding::note("evidence-declined", in_evidence(""), std::to_string(set_aside_.size()) + "个文件在归档建议.xlsx里填了否，不作佐证",
                                      "要用的，请把“采用”改为是，再运行 lvce sort --apply")
                            .at_all(evidence_places(set_aside_)));
  }
  for (const auto& [folder, cause] : doubtful_folders_) {
    const std::string count = cause.paths.empty() ? "" : "，其中" + std::to_string(cause.paths.size()) + "个文件未归入任何指标";
    findings_.push_back(Finding::of(cause.severity, cause.code, in_evidence(walked.folders[folder].path), cause.message + count, cause.hint)
                            .at_all(evidence_places(cause.paths)));
  }
  for (const auto& [key, cause] : unassigned_) {
    if (cause.paths.size() > kSingleFindings) {
      findings_.push_back(Finding::warning("evidence-unassigned", in_evidence(walked.folders[key.first].path),
                                           std::to_string(cause.paths.size()) + "个文件" + cause.message, cause.hint)
                              .at_all(evidence_places(cause.paths)));
      continue;
    }
    for (const std::string& path : cause.paths) findings_.push_back(Finding::warning("evidence-unassigned", in_evidence(path), cause.message, cause.hint));
  }
}

std::vector<std::string> Placement::in_printed_order(std::vector<std::string> ids) const {
  std::sort(ids.begin(), ids.end(), [this](const auto& left, const auto& right) { return table_.position(left) < table_.position(right); });
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

std::string Placement::nearest_hint(const Levels& levels, const std::string& what) const {
  const std::string nearest = table_.nearest(levels);
  return nearest.empty() ? "请改" + what : "最接近的是" + nearest + "，请核对后改" + what;
}

}  // namespace lvce
