#include "prepare/sort_apply.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <system_error>

#include "prepare/filed_name.h"
#include "prepare/indicator_folders.h"
#include "prepare/rename_log.h"
#include "support/files.h"
#include "support/inside.h"
#include "support/text.h"
#include "support/unseen.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

Sorted refused(std::string code, Place place, std::string message, std::string hint) {
  Sorted out;
  out.refused = true;
  out.findings.push_back(Finding::error(std::move(code), std::move(place), std::move(message), std::move(hint)));
  return out;
}

/// What the office wrote into the table and has to put right there.
Finding row_unclear(const std::string& path, std::string message, std::string hint) {
  return Finding::error(kSortRowUnclear, in_evidence(path), message, hint);
}

bool is_taken(const SortRow& row) {
  return !row.proposal.indicators.empty() && (row.take == "是" || (row.take.empty() && (row.proposal.sure || row.edited())));
}

/// 采用 holds what is neither 是 nor 否.
bool is_unclear(const SortRow& row) { return !row.take.empty() && row.take != "是" && row.take != "否"; }

/// Neither on the disk nor an entry of an archive (a file that stands where the path has a folder): those are told elsewhere.
bool is_gone(const fs::path& evidence, const std::string& path) {
  std::error_code error;
  if (fs::exists(evidence / path, error)) return false;
  for (fs::path above = fs::path(path).parent_path(); !above.empty(); above = above.parent_path()) {
    if (fs::is_regular_file(evidence / above, error)) return false;
  }
  return true;
}

/// What the table does not know, or a file that changed after it; empty: the table is good.
std::string newer_than_table(const fs::path& evidence, const LooseFiles& loose, const std::vector<SortRow>& rows) {
  std::set<std::string> listed;
  for (const SortRow& row : rows) {
    listed.insert(row.proposal.path);
    if (is_taken(row) && !loose.contains(row.proposal.path) && is_gone(evidence, row.proposal.path)) return row.proposal.path;
  }
  std::error_code error;
  const fs::file_time_type made = fs::last_write_time(evidence / kSortTable, error);
  for (const std::string& path : loose) {
    if (!listed.contains(path) || fs::last_write_time(evidence / path, error) > made) return path;
  }
  return "";
}

/// The table shows names; which file a row means is told by the files that are loose.
std::vector<SortRow> with_true_paths(std::vector<SortRow> rows, const LooseFiles& loose) {
  std::map<std::string, std::string> shown;
  for (const std::string& path : loose) shown.emplace(visible(path), path);
  for (SortRow& row : rows) {
    if (const auto known = shown.find(row.proposal.path); known != shown.end()) row.proposal.path = known->second;
  }
  return rows;
}

/// The name that the row gives the file, with the indicators in front or without, else its own. What was shown of its own name, escaped, is its own.
std::string name_of(const SortRow& row) {
  const fs::path own = fs::path(row.proposal.path).filename();
  if (row.name.empty() || row.name == visible(own.string())) return own.string();
  const std::string numbers = name_under(row.proposal.indicators, ""), ending = own.extension().string();
  std::string given = row.name.starts_with(numbers) ? row.name.substr(numbers.size()) : row.name;
  if (given.ends_with(ending)) given.resize(given.size() - ending.size());
  const std::string name = name_from(given, row.proposal.path);
  return name.empty() ? own.string() : name;
}

class Sorter {
 public:
  Sorter(const fs::path& evidence, const Rubric& rubric, RenameRound round)
      : evidence_(evidence), rubric_(rubric), folders_(present_folders(evidence, rubric)), round_(std::move(round)) {}

  void take(const SortRow& row) {
    const std::string& path = row.proposal.path;
    for (const std::string& id : row.proposal.indicators) {
      if (find_indicator(rubric_, id) != nullptr) continue;
      out.findings.push_back(row_unclear(path, "建议指标“" + id + "”在评价标准中没有，没有移动", "请在归档建议.xlsx里改正，再加 --apply；其余的行不受影响"));
      return;
    }
    const std::optional<std::string> folder = folder_of(*find_indicator(rubric_, row.proposal.indicators.front()), path);
    if (!folder) return;
    const std::string to = free_path(evidence_, *folder + "/" + name_under(row.proposal.indicators, name_of(row)));
    switch (round_.rename(path, to)) {
      case Renamed::done: ++out.renamed; return;
      case Renamed::not_logged: return tell_not_logged(path);
      case Renamed::not_renamed: return fail(path, "没有移到“" + to + "”", "请检查文件夹权限，文件名过长的请改短");
    }
  }

  Sorted out;

 private:
  /// Below `evidence`; made where there is none.
  std::optional<std::string> folder_of(const Indicator& indicator, const std::string& path) {
    if (const auto known = folders_.find(indicator.id); known != folders_.end()) return known->second.lexically_relative(evidence_).generic_string();
    const std::string name = folder_name_of(indicator);
    const Renamed made = round_.make_folder(name);
    if (made == Renamed::done) {
      folders_.emplace(indicator.id, evidence_ / name);
      return name;
    }
    if (made == Renamed::not_logged) tell_not_logged(path);
    else fail(path, "文件夹“" + name + "”建不了，没有移动", "请检查文件夹权限；已有同名文件的，请先改名");
    return std::nullopt;
  }

  void tell_not_logged(const std::string& path) { fail(path, "改名记录.csv写不进去，没有移动", "请关闭已打开的改名记录.csv，检查文件夹权限和磁盘空间"); }

  void fail(const std::string& path, std::string message, std::string hint) {
    out.findings.push_back(Finding::error("sort-not-renamed", in_evidence(path), std::move(message), std::move(hint)));
  }

  const fs::path& evidence_;
  const Rubric& rubric_;
  std::map<std::string, fs::path> folders_;  ///< of indicators
  RenameRound round_;
};

/// One row of the record taken back; empty: done, else why not.
std::string why_not_undone(const fs::path& evidence, const Rename& rename) {
  std::error_code error;
  const fs::path from = evidence / rename.to;
  if (!is_inside(from, evidence) || !is_inside(evidence / rename.from, evidence)) return "改名记录.csv里的位置不在佐证材料文件夹里，没有撤回";
  if (!fs::exists(from, error) || sha256_of_file(from).value_or("") != rename.sha256) return "移动后又被移动或改动，没有撤回";
  fs::create_directories((evidence / rename.from).parent_path(), error);
  // What came over the page has its place among the withdrawn files only: any name will do there.
  const bool withdrawn = rename.from.starts_with(std::string(kWithdrawnFolder) + "/");
  const std::string back = withdrawn ? free_path(evidence, rename.from) : rename.from;
  return rename_to_free_name(from, evidence / back) ? "" : "没有放回“" + rename.from + "”：那里已有文件，或没有权限";
}

/// A folder goes only when it is empty, and only one of ours.
void remove_made_folder(const fs::path& evidence, const std::string& to) {
  std::error_code error;
  const fs::path folder = evidence / to.substr(0, to.size() - 1);
  if (to.ends_with('/') && is_inside(folder, evidence) && fs::is_directory(folder, error)) fs::remove(folder, error);
}

}  // namespace

Sorted apply_sort_table(const fs::path& evidence, const LooseFiles& loose, const Rubric& rubric) {
  const auto shown = read_sort_table(evidence / kSortTable);
  if (!shown) return refused("sort-table-missing", in_evidence(kSortTable), "没有归档建议.xlsx，或者读不出来", "请先运行 lvce sort");
  const std::vector<SortRow> rows = with_true_paths(*shown, loose);
  if (const std::string newer = newer_than_table(evidence, loose, rows); !newer.empty()) {
    return refused("sort-table-old", in_evidence(kSortTable), "归档建议比文件夹旧，没有移动：“" + newer + "”在它之后有变动",
                   "请重新运行 lvce sort，核对后再加 --apply");
  }
  auto round = RenameRound::begin(evidence);
  if (!round) return refused("sort-not-renamed", in_evidence(kRenameRecord), "改名记录.csv读不出来，没有移动", "请移走它再试");
  Sorter sorter(evidence, rubric, std::move(*round));
  for (const SortRow& row : rows) {
    if (!loose.contains(row.proposal.path)) continue;
    if (is_taken(row)) sorter.take(row);
    if (row.take == "否") ++sorter.out.declined;
    if (is_unclear(row))
      sorter.out.findings.push_back(
          row_unclear(row.proposal.path, "“采用”一列写的是“" + visible(row.take) + "”，看不明白，没有移动", "请填是或否，再加 --apply；其余的行不受影响"));
    if (row.take.empty() && !is_taken(row) && !row.proposal.indicators.empty()) ++sorter.out.undecided;
  }
  return std::move(sorter.out);
}

Sorted undo_renames(const fs::path& evidence) {
  const auto renames = read_renames(evidence / kRenameRecord);
  if (!renames || renames->empty()) return refused("sort-not-renamed", in_evidence(kRenameRecord), "没有可以撤回的移动", "无需处理");
  int last = 0;
  for (const Rename& rename : *renames) last = std::max(last, rename.round);
  Sorted out;
  std::vector<Rename> kept;
  for (auto rename = renames->rbegin(); rename != renames->rend(); ++rename) {
    if (rename->round != last) {
      kept.insert(kept.begin(), *rename);
    } else if (rename->from.empty()) {
      remove_made_folder(evidence, rename->to);
    } else if (const std::string why = why_not_undone(evidence, *rename); !why.empty()) {
      out.findings.push_back(Finding::error("sort-not-renamed", in_evidence(rename->to), why, "需要的，请自己放回“" + rename->from + "”"));
    } else {
      ++out.renamed;
    }
  }
  write_renames(evidence / kRenameRecord, kept);
  return out;
}

}  // namespace lvce
