#include "prepare/sort_apply.h"

#include <algorithm>
#include <system_error>

#include "prepare/rename_log.h"
#include "support/files.h"
#include "support/inside.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

Sorted refused(std::string code, Place place, std::string message, std::string hint) {
  Sorted out;
  out.refused = true;
  out.findings.push_back(Finding::error(std::move(code), std::move(place), std::move(message), std::move(hint)));
  return out;
}

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

class Sorter {
 public:
  Sorter(const fs::path& evidence, const Rubric& rubric, RenameRound round) : evidence_(evidence), rubric_(rubric), round_(std::move(round)) {}

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
    switch (round_.rename(path, to)) {
      case Renamed::done: ++out.renamed; return;
      case Renamed::not_logged: return fail(path, "改名记录.csv写不进去，没有改名", "请关闭已打开的改名记录.csv，检查文件夹权限和磁盘空间");
      case Renamed::not_renamed: return fail(path, "没有改成“" + to + "”", "请检查文件夹权限，文件名过长的请改短");
    }
  }

  Sorted out;

 private:
  void fail(const std::string& path, std::string message, std::string hint) {
    out.findings.push_back(Finding::error("sort-not-renamed", in_evidence(path), std::move(message), std::move(hint)));
  }

  const fs::path& evidence_;
  const Rubric& rubric_;
  RenameRound round_;
};

void undo_one(const fs::path& evidence, const Rename& rename, Sorted& out) {
  std::error_code error;
  const fs::path from = evidence / rename.to;
  const auto fail = [&](std::string message, std::string hint) {
    out.findings.push_back(Finding::error("sort-not-renamed", in_evidence(rename.to), std::move(message), std::move(hint)));
  };
  if (!is_inside(from, evidence) || !is_inside(evidence / rename.from, evidence))
    return fail("记录里的位置不在佐证材料文件夹里，没有撤回", "请核对改名记录.csv");
  if (!fs::exists(from, error) || sha256_of_file(from).value_or("") != rename.sha256)
    return fail("改名后又被移动或改动，没有撤回", "需要的，请自己改回“" + rename.from + "”");
  fs::create_directories((evidence / rename.from).parent_path(), error);
  // What came over the page has its place among the withdrawn files only: any name will do there.
  const bool withdrawn = rename.from.starts_with(std::string(kWithdrawnFolder) + "/");
  const std::string back = withdrawn ? free_path(evidence, rename.from) : rename.from;
  if (!rename_to_free_name(from, evidence / back)) return fail("没有改回“" + rename.from + "”：那里已有文件，或没有权限", "请核对后自己改名");
  ++out.renamed;
}

}  // namespace

Sorted apply_sort_table(const fs::path& evidence, const std::set<std::string>& loose, const Rubric& rubric) {
  const auto rows = read_sort_table(evidence / kSortTable);
  if (!rows) return refused("sort-table-missing", in_evidence(kSortTable), "没有归档建议.xlsx，或者读不出来", "请先运行 lvce sort");
  if (const std::string newer = newer_than_table(evidence, loose, *rows); !newer.empty()) {
    return refused("sort-table-old", in_evidence(kSortTable), "归档建议比文件夹旧，没有改名：“" + newer + "”在它之后有变动",
                   "请重新运行 lvce sort，核对后再加 --apply");
  }
  auto round = RenameRound::begin(evidence);
  if (!round) return refused("sort-not-renamed", in_evidence(kRenameRecord), "改名记录.csv读不出来，没有改名", "请移走它再试");
  Sorter sorter(evidence, rubric, std::move(*round));
  for (const SortRow& row : *rows) {
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
  std::vector<Rename> round;
  for (const Rename& rename : *renames) (rename.round == last ? round : kept).push_back(rename);
  for (auto rename = round.rbegin(); rename != round.rend(); ++rename) undo_one(evidence, *rename, out);
  write_renames(evidence / kRenameRecord, kept);
  return out;
}

}  // namespace lvce
