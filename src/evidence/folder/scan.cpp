// scan_evidence: names to numbers, titles, dates and captions. Nothing is opened but the caption files.
#include <algorithm>
#include <map>

#include "evidence/evidence.h"
#include "evidence/folder/captions.h"
#include "evidence/folder/folder_meaning.h"
#include "evidence/folder/names.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::size_t kListedIds = 12;
constexpr std::size_t kNamedFolders = 5;
constexpr std::size_t kSingleFindings = 20;  ///< above this many of one cause in one folder, one finding speaks for all

std::string listed(std::vector<std::string> ids) {
  const std::size_t all = ids.size();
  if (all > kListedIds) ids.resize(kListedIds);
  return join(ids, "、") + (all > kListedIds ? "等" + std::to_string(all) + "个" : "");
}

/// Files that fell out for the same cause in the same folder.
struct Cause {
  std::string code;
  Severity severity = Severity::warning;
  std::string message;
  std::string hint;
  std::vector<std::string> paths;
};

class Scanner {
 public:
  Scanner(const Rubric& rubric, Findings& findings) : table_(rubric), findings_(findings) {}

  EvidenceFolder run(const std::filesystem::path& folder) {
    const Walked walked = walk_evidence(folder);
    EvidenceFolder out;
    out.exists = walked.exists;
    if (!walked.exists) {
      findings_.push_back(Finding::missing("evidence-folder-missing", in_evidence(""), "没有找到佐证材料文件夹", hint_for_missing(folder)));
      return out;
    }
    learn_folders(walked);
    read_captions(walked);
    for (const WalkedEntry& entry : walked.entries) out.files.push_back(read_entry(entry));
    for (const auto& [folder_index, captions] : captions_) captions.report_unused(findings_);
    report_causes(walked);
    if (walked.truncated) report_truncated();
    order(out.files);
    return out;
  }

 private:
  /// Other folders beside it: one of them may be it by another name.
  static std::string hint_for_missing(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    const std::filesystem::path above = std::filesystem::absolute(folder, error).parent_path();
    for (std::filesystem::directory_iterator entry(above, error), end; !error && entry != end; entry.increment(error)) {
      const std::string name = entry->path().filename().string();
      std::error_code ignored;
      if (entry->is_directory(ignored) && is_valid_utf8(name) && !name.starts_with('.') && name != "盖章件") names.push_back("“" + name + "”");
    }
    const std::string make = "请建立“佐证材料”文件夹，按指标编号放入材料";
    if (names.empty() || names.size() > kNamedFolders) return make;
    std::sort(names.begin(), names.end());
    return "如果材料放在" + join(names, "、") + "里，请把文件夹改名为“佐证材料”，或用 --evidence 指定；还没有的，" + make;
  }

  void learn_folders(const Walked& walked) {
    for (std::size_t i = 0; i < walked.folders.size(); ++i) {
      const WalkedFolder& folder = walked.folders[i];
      meanings_.push_back(i == 0 ? FolderMeaning{} : meaning_below(meanings_[folder.parent], folder, i, table_));
    }
  }

  void read_captions(const Walked& walked) {
    for (const WalkedEntry& entry : walked.entries) {
      const bool named = entry.name.starts_with("图说.");
      if (named && entry.code.empty() && !meanings_[entry.folder].hidden) captions_[entry.folder].read(entry.disk, entry.path, findings_);
    }
  }

  EvidenceFile read_entry(const WalkedEntry& entry) {
    EvidenceFile file;
    file.path = entry.path;
    file.disk = entry.disk;
    file.bytes = entry.bytes;
    const FolderMeaning& folder = meanings_[entry.folder];
    if (entry.code.empty() && (folder.hidden || is_auxiliary_name(entry.name))) {
      file.state = EvidenceState::auxiliary;
      file.title = entry.name;
      return file;
    }
    const NameParts parts = split_name(entry.name);
    const ReadNumber number = read_number(parts.stem, table_);
    name(file, number, parts, folder, entry);
    assign(file, number, folder, entry);
    if (!entry.code.empty()) refuse(file, entry);
    return file;
  }

  void name(EvidenceFile& file, const ReadNumber& number, const NameParts& parts, const FolderMeaning& folder, const WalkedEntry& entry) {
    file.title = number.rest;
    if (file.title.empty()) {
      file.title = folder.title.empty() ? parts.stem : folder.title + (number.order.empty() ? "" : " " + number.order);
    }
    file.counted = counted_in(number.rest);
    if (const auto date = date_in(number.rest)) file.date = {*date, DateOrigin::title};
    if (const auto captions = captions_.find(entry.folder); captions != captions_.end()) {
      file.caption = captions->second.take(entry.name).value_or("");
    }
    if (!is_camera_name(number.rest)) {
      if (file.caption.empty()) file.caption = number.rest;
    } else if (!file.caption.empty()) {
      file.title = file.caption;
    }
  }

  void assign(EvidenceFile& file, const ReadNumber& number, const FolderMeaning& folder, const WalkedEntry& entry) {
    if (!number.unknown_joined.empty()) report_unknown(entry, number.unknown_joined);
    if (!number.range_end.empty()) report_range(entry, number);
    if (number.kind == NumberKind::indicator) {
      file.indicators = in_printed_order(number.indicators);
    } else if (number.kind == NumberKind::unknown) {
      file.state = EvidenceState::unassigned;
      file.reason = report_unknown(entry, number.levels);
    } else if (!folder.ids.empty()) {
      file.indicators = in_printed_order(folder.ids);
      if (!folder.unknown.empty()) count_unknown_folder(file, folder, entry, false);
    } else if (!folder.unknown.empty()) {
      file.state = EvidenceState::unassigned;
      count_unknown_folder(file, folder, entry, true);
    } else {
      file.state = EvidenceState::unassigned;
      report_unassigned(file, number, folder, entry);
    }
  }

  std::vector<std::string> in_printed_order(std::vector<std::string> ids) const {
    std::sort(ids.begin(), ids.end(), [this](const auto& left, const auto& right) { return table_.position(left) < table_.position(right); });
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
  }

  std::string report_unknown(const WalkedEntry& entry, const Levels& levels) {
    const std::string reason = "编号" + levels_text(levels) + "在评价标准中没有";
    if (!entry.code.empty()) return reason;  // refused anyway: named once
    findings_.push_back(Finding::error("evidence-number-unknown", in_evidence(entry.path), reason, nearest_hint(levels, "文件名")));
    return reason;
  }

  void report_range(const WalkedEntry& entry, const ReadNumber& number) {
    findings_.push_back(Finding::warning("evidence-number-range", in_evidence(entry.path),
                                         "编号像是一个范围，只归入了" + number.indicators.front() + "，没有归入" + levels_text(number.range_end),
                                         "同时用于几个指标时，请用“、”或“+”连接各个编号"));
  }

  std::string nearest_hint(const Levels& levels, const std::string& what) const {
    const std::string nearest = table_.nearest(levels);
    return nearest.empty() ? "请改" + what : "最接近的是" + nearest + "，请核对后改" + what;
  }

  void count_unknown_folder(EvidenceFile& file, const FolderMeaning& folder, const WalkedEntry& entry, bool unassigned) {
    const std::string reason = "文件夹编号" + levels_text(folder.unknown) + "在评价标准中没有";
    if (unassigned) file.reason = reason;
    Cause& cause = unknown_folders_[folder.unknown_folder];
    cause.message = reason;
    cause.hint = nearest_hint(folder.unknown, "文件夹名");
    if (unassigned) cause.paths.push_back(entry.path);
  }

  void report_unassigned(EvidenceFile& file, const ReadNumber& number, const FolderMeaning& folder, const WalkedEntry& entry) {
    const bool own = number.kind == NumberKind::group || (number.kind == NumberKind::plain && folder.group.empty() && table_.is_group(number.levels));
    const Levels& group = own ? number.levels : folder.group;
    file.reason = group.empty() ? "没有指标编号，未归入任何指标" : "只有上级编号" + levels_text(group) + "，未归入具体指标";
    if (!entry.code.empty()) return;
    const std::string hint = group.empty() ? "请在文件名前加上指标编号" + (table_.nearest({1}).empty() ? "" : "，如" + table_.nearest({1}))
                                           : "请改用其下的指标编号：" + listed(table_.below(group));
    Cause& cause = unassigned_[{entry.folder, levels_text(group)}];
    cause.message = file.reason;
    cause.hint = hint;
    cause.paths.push_back(entry.path);
  }

  void refuse(EvidenceFile& file, const WalkedEntry& entry) {
    file.state = EvidenceState::rejected;
    file.reason = entry.reason;
    findings_.push_back(Finding::error(entry.code, in_evidence(entry.path), entry.reason, entry.hint));
  }

  void report_causes(const Walked& walked) {
    for (const auto& [folder, cause] : unknown_folders_) {
      const std::string count = cause.paths.empty() ? "" : "，其中" + std::to_string(cause.paths.size()) + "个文件未归入任何指标";
      findings_.push_back(Finding::error("evidence-number-unknown", in_evidence(walked.folders[folder].path), cause.message + count, cause.hint)
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

  void report_truncated() {
    findings_.push_back(
        Finding::error("evidence-too-many-files", in_evidence(""), "文件超过" + std::to_string(kMaxEvidenceFiles) + "个，其余未读取", "请只保留佐证材料"));
  }

  void order(std::vector<EvidenceFile>& files) const {
    struct Key {
      std::size_t place;
      std::string path;  ///< folded, so that full-width digits sort as digits
      std::size_t index;
    };
    std::vector<Key> keys;
    for (std::size_t i = 0; i < files.size(); ++i) keys.push_back({place_of(files[i]), fold_width(files[i].path), i});
    std::sort(keys.begin(), keys.end(), [&](const Key& left, const Key& right) {
      if (left.place != right.place) return left.place < right.place;
      if (natural_less(left.path, right.path)) return true;
      if (natural_less(right.path, left.path)) return false;
      return left.index < right.index;
    });
    std::vector<EvidenceFile> sorted;
    sorted.reserve(files.size());
    for (const Key& key : keys) sorted.push_back(std::move(files[key.index]));
    files = std::move(sorted);
  }

  std::size_t place_of(const EvidenceFile& file) const {
    if (file.state == EvidenceState::auxiliary) return table_.size() + 1;
    return file.indicators.empty() ? table_.size() : table_.position(file.indicators.front());
  }

  NumberTable table_;
  Findings& findings_;
  std::vector<FolderMeaning> meanings_;
  std::map<std::size_t, CaptionList> captions_;
  std::map<std::size_t, Cause> unknown_folders_;
  std::map<std::pair<std::size_t, std::string>, Cause> unassigned_;
};

}  // namespace

EvidenceFolder scan_evidence(const std::filesystem::path& folder, const Rubric& rubric, Findings& findings) { return Scanner(rubric, findings).run(folder); }

}  // namespace lvce
