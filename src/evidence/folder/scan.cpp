// scan_evidence: names to numbers, titles, dates and captions. Nothing is opened but the caption files.
#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "evidence/archive_opener.h"
#include "evidence/evidence.h"
#include "evidence/folder/captions.h"
#include "evidence/folder/folder_meaning.h"
#include "evidence/folder/names.h"
#include "evidence/folder/placement.h"
#include "evidence/refused_kinds.h"
#include "evidence/rename_record.h"
#include "support/text.h"
#include "support/unseen.h"

namespace lvce {
namespace {

constexpr std::size_t kNamedFolders = 5;

class Scanner {
 public:
  Scanner(const Rubric& rubric, const std::set<std::string>& declined, Findings& findings)
      : table_(rubric), placement_(table_, declined, findings), findings_(findings) {}

  EvidenceFolder run(const std::filesystem::path& folder, const ArchiveOpener& opener) {
    const Walked walked = walk_evidence(folder, opener);
    EvidenceFolder out;
    out.exists = walked.exists;
    if (!walked.exists) {
      findings_.push_back(Finding::missing(EvidenceFolder::kAbsent, in_evidence(""), "没有找到佐证材料文件夹", hint_for_missing(folder)));
      return out;
    }
    learn_folders(walked);
    former_ = former_paths(read_renames(folder / kRenameRecord).value_or(std::vector<Rename>{}));
    read_captions(walked);
    for (const WalkedEntry& entry : walked.entries) out.files.push_back(read_entry(entry));
    for (const auto& [folder_index, captions] : captions_) captions.report_unused(findings_);
    number_pictures(out.files);
    placement_.report(walked);
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
      if (entry->is_directory(ignored) && is_valid_utf8(name) && !name.starts_with('.') && name != "盖章件" && name != "修改稿")
        names.push_back("“" + visible(name) + "”");
    }
    const std::string make = "请建立“佐证材料”文件夹，按指标编号放入材料";
    if (names.empty() || names.size() > kNamedFolders) return make;
    std::sort(names.begin(), names.end());
    return "如果材料放在" + join(names, "、") + "里，请把文件夹改名为“佐证材料”，或用 --evidence 指定；还没有的，" + make;
  }

  void learn_folders(const Walked& walked) {
    for (std::size_t i = 0; i < walked.folders.size(); ++i) {
      const WalkedFolder& folder = walked.folders[i];
      if (i == 0) {
        meanings_.emplace_back();
        continue;
      }
      NamePlace place;
      meanings_.push_back(meaning_below(meanings_[folder.parent], folder, i, table_, place));
      placement_.note_folder(folder, place, meanings_[folder.parent]);
    }
  }

  void read_captions(const Walked& walked) {
    std::vector<const WalkedEntry*> lists;
    for (const WalkedEntry& entry : walked.entries) {
      if (is_caption_file_name(entry.name) && entry.code.empty() && !meanings_[entry.folder].hidden) lists.push_back(&entry);
    }
    std::stable_partition(lists.begin(), lists.end(), [](const WalkedEntry* list) { return list->name.ends_with(".txt"); });  // the page writes there
    for (const WalkedEntry* list : lists) captions_[list->folder].read(list->disk, list->path, findings_);
    for (std::size_t i = 0; i < walked.folders.size(); ++i) folder_of_.emplace(walked.folders[i].path, i);
    std::map<std::size_t, std::vector<std::string>> names;
    for (const WalkedEntry& entry : walked.entries) {
      for (const auto& [folder, name] : called(entry)) names[folder].push_back(name);
    }
    for (auto& [folder, captions] : captions_) captions.match(names[folder]);
  }

  /// How a caption file may speak of the entry: beside it and from the top, and the same where it lay before it was sorted.
  std::vector<std::pair<std::size_t, std::string>> called(const WalkedEntry& entry) const {
    std::vector<std::pair<std::size_t, std::string>> out = {{entry.folder, entry.name}};
    if (entry.folder != 0) out.emplace_back(0, entry.path);
    const auto former = former_.find(entry.path);
    if (former == former_.end()) return out;
    const std::size_t slash = former->second.rfind('/');
    const auto folder = slash == std::string::npos ? folder_of_.end() : folder_of_.find(former->second.substr(0, slash));
    if (folder != folder_of_.end()) out.emplace_back(folder->second, former->second.substr(slash + 1));
    out.emplace_back(0, former->second);
    return out;
  }

  EvidenceFile read_entry(const WalkedEntry& entry) {
    EvidenceFile file;
    file.path = entry.path;
    file.disk = entry.disk;
    file.bytes = entry.bytes;
    const FolderMeaning& folder = meanings_[entry.folder];
    if (entry.code.empty() && (folder.hidden || entry.unpacked || !entry.invoices.empty() || is_auxiliary_name(entry.name))) {
      file.invoices = entry.invoices;
      file.state = EvidenceState::auxiliary;
      file.title = visible(entry.name);
      return file;
    }
    const NameParts parts = split_name(entry.name);
    const NamePlace place = place_of_file(read_name(parts.stem), folder, table_);
    name(file, place, parts, folder, entry);
    const bool stands = place.kind == PlaceKind::ids || (place.kind == PlaceKind::above && !folder.ids.empty());
    if (const auto never = stands || !entry.code.empty() ? std::nullopt : refused_by_ending(ending_of(entry.name))) {
      refuse(file, *never);  // a number in its name would not help
      return file;
    }
    placement_.assign(file, place, folder, entry);
    if (!entry.code.empty()) refuse(file, {entry.code, Severity::error, entry.reason, entry.hint});
    return file;
  }

  std::string caption_beside(const WalkedEntry& entry) const {
    for (const auto& [list, name] : called(entry)) {
      const auto captions = captions_.find(list);
      if (captions == captions_.end()) continue;
      if (auto caption = captions->second.take(name)) return *caption;
    }
    return "";
  }

  void name(EvidenceFile& file, const NamePlace& place, const NameParts& parts, const FolderMeaning& folder, const WalkedEntry& entry) {
    file.title = place.title;
    const bool says_folder = !folder.title.empty() && !is_general_word(folder.title) && !table_.is_folder_name(folder.ids, folder.title);
    if (file.title.empty()) file.title = folder.title.empty() ? parts.stem : folder.title + (place.order.empty() ? "" : " " + place.order);
    file.counted = counted_in(place.title);
    if (const auto date = date_in(place.title)) file.date = {*date, DateOrigin::title};
    if (const auto years = years_in(place.title); years && !file.date.text.empty()) {
      file.date.first_year = years->first;
      file.date.last_year = years->last;
    }
    file.caption = caption_beside(entry);
    if (!file.caption.empty()) {
      file.title = file.caption;  // the office's own words for it
      file.counted = counted_in(file.caption);
    } else if (!is_camera_name(place.title)) {
      file.caption = place.title;
    } else if (is_picture_name(parts.extension) && says_folder && !folder.ids.empty()) {
      file.title = file.caption = folder.title;
      by_folder_[{entry.folder, folder.title}].push_back(file.path);
    }
    file.title = visible(file.title);
    file.caption = visible(file.caption);
    file.says_date = date_in(file.caption.empty() ? file.title : file.caption).has_value();
  }

  /// Pictures that took the words of their folder, in natural order: 分类垃圾桶 1, 分类垃圾桶 2.
  void number_pictures(std::vector<EvidenceFile>& files) {
    std::map<std::string, std::string> captions;
    for (auto& [key, paths] : by_folder_) {
      if (paths.size() < 2) continue;
      std::sort(paths.begin(), paths.end(), natural_less);
      for (std::size_t i = 0; i < paths.size(); ++i) captions[paths[i]] = key.second + " " + std::to_string(i + 1);
    }
    for (EvidenceFile& file : files) {
      if (const auto found = captions.find(file.path); found != captions.end()) file.title = file.caption = found->second;
    }
  }

  void refuse(EvidenceFile& file, const Notice& why) {
    file.state = EvidenceState::rejected;
    file.declined = false;
    file.reason = why.reason;
    findings_.push_back(Finding::error(why.code, in_evidence(file.path), why.reason, why.hint));
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
  Placement placement_;
  Findings& findings_;
  std::vector<FolderMeaning> meanings_;
  std::map<std::string, std::string> former_;     ///< paths of files that were sorted, by their new ones
  std::map<std::string, std::size_t> folder_of_;  ///< by path
  std::map<std::size_t, CaptionList> captions_;
  std::map<std::pair<std::size_t, std::string>, std::vector<std::string>> by_folder_;
};

}  // namespace

EvidenceFolder scan_evidence(const std::filesystem::path& folder, const Rubric& rubric, Findings& findings, const Unpacking& unpacking,
                             const std::set<std::string>& declined) {
  return Scanner(rubric, declined, findings).run(folder, archive_opener(unpacking));
}

}  // namespace lvce
