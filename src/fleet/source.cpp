#include "fleet/source.h"

#include <algorithm>
#include <map>
#include <system_error>

#include "pack/pack.h"
#include "support/inside.h"
#include "support/text.h"
#include "workbook/files/find_workbook.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNamedFolders = 5;

bool same_place(const fs::path& a, const fs::path& b) {
  std::error_code error;
  return fs::equivalent(a, b, error);
}

void refuse_source(BatchSource& source, const std::string& code, const fs::path& where, const std::string& message, const std::string& hint) {
  source.findings.push_back(Finding::error(code, on_disk(where.string()), message, hint));
}

/// A roster that lies among the unit folders is not read by itself.
void mention_roster(BatchSource& source, const fs::path& folder) {
  for (const char* name : {"名单.xlsx", "名单.csv"}) {
    std::error_code error;
    if (!fs::is_regular_file(folder / name, error)) continue;
    source.findings.push_back(Finding::note("batch-roster-not-read", on_disk((folder / name).string()), "文件夹里有名单，这次没有读取，各单位按文件夹生成",
                                            "要按名单生成，请把名单文件作为 lvce batch 的第一个参数"));
  }
}

BatchSource source_of_folder(const fs::path& folder, const fs::path& out) {
  BatchSource source;
  std::vector<fs::path> units;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    const bool unit = at->is_directory(ignored) && !at->path().filename().native().starts_with(".") && !same_place(at->path(), out);
    if (unit) units.push_back(at->path());
  }
  if (error) {
    refuse_source(source, "batch-source-unreadable", folder, "文件夹读不完整：" + error.message(), "请检查读取权限");
    return source;
  }
  std::sort(units.begin(), units.end(), [](const fs::path& a, const fs::path& b) { return natural_less(formats::shown_name(a), formats::shown_name(b)); });
  for (const fs::path& unit : units) {
    UnitTask task;
    task.index = source.tasks.size();
    task.folder = unit;
    task.shown = formats::shown_name(unit);
    task.place = on_disk(task.shown);
    source.tasks.push_back(std::move(task));
  }
  if (units.empty()) refuse_source(source, "batch-source-empty", folder, "里面没有单位文件夹", "请给出各单位文件夹所在的文件夹，或名单文件");
  mention_roster(source, folder);
  return source;
}

/// Rows of a roster as tasks.
class RosterTasks {
 public:
  RosterTasks(BatchSource& source, const Roster& roster) : source_(source), roster_(roster) {}

  void make() {
    std::vector<const RosterUnit*> all;
    for (const RosterUnit& unit : roster_.units) all.push_back(&unit);
    for (const RosterUnit& unit : roster_.doubtful) all.push_back(&unit);
    std::sort(all.begin(), all.end(), [](const RosterUnit* a, const RosterUnit* b) { return a->row < b->row; });
    for (std::size_t i = 0; i < all.size(); ++i) add(*all[i], i);
  }

 private:
  void add(const RosterUnit& unit, std::size_t index) {
    UnitTask task;
    task.index = index;
    task.name = unit.name;
    task.folder = roster_.folder_of(unit);
    task.shown = unit.folder.empty() ? unit.name : unit.folder;
    task.department = unit.department;
    task.rubric = unit.rubric;
    task.place = roster_.place_of(unit);
    const bool doubtful = roster_.find(unit.name) != &unit;
    Findings faults;
    if (doubtful) faults.push_back(Finding::error("roster-unit-twice", task.place, "单位名称在名单里不止一行，都不采用", "请只留一行"));
    else find_folders(unit, task, faults);
    if (faults.empty()) source_.tasks.push_back(std::move(task));
    else source_.refused.push_back(failed_row(task, kUnitUnusable, std::move(faults)));
  }

  void find_folders(const RosterUnit& unit, UnitTask& task, Findings& faults) const {
    std::error_code error;
    if (!fs::is_directory(task.folder, error))
      faults.push_back(Finding::error("batch-unit-folder-missing", task.place, "找不到单位“" + unit.name + "”的文件夹：" + task.folder.string(),
                                      "请核对名单的“文件夹”一栏（相对于名单所在的文件夹），没有填的按单位名称找"));
    if (!unit.shared.empty()) task.shared = folder_meant(unit, unit.shared, "共用材料", faults);
    if (unit.data_from.empty() || unit_key(unit.data_from) == unit_key(unit.name) || unit.data_from == "本单位") return;
    task.figures_of = unit.data_from;
    task.figures = folder_meant(unit, unit.data_from, "数据来源单位", faults);
  }

  /// A unit of the roster, else a folder beside it.
  fs::path folder_meant(const RosterUnit& unit, const std::string& text, const std::string& column, Findings& faults) const {
    std::error_code error;
    const RosterUnit* other = roster_.find(text);
    const fs::path folder = other != nullptr ? roster_.folder_of(*other) : roster_.folder / replace_all(text, "\\", "/");
    if (fs::is_directory(folder, error)) return folder;
    faults.push_back(Finding::error("batch-shared-missing", roster_.place_of(unit),
                                    "“" + column + "”填的“" + text + "”既不是名单里有文件夹的单位，也不是文件夹",
                                    "请填名单里的单位名称，或相对于名单所在文件夹的路径"));
    return {};
  }

  BatchSource& source_;
  const Roster& roster_;
};

/// What tells two units apart in OUT: file systems may not tell upper from lower case.
std::string folder_key(const std::string& name) {
  std::string key = folder_name_of(name);
  for (char& c : key)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return key;
}

/// Tasks of one name or one folder in OUT; of those with several, why none is built.
void refuse_doubles(BatchSource& source) {
  std::map<std::string, std::vector<std::string>> by_key, by_folder;
  for (const UnitTask& task : source.tasks) {
    if (task.name.empty()) continue;
    by_key[unit_key(task.name)].push_back("“" + task.shown + "”");
    by_folder[folder_key(task.name)].push_back("“" + task.shown + "”");
  }
  std::vector<UnitTask> kept;
  for (UnitTask& task : source.tasks) {
    const auto& same = task.name.empty() ? std::vector<std::string>() : by_key.at(unit_key(task.name));
    const auto& beside = task.name.empty() ? same : by_folder.at(folder_key(task.name));
    if (same.size() < 2 && beside.size() < 2) {
      kept.push_back(std::move(task));
      continue;
    }
    std::vector<std::string> names = same.size() > 1 ? same : beside;
    const std::size_t count = names.size();
    if (count > kNamedFolders) names.resize(kNamedFolders);
    const std::string list = join(names, "、") + (count > kNamedFolders ? "等" : "");
    const std::string message = same.size() > 1 ? "单位名称都是“" + task.name + "”：" + list + "，不知道用哪一个，都没有生成"
                                                : list + "的单位名称写成文件夹名是一样的（" + folder_name_of(task.name) + "），都没有生成";
    source.refused.push_back(
        failed_row(task, kUnitUnusable, {Finding::error("batch-unit-twice", on_disk(task.shown), message, "请留下对的一个；确是两个单位的，名称要能区分")}));
  }
  source.tasks = std::move(kept);
}

}  // namespace

BatchSource read_batch_source(const fs::path& path, const fs::path& out) {
  std::error_code error;
  if (fs::is_directory(path, error)) return source_of_folder(path, out);
  if (!fs::exists(path, error)) {
    BatchSource source;
    refuse_source(source, "batch-source-unreadable", path, "没有这个文件夹或名单", "请核对路径；路径里有空格的，前后加引号");
    return source;
  }
  ReadRoster read = read_roster(path);
  BatchSource source;
  source.findings = std::move(read.findings);
  if (!read.roster) return source;
  RosterTasks(source, *read.roster).make();
  source.roster = std::move(read.roster);
  refuse_doubles(source);
  return source;
}

void name_tasks(BatchSource& source, const std::function<std::vector<std::string>(const std::vector<UnitTask>&)>& names_of) {
  if (source.roster) return;
  const std::vector<std::string> names = names_of(source.tasks);
  for (std::size_t i = 0; i < names.size(); ++i) source.tasks[i].name = names[i];
  refuse_doubles(source);
}

void keep_shard(BatchSource& source, const Shard& shard) {
  if (shard.is_whole()) return;
  std::erase_if(source.tasks, [&](const UnitTask& task) { return !belongs_to(shard, task.name.empty() ? task.shown : task.name); });
  std::erase_if(source.refused, [&](const UnitRow& row) { return !belongs_to(shard, row.name); });
}

}  // namespace lvce
