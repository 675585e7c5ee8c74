#include "evidence/folder/walk.h"

#include <algorithm>
#include <array>
#include <compare>
#include <map>
#include <set>
#include <system_error>
#include <utility>

#include "evidence/folder/names.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostLookedAt = 400'000;  ///< files and folders, of which kMaxEvidenceFiles are chosen

class Walker {
 public:
  Walker(const fs::path& root, const ArchiveOpener& opener) : root_(root), opener_(opener) {
    std::error_code error;
    if (const fs::path real = fs::canonical(root, error); !error) real_root_ = real;
  }

  Walked run() {
    std::error_code error;
    walked_.exists = fs::is_directory(root_, error) && !real_root_.empty();
    if (!walked_.exists) return std::move(walked_);
    walked_.folders.push_back({});
    enter(root_, 0, 0);
    open_archives();
    thin_out();
    return std::move(walked_);
  }

 private:
  struct ClosedArchive {
    std::size_t order;  ///< of its entry
    std::uintmax_t bytes;
    std::string stem;
  };

  void enter(const fs::path& disk, std::size_t folder, int depth) {
    std::error_code error;
    std::vector<fs::path> names;
    for (fs::directory_iterator it(disk, error), end; !error && it != end; it.increment(error)) {
      names.push_back(it->path());
      if (names.size() > kMostLookedAt) break;
    }
    if (error) refuse_folder(disk, folder, "evidence-unreadable", "文件夹无法读取", "请检查读取权限");
    std::sort(names.begin(), names.end());
    for (const fs::path& path : names) take(path, folder, depth);
  }

  /// False when more was met than is ever looked at.
  bool may_go_on() {
    if (looked_at_ < kMostLookedAt) return ++looked_at_ > 0;
    walked_.truncated = true;
    return false;
  }

  void take(const fs::path& path, std::size_t folder, int depth) {
    if (!may_go_on()) return;
    WalkedEntry entry;
    entry.name = shown_name(path.filename().native());
    entry.path = below(folder, entry.name);
    entry.disk = path;
    entry.folder = folder;
    std::error_code error;
    const fs::file_status status = fs::symlink_status(path, error);
    if (error || !fs::exists(status)) {
      refuse(entry, "evidence-unreadable", "文件无法读取", "请检查读取权限");
    } else if (fs::is_directory(status)) {
      take_folder(entry, depth);
      return;
    } else if (fs::is_symlink(status)) {
      take_link(entry);
    } else if (!fs::is_regular_file(status)) {
      refuse(entry, "evidence-special-file", "不是普通文件（管道、设备等），未打开", "请移出佐证材料文件夹");
    } else {
      entry.bytes = fs::file_size(path, error);
      if (error) entry.bytes = 0;
      return take_file(entry);
    }
    add(std::move(entry));
  }

  /// A regular file. An archive is opened when all that lies beside it is listed.
  void take_file(WalkedEntry& entry) {
    const WalkedFolder& above = walked_.folders[entry.folder];
    std::optional<std::string> stem = above.hidden || entry.name.starts_with('.') ? std::nullopt : archive_stem(entry.name);
    if (stem && above.nested >= kMaxArchiveDepth) {
      refuse(entry, "evidence-archive-nested", "压缩包套压缩包超过" + std::to_string(kMaxArchiveDepth) + "层，没有打开",
             "请自己解压，把需要的文件按指标编号放入");
      stem.reset();
    }
    if (stem) closed_.push_back({added_, entry.bytes, std::move(*stem)});
    else if (!above.hidden && !entry.name.starts_with('.') && has_data_name(entry.name)) closed_.push_back({added_, entry.bytes, ""});
    add(std::move(entry));
  }

  /// Small ones first, and those inside others after all of these: an enormous one costs no other its place.
  void open_archives() {
    while (!closed_.empty()) {
      std::vector<ClosedArchive> level = std::exchange(closed_, {});
      std::stable_sort(level.begin(), level.end(), [](const ClosedArchive& a, const ClosedArchive& b) { return a.bytes < b.bytes; });
      for (const ClosedArchive& archive : level) {
        if (looked_at_ < kMostLookedAt) open(archive);
      }
    }
  }

  void open(const ClosedArchive& archive) {
    WalkedEntry* const found = entry_of(archive.order);
    if (found == nullptr) return;
    WalkedEntry& entry = *found;
    std::optional<OpenedArchive> opened = opener_(entry.disk);
    if (!opened) return;
    if (!opened->invoices.empty()) {
      entry.invoices = std::move(opened->invoices);
      return;
    }
    entry.unpacked = true;
    if (!opened->notices.empty()) refuse(entry, opened->notices[0].code, opened->notices[0].reason, opened->notices[0].hint);
    walked_.folders.push_back({entry.path, archive.stem, entry.folder, walked_.folders[entry.folder].nested + 1, false});
    take_entries(std::move(opened->entries), walked_.folders.size() - 1);
  }

  /// Files out of an archive, in the order of their names as on a disk.
  void take_entries(std::vector<ArchiveEntry> inside, std::size_t archive) {
    std::vector<std::pair<std::vector<std::string>, ArchiveEntry*>> named;
    for (ArchiveEntry& each : inside) named.emplace_back(steps_of(each.name), &each);
    std::stable_sort(named.begin(), named.end(), [](const auto& left, const auto& right) { return left.first < right.first; });
    std::map<std::string, std::size_t> folders = {{walked_.folders[archive].path, archive}};
    for (auto& [steps, each] : named) {
      if (!may_go_on()) return;
      WalkedEntry entry;
      entry.folder = archive;
      for (std::size_t i = 0; i + 1 < steps.size(); ++i) entry.folder = folder_in(entry.folder, steps[i], folders);
      entry.name = unused_name(entry.folder, steps.back());
      entry.path = below(entry.folder, entry.name);
      entry.disk = each->disk;
      entry.bytes = each->bytes;
      if (steps.size() > static_cast<std::size_t>(kMaxEvidenceDepth)) {
        refuse(entry, "evidence-too-deep", "文件夹层数过多，未读取", "请减少文件夹层数（不超过" + std::to_string(kMaxEvidenceDepth) + "层）");
      } else if (!each->code.empty()) {
        refuse(entry, each->code, each->reason, each->hint);
      } else {
        take_file(entry);
        continue;
      }
      add(std::move(entry));
    }
  }

  /// Names from the archive's top down; a step upwards is only shown.
  static std::vector<std::string> steps_of(const std::string& name) {
    std::vector<std::string> steps;
    for (const std::string& step : split(replace_all(shown_name(name), "\\", "/"), '/')) {
      if (step == "..") steps.push_back("（上级）");
      else if (!step.empty() && step != ".") steps.push_back(step);
    }
    if (steps.empty()) steps.push_back("未命名");
    return steps;
  }

  std::size_t folder_in(std::size_t above, const std::string& name, std::map<std::string, std::size_t>& folders) {
    const std::string path = below(above, name);
    const auto [found, fresh] = folders.emplace(path, walked_.folders.size());
    if (!fresh) return found->second;
    const WalkedFolder parent = walked_.folders[above];
    walked_.folders.push_back({path, read_name(name), above, parent.nested, parent.hidden || is_hidden_folder(name)});
    return found->second;
  }

  /// An archive may hold a name twice.
  std::string unused_name(std::size_t folder, const std::string& name) {
    std::string out = name;
    const NameParts parts = split_name(name);
    for (int i = 2; !in_archives_.insert(below(folder, out)).second; ++i) {
      out = parts.stem + "（" + std::to_string(i) + "）" + (parts.extension.empty() ? "" : "." + parts.extension);
    }
    return out;
  }

  static bool is_hidden_folder(const std::string& name) { return name.starts_with('.') || name == "__MACOSX"; }

  void take_folder(WalkedEntry& entry, int depth) {
    if (depth + 1 >= kMaxEvidenceDepth) {
      refuse(entry, "evidence-too-deep", "文件夹层数过多，其中的文件未读取", "请减少文件夹层数（不超过" + std::to_string(kMaxEvidenceDepth) + "层）");
      add(std::move(entry));
      return;
    }
    const bool hidden = walked_.folders[entry.folder].hidden || is_hidden_folder(entry.name);
    walked_.folders.push_back({entry.path, read_name(entry.name), entry.folder, 0, hidden});
    enter(entry.disk, walked_.folders.size() - 1, depth + 1);
  }

  /// A link to a regular file inside the folder stands for that file. Every other link is refused, so loops cannot arise.
  void take_link(WalkedEntry& entry) {
    std::error_code error;
    const fs::path target = fs::canonical(entry.disk, error);
    if (error) return refuse(entry, "evidence-link-broken", "链接指向的文件不存在", "请放入文件本身");
    const bool inside = std::mismatch(real_root_.begin(), real_root_.end(), target.begin(), target.end()).first == real_root_.end();
    if (!inside) return refuse(entry, "evidence-link-outside", "链接指向佐证材料文件夹之外，未读取", "请放入文件本身");
    if (!fs::is_regular_file(target, error)) return refuse(entry, "evidence-link-folder", "链接指向的不是文件，未读取", "请放入文件本身");
    entry.disk = target;
    entry.bytes = fs::file_size(target, error);
    if (error) entry.bytes = 0;
  }

  static void refuse(WalkedEntry& entry, std::string code, std::string reason, std::string hint) {
    entry.code = std::move(code);
    entry.reason = std::move(reason);
    entry.hint = std::move(hint);
  }

  void refuse_folder(const fs::path& disk, std::size_t folder, std::string code, std::string reason, std::string hint) {
    WalkedEntry entry;
    entry.path = walked_.folders[folder].path.empty() ? "." : walked_.folders[folder].path;
    entry.name = walked_.folders[folder].name;
    entry.disk = disk;
    entry.folder = folder;
    refuse(entry, std::move(code), std::move(reason), std::move(hint));
    add(std::move(entry));
  }

  void add(WalkedEntry entry) {
    const bool empty = entry.bytes == 0;
    met_.resize(walked_.folders.size());
    ranks_.push_back({empty, met_[entry.folder][empty ? 1 : 0]++, added_++});
    walked_.entries.push_back(std::move(entry));
    if (walked_.entries.size() >= 4 * kMaxEvidenceFiles) thin_out();
  }

  /// Of too many, those that hold something are kept before empty ones, and of each folder its first ones: a heap in one costs no other its place.
  struct Rank {
    bool empty;
    std::size_t in_folder;
    std::size_t order;
    auto operator<=>(const Rank&) const = default;
  };

  void thin_out() {
    std::vector<WalkedEntry>& all = walked_.entries;
    if (all.size() <= kMaxEvidenceFiles) return;
    walked_.truncated = true;
    std::vector<Rank> sorted = ranks_;
    std::nth_element(sorted.begin(), sorted.begin() + kMaxEvidenceFiles, sorted.end());
    const Rank first_left_out = sorted[kMaxEvidenceFiles];
    std::size_t kept = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (ranks_[i] >= first_left_out) continue;
      if (kept != i) all[kept] = std::move(all[i]);
      ranks_[kept++] = ranks_[i];
    }
    all.resize(kept);
    ranks_.resize(kept);
  }

  /// Nothing when it was left out.
  WalkedEntry* entry_of(std::size_t order) {
    const auto found = std::lower_bound(ranks_.begin(), ranks_.end(), order, [](const Rank& rank, std::size_t wanted) { return rank.order < wanted; });
    if (found == ranks_.end() || found->order != order) return nullptr;
    return &walked_.entries[static_cast<std::size_t>(found - ranks_.begin())];
  }

  std::string below(std::size_t folder, const std::string& name) const {
    const std::string& above = walked_.folders[folder].path;
    return above.empty() ? name : above + "/" + name;
  }

  fs::path root_;
  const ArchiveOpener& opener_;
  std::vector<ClosedArchive> closed_;
  std::set<std::string> in_archives_;
  fs::path real_root_;
  Walked walked_;
  std::vector<Rank> ranks_;                      ///< of walked_.entries
  std::vector<std::array<std::size_t, 2>> met_;  ///< in each folder: with something in them, empty
  std::size_t added_ = 0, looked_at_ = 0;
};

}  // namespace

Walked walk_evidence(const fs::path& folder, const ArchiveOpener& opener) { return Walker(folder, opener).run(); }

}  // namespace lvce
