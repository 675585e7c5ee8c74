// lvce sort: places proposed for files that have none; applied and taken back when told to.
#include <algorithm>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "assess/branches.h"
#include "cli/commands.h"
#include "cli/pipeline.h"
#include "cli/print.h"
#include "prepare/settle_copies.h"
#include "prepare/sort_apply.h"
#include "prepare/sort_rows.h"
#include "support/endings.h"
#include "support/files.h"
#include "support/scratch_folder.h"
#include "support/text.h"
#include "support/unseen.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

int tell_undone(const fs::path& evidence, bool quiet) {
  const Sorted undone = undo_renames(evidence);
  print_findings(std::cerr, undone.findings);
  if (undone.refused) return kFindings;
  if (!quiet) std::cout << "已把 " << undone.renamed << " 个文件放回原处\n";
  return undone.findings.empty() ? kDone : kNotWritten;
}

bool is_packed(const EvidenceFile& file, const fs::path& unpacked) { return !unpacked.empty() && file.disk.native().starts_with(unpacked.native() + "/"); }

/// Files without a place.
struct WithoutPlace {
  LooseFiles loose;        ///< on the disk
  std::size_t packed = 0;  ///< in archives: they cannot be renamed
};

WithoutPlace files_without_place(const EvidenceFolder& folder, const fs::path& unpacked) {
  WithoutPlace out;
  const std::map<std::string, const EvidenceFile*> filed = filed_copies(folder);
  for (const EvidenceFile& file : folder.files) {
    if (file.state != EvidenceState::unassigned) continue;
    if (is_packed(file, unpacked)) out.packed += filed.contains(file.path) ? 0 : 1;
    else out.loose.insert(file.path);
  }
  return out;
}

/// What scanning said of files that are refused by their names: no number would help them.
Findings told_of_refused(const EvidenceFolder& folder, const Findings& said) {
  Findings out;
  for (const EvidenceFile& file : folder.files) {
    if (file.state != EvidenceState::rejected) continue;
    std::copy_if(said.begin(), said.end(), std::back_inserter(out), [&](const Finding& one) { return one.place == in_evidence(file.path); });
  }
  return out;
}

/// Of a file that would be refused anyway, why.
void say_refused(std::vector<Proposal>& proposals, const Findings& refused) {
  for (Proposal& proposal : proposals) {
    const auto why = std::find_if(refused.begin(), refused.end(), [&](const Finding& one) { return one.place == in_evidence(proposal.path); });
    if (why == refused.end()) continue;
    proposal.sure = false;
    proposal.why += (proposal.why.empty() ? "" : "；") + why->message + "，不能用";
  }
}

/// Where a file does not keep its name.
std::string new_name_of(const SortRow& row) {
  const std::string name = visible(row.name), own = visible(fs::path(row.proposal.path).filename().string());
  return name.empty() || name == own || row.proposal.indicators.empty() || row.take == "否" ? "" : "      新文件名：" + name + "\n";
}

void print_rows(std::ostream& out, const std::vector<SortRow>& rows) {
  for (const SortRow& row : rows) {
    const Proposal& proposal = row.proposal;
    out << visible(proposal.path) << "\n    → ";
    if (row.take == "否") out << "不采用（归档建议.xlsx里填了否）\n";
    else if (proposal.indicators.empty()) out << (proposal.why.empty() ? "看不出归哪个指标，请自己写明编号" : visible(proposal.why)) << "\n";
    else if (row.edited()) out << join(proposal.indicators, "、") << "（归档建议.xlsx里写的）\n";
    else
      out << join(proposal.indicators, proposal.sure ? "、" : " 或 ") << "（" << visible(proposal.why) << "；把握" << (proposal.sure ? "高" : "低") << "）\n";
    out << new_name_of(row);
  }
}

/// Of a file inside an archive, that it has to be taken out first; nothing where its content has its place.
void say_packed(std::vector<Proposal>& proposals, const EvidenceFolder& folder, const fs::path& unpacked, const std::set<std::string>& settled) {
  std::set<std::string> packed;
  for (const EvidenceFile& file : folder.files)
    if (is_packed(file, unpacked)) packed.insert(file.path);
  std::erase_if(proposals, [&](const Proposal& proposal) { return packed.contains(proposal.path) && settled.contains(proposal.path); });
  for (Proposal& proposal : proposals)
    if (packed.contains(proposal.path) && !proposal.indicators.empty()) proposal.why += "；在压缩包里，要先解压";
}

enum class RowKind { sure, offered, unknown, settled };

/// Settled: refused by the office, or its reason says why it needs no place or can have none.
RowKind row_kind_of(const SortRow& row) {
  const Proposal& proposal = row.proposal;
  if (row.take == "否" || (proposal.indicators.empty() && !proposal.why.empty())) return RowKind::settled;
  if (proposal.indicators.empty()) return RowKind::unknown;
  return proposal.sure ? RowKind::sure : RowKind::offered;
}

/// How many there are of each, and what else may help.
void print_sums(std::ostream& out, const std::vector<SortRow>& rows, const std::map<std::string, std::string>& first_pages, bool read_scans) {
  std::map<RowKind, std::size_t> counts;
  std::size_t scans = 0;
  for (const SortRow& row : rows) {
    const RowKind kind = row_kind_of(row);
    ++counts[kind];
    if (kind == RowKind::unknown && !first_pages.contains(row.proposal.path) && small_ending(row.proposal.path) == ".pdf") ++scans;
  }
  out << "共 " << rows.size() << " 个文件：把握高 " << counts[RowKind::sure] << "，把握低 " << counts[RowKind::offered] << "，看不出 "
      << counts[RowKind::unknown];
  if (counts[RowKind::settled] > 0) out << "，不用归入或不能用 " << counts[RowKind::settled];
  out << "\n";
  if (scans > 0 && !read_scans) out << "看不出的里面有 " << scans << " 个扫描件（PDF）：加 --ocr 再运行一次，可识别首页文字\n";
}

std::string rows_to_json(const std::vector<SortRow>& rows) {
  nlohmann::ordered_json proposals = nlohmann::ordered_json::array();
  for (const SortRow& row : rows) {
    proposals.push_back({{"path", row.proposal.path},
                         {"indicators", row.proposal.indicators},
                         {"name", row.name},
                         {"why", visible(row.proposal.why)},
                         {"sure", row.proposal.sure ? "high" : "low"}});
  }
  const nlohmann::ordered_json out = {{"proposals", std::move(proposals)}};
  return json_escaped(out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace)) + "\n";
}

/// `packed_now` scans again: what lies in archives and has its place by now is known then.
int tell_applied(const fs::path& evidence, const WithoutPlace& before, const std::function<std::size_t()>& packed_now, const Rubric& rubric,
                 const SortOptions& options) {
  const Sorted sorted = apply_sort_table(evidence, before.loose, rubric);
  print_findings(std::cerr, sorted.findings);
  if (sorted.refused) return kFindings;
  const std::size_t left = before.loose.size() - static_cast<std::size_t>(sorted.renamed);
  const std::size_t packed = before.packed > 0 && sorted.renamed > 0 ? packed_now() : before.packed;
  if (!options.quiet)
    std::cout << "已把 " << sorted.renamed << " 个文件移到所属指标的文件夹（见 改名记录.csv），还有 " << left << " 个没有归入指标"
              << (sorted.declined > 0 ? "，其中 " + std::to_string(sorted.declined) + " 个填了否" : "")
              << (sorted.undecided > 0 ? "，" + std::to_string(sorted.undecided) + " 个把握低的没有填“采用”" : "") << "；撤回："
              << command_on("sort", options.unit) << " --undo\n";
  if (!options.quiet && packed > 0) std::cout << "压缩包、邮件里还有 " << packed << " 个没有归入指标：在里面的移不了，请解压后再运行 lvce sort\n";
  const auto is_of_table = [](const Finding& finding) { return finding.code == kSortRowUnclear; };
  if (!std::all_of(sorted.findings.begin(), sorted.findings.end(), is_of_table)) return kNotWritten;
  return left + packed == 0 ? kDone : kFindings;
}

}  // namespace

int run_sort(const SortOptions& options) {
  const fs::path evidence = evidence_folder(options);
  if (options.undo) return tell_undone(evidence, options.quiet);
  const OpenedUnit opened = open_unit(options);
  if (!opened.judged) return refuse(opened.findings, kUnusable);
  const Rubric& rubric = opened.judged->rubric;
  const ScratchFolder unpacked("unpacked");
  const ProbeOptions probe = probe_options(options, {}, 0);
  Findings said;
  const EvidenceFolder folder = scan_unit_evidence(options, rubric, said, {probe.worker, unpacked.path()});
  if (!folder.exists) return refuse(said, kFindings);
  const auto packed_now = [&] {
    const ScratchFolder again("unpacked");
    Findings known;
    return files_without_place(scan_unit_evidence(options, rubric, known, {probe.worker, again.path()}), again.path()).packed;
  };
  if (options.apply) return tell_applied(evidence, files_without_place(folder, unpacked.path()), packed_now, rubric, options);
  std::string problem;
  const auto vocabulary = load_sort_words(data_folder() / "templates" / "sorting.yaml", problem);
  if (!vocabulary)
    return refuse({Finding::error("sort-not-written", on_disk("templates/sorting.yaml"), "词表有错：" + problem, "请重新安装本软件")}, kNotWritten);
  Findings of_pages = told_of_refused(folder, said);
  const std::map<std::string, std::string> first_pages = read_first_pages(folder, probe, of_pages);
  if (!options.quiet) print_findings(std::cerr, of_pages);
  std::vector<Proposal> proposals = propose_places(folder, rubric, *vocabulary, first_pages);
  leave_out(proposals, left_out_by_answers(rubric, opened.judged->dossier.workbook));
  say_refused(proposals, of_pages);
  say_packed(proposals, folder, unpacked.path(), settle_copies(proposals, folder));
  const std::vector<SortRow> earlier = read_sort_table(evidence / kSortTable).value_or(std::vector<SortRow>{});
  const std::vector<SortRow> rows = sort_rows(std::move(proposals), earlier);
  if (options.json) std::cout << rows_to_json(rows);
  std::ostream& words = options.json ? std::cerr : std::cout;
  if (rows.empty()) {
    const bool empty = std::all_of(folder.files.begin(), folder.files.end(), [](const EvidenceFile& file) { return file.state == EvidenceState::auxiliary; });
    if (!options.quiet) words << (empty ? "佐证材料里还没有文件\n" : "所有文件都已归入指标\n");
    return kDone;
  }
  if (!write_sort_table(evidence / kSortTable, rows)) {
    return refuse(
        {Finding::error("sort-not-written", in_evidence(kSortTable), "归档建议.xlsx写不进去", "请关闭已打开的归档建议.xlsx，检查文件夹权限和磁盘空间")},
        kNotWritten);
  }
  if (!options.quiet) {
    print_rows(words, rows);
    print_sums(words, rows, first_pages, options.ocr);
    words << "已写入 " << visible_path(evidence / kSortTable)
          << "：请核对“建议指标”，“采用”一列填是或否（不填的，只采用把握高的和您改过指标的；不用作佐证的填否，以后不再提醒），再运行 "
          << command_on("sort", options.unit) << " --apply\n";
  }
  const bool all_sure = std::all_of(rows.begin(), rows.end(), [](const SortRow& row) { return row.proposal.sure; });
  return all_sure ? kDone : kFindings;
}

}  // namespace lvce
