#include "prepare/sort_apply.h"

#include <fcntl.h>
#include <stdio.h>

#include <algorithm>
#include <map>
#include <system_error>

#include "support/files.h"
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

/// Never over a file that is there.
bool rename_to_free_name(const fs::path& from, const fs::path& to) { return ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0; }

bool is_taken(const SortRow& row) { return !row.proposal.indicators.empty() && (row.take == "是" || (row.take.empty() && row.proposal.sure)); }

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
std::string newer_than_table(const fs::path& evidence, const std::set<std::string>& loose, const std::vector<SortRow>& rows) {
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
std::vector<SortRow> with_true_paths(std::vector<SortRow> rows, const std::set<std::string>& loose) {
  std::map<std::string, std::string> shown;
  for (const std::string& path : loose) shown.emplace(visible(path), path);
  for (SortRow& row : rows) {
    if (const auto known = shown.find(row.proposal.path); known != shown.end()) row.proposal.path = known->second;
  }
  return rows;
}

class Sorter {
 public:
  Sorter(const fs::path& evidence, const Rubric& rubric, std::vector<Rename> renames) : evidence_(evidence), rubric_(rubric), renames_(std::move(renames)) {
    for (const Rename& rename : renames_) round_ = std::max(round_, rename.round);
    ++round_;
  }

  void take(const SortRow& row) {
    const std::string& path = row.proposal.path;
    for (const std::string& id : row.proposal.indicators) {
      if (find_indicator(rubric_, id) != nullptr) continue;
      return fail(path, "建议指标“" + id + "”在评价标准中没有，没有改名", "请在归档建议.xlsx里改正");
    }
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : path.substr(0, slash + 1);
    const std::string to = folder + name_under(row.proposal.indicators, path.substr(folder.size()));
    std::error_code error;
    if (fs::exists(fs::symlink_status(evidence_ / to, error))) return fail(path, "已有“" + to + "”，没有改名", "请核对两个文件，改一个名字");
    renames_.push_back({round_, path, to, sha256_of_file(evidence_ / path).value_or("")});
    if (!write_renames(evidence_ / kRenameRecord, renames_)) {
      renames_.pop_back();
      return fail(path, "改名记录.csv写不进去，没有改名", "请关闭已打开的改名记录.csv，检查文件夹权限和磁盘空间");
    }
    if (rename_to_free_name(evidence_ / path, evidence_ / to)) {
      ++out.renamed;
      return;
    }
    renames_.pop_back();
    write_renames(evidence_ / kRenameRecord, renames_);
    fail(path, "没有改成“" + to + "”", "请检查文件夹权限，文件名过长的请改短");
  }

  Sorted out;

 private:
  void fail(const std::string& path, std::string message, std::string hint) {
    out.findings.push_back(Finding::error("sort-not-renamed", in_evidence(path), std::move(message), std::move(hint)));
  }

  const fs::path& evidence_;
  const Rubric& rubric_;
  std::vector<Rename> renames_;
  int round_ = 0;
};

}  // namespace

Sorted apply_sort_table(const fs::path& evidence, const std::set<std::string>& loose, const Rubric& rubric) {
  const auto shown = read_sort_table(evidence / kSortTable);
  if (!shown) return refused("sort-table-missing", in_evidence(kSortTable), "没有归档建议.xlsx，或者读不出来", "请先运行 lvce sort");
  const std::vector<SortRow> rows = with_true_paths(*shown, loose);
  if (const std::string newer = newer_than_table(evidence, loose, rows); !newer.empty()) {
    return refused("sort-table-old", in_evidence(kSortTable), "归档建议比文件夹旧，没有改名：“" + newer + "”在它之后有变动",
                   "请重新运行 lvce sort，核对后再加 --apply");
  }
  const auto renames = read_renames(evidence / kRenameRecord);
  if (!renames) return refused("sort-not-renamed", in_evidence(kRenameRecord), "改名记录.csv读不出来，没有改名", "请移走它再试");
  Sorter sorter(evidence, rubric, *renames);
  for (const SortRow& row : rows) {
    if (is_taken(row) && loose.contains(row.proposal.path)) sorter.take(row);
  }
  return std::move(sorter.out);
}

Sorted undo_renames(const fs::path& evidence) {
  const auto renames = read_renames(evidence / kRenameRecord);
  if (!renames || renames->empty()) return refused("sort-not-renamed", in_evidence(kRenameRecord), "没有可以撤回的改名", "无需处理");
  int last = 0;
  for (const Rename& rename : *renames) last = std::max(last, rename.round);
  Sorted out;
  std::vector<Rename> kept;
  for (const Rename& rename : *renames) {
    std::error_code error;
    const fs::path from = evidence / rename.to;
    if (rename.round != last) {
      kept.push_back(rename);
    } else if (!fs::exists(from, error) || sha256_of_file(from).value_or("") != rename.sha256) {
      out.findings.push_back(
          Finding::error("sort-not-renamed", in_evidence(rename.to), "改名后又被移动或改动，没有撤回", "需要的，请自己改回“" + rename.from + "”"));
    } else if (!rename_to_free_name(from, evidence / rename.from)) {
      out.findings.push_back(
          Finding::error("sort-not-renamed", in_evidence(rename.to), "没有改回“" + rename.from + "”：那里已有文件，或没有权限", "请核对后自己改名"));
    } else {
      ++out.renamed;
    }
  }
  write_renames(evidence / kRenameRecord, kept);
  return out;
}

}  // namespace lvce
