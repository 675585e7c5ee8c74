// lvce batch: many units by a crew of workers; lvce batch gather.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <system_error>
#include <thread>

#include <unistd.h>

#include "cli/batch_unit.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/print.h"
#include "evidence/evidence.h"
#include "evidence/worker_shelf.h"
#include "fleet/crew.h"
#include "fleet/gather.h"
#include "fleet/progress.h"
#include "fleet/record.h"
#include "fleet/shard.h"
#include "fleet/source.h"
#include "fleet/tables.h"
#include "support/files.h"
#include "support/inside.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

std::ostream& words_of(bool json) { return json ? std::cerr : std::cout; }

ProgressLook progress_look(bool quiet) {
  if (quiet) return ProgressLook::none;
  return ::isatty(STDERR_FILENO) == 1 ? ProgressLook::bar : ProgressLook::lines;
}

/// Units and those that were made, each time in the order of the source.
struct Tally {
  std::size_t built = 0, unchanged = 0, failed = 0, open = 0;
};

Tally tally(const std::vector<UnitRow>& rows) {
  Tally out;
  for (const UnitRow& row : rows) {
    out.built += row.state == UnitState::built ? 1 : 0;
    out.unchanged += row.state == UnitState::unchanged ? 1 : 0;
    out.failed += row.state == UnitState::failed ? 1 : 0;
    out.open += row.state != UnitState::failed && row.code != 0 ? 1 : 0;
  }
  return out;
}

void print_failed(std::ostream& words, const std::vector<UnitRow>& rows) {
  for (const UnitRow& row : rows) {
    if (row.state != UnitState::failed) continue;
    words << "没有生成：" << row.name << "\n";
    for (const Finding& finding : row.findings) words << "  " << finding_line(finding) << "\n";
  }
}

int code_of(const std::vector<UnitRow>& rows, const Findings& findings, bool written) {
  if (!written) return kNotWritten;
  const bool all_good = std::all_of(rows.begin(), rows.end(), [](const UnitRow& row) { return row.code == 0; });
  return all_good && is_complete(findings) ? kDone : kFindings;
}

/// One run of lvce batch.
class Batch {
 public:
  Batch(BatchGround& ground, const Shard& shard) : ground_(ground), options_(ground.options), shard_(shard) {}

  int run() {
    source_ = read_batch_source(options_.source, options_.out);
    if (source_.tasks.empty() && source_.refused.empty()) return refuse(source_.findings, kUnusable);
    if (const int wrong = check_places(); wrong != kDone) return wrong;
    Findings failures;
    auto record = RunRecord::open(options_.out, shard_, failures);
    if (!record) return refuse(failures, kNotWritten);
    load();
    const Crew crew(options_.jobs, batch_work(ground_));
    name_tasks(source_, [&](const std::vector<UnitTask>& tasks) { return crew.names_of(tasks); });
    keep_shard(source_, shard_);
    make(crew, *record);
    return finish(*record);
  }

 private:
  int check_places() const {
    std::error_code error;
    const bool folder = fs::is_directory(options_.source, error);
    if (!folder || !is_inside(options_.out, options_.source)) return kDone;
    std::cerr << "输出文件夹 " << options_.out.string() << " 在各单位的文件夹 " << options_.source.string() << " 里面；请用 -o 指定别的位置\n";
    return kUsage;
  }

  /// Once, before the workers are forked.
  void load() {
    ground_.data = data_digest();
    const char* search_path = std::getenv("PATH");
    ground_.office = !find_office(search_path != nullptr ? search_path : "").empty();
  }

  void make(const Crew& crew, RunRecord& record) {
    Progress progress(options_.json ? std::cerr : (::isatty(STDERR_FILENO) == 1 ? std::cerr : std::cout), progress_look(options_.quiet),
                      source_.tasks.size() + source_.refused.size());
    const auto take = [&](UnitRow row) {
      if (row.state == UnitState::unchanged && record.begun_before(row.name)) row.state = UnitState::built;
      record.note_row(row);
      progress.note(row);
      rows_.push_back(std::move(row));
    };
    for (UnitRow& row : source_.refused) take(std::move(row));
    crew.make_all(source_.tasks, {[&](const UnitTask& task) { record.note_begun(task.name.empty() ? task.shown : task.name); }, take});
    progress.end();
    std::sort(rows_.begin(), rows_.end(), [](const UnitRow& a, const UnitRow& b) { return a.index < b.index; });
  }

  int finish(RunRecord& record) {
    Findings failures;
    bool written = true;
    if (shard_.is_whole())
      written = write_batch_files(rows_, nullptr, source_.findings, ground_.loaded.templates, ground_.loaded.faces, options_.out, failures);
    if (!record.finish() && written) {
      written = false;
      failures.push_back(Finding::error("output-not-written", on_disk((options_.out / kRecordFolder).string()), "这次运行的记录写不进去",
                                        "请检查磁盘空间，再运行一次；已经生成的单位不会重做"));
    }
    print(failures);
    if (options_.json) std::cout << batch_to_json(rows_, nullptr, source_.findings);
    append(failures, source_.findings);
    return code_of(rows_, failures, written);
  }

  void print(const Findings& failures) const {
    std::ostream& words = words_of(options_.json);
    if (!options_.quiet) print_findings(words, source_.findings);
    if (!options_.quiet) print_failed(words, rows_);
    if (!failures.empty()) print_findings(std::cerr, failures);
    if (options_.quiet) return;
    const Tally all = tally(rows_);
    const std::string part = shard_.is_whole() ? "" : "第 " + std::to_string(shard_.index) + " 片（共 " + std::to_string(shard_.count) + " 片）：";
    words << part << rows_.size() << " 个单位：生成 " << all.built << "，没有变化 " << all.unchanged << "，没有生成 " << all.failed << "；有材料的里面未齐全 "
          << all.open << "\n";
    if (shard_.is_whole()) words << "请看：" << (options_.out / kSummaryName).string() << ".xlsx、" << kMissingName << "\n";
    else words << "各片都完成后运行：lvce batch gather " << options_.out.string() << " --roster 名单\n";
  }

  BatchGround& ground_;
  const BatchOptions& options_;
  const Shard shard_;
  BatchSource source_;
  std::vector<UnitRow> rows_;
};

std::optional<Shard> shard_asked(const std::string& text) {
  if (!text.empty()) {
    const auto shard = parse_shard(text);
    if (!shard) std::cerr << "--shard 要写成 第几片/总片数，如 3/8，现在是“" << text << "”\n";
    return shard;
  }
  const ShardAsked asked = shard_of_slurm([](const char* name) { return std::getenv(name); });
  if (!asked.shard) std::cerr << asked.fault << "\n";
  return asked.shard;
}

}  // namespace

int run_batch(const BatchOptions& asked) {
  if (asked.source.empty()) {
    std::cerr << "没有给出各单位的文件夹或名单；用法：lvce batch 文件夹或名单 -o 输出文件夹\n";
    return kUsage;
  }
  const auto shard = shard_asked(asked.shard);
  if (!shard) return kUsage;
  BatchGround ground{asked, "", load_data(), false, nullptr};
  WorkerShelf shelf;
  ground.shelf = &shelf;
  if (ground.options.out.empty()) ground.options.out = beside(asked.source, "输出");
  if (ground.options.jobs == 0) ground.options.jobs = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  return Batch(ground, *shard).run();
}

int run_batch_gather(const GatherOptions& options) {
  std::error_code error;
  if (!fs::is_directory(options.out, error))
    return refuse({Finding::error("gather-no-output", on_disk(options.out.string()), "没有这个输出文件夹", "请给出各片运行时 -o 的文件夹")}, kUnusable);
  ReadRoster read = read_roster(options.roster);
  if (!read.roster) return refuse(read.findings, kUnusable);
  FleetUnits units = gather_units(options.out, *read.roster);
  Findings told = std::move(read.findings);
  append(told, std::move(units.findings));
  Findings failures;
  const Loaded loaded = load_data();
  const bool written = write_batch_files(units.rows, &units.missing, told, loaded.templates, loaded.faces, options.out, failures);
  std::ostream& words = words_of(options.json);
  if (!options.quiet || !units.missing.empty()) print_findings(std::cerr, told);
  if (!units.missing.empty()) print_failed(std::cerr, units.rows);
  if (!failures.empty()) print_findings(std::cerr, failures);
  if (!options.quiet) {
    words << "名单 " << units.rows.size() << " 个单位，齐的 " << units.rows.size() - units.missing.size() << " 个，缺少或不全的 " << units.missing.size()
          << " 个\n";
    if (written) words << "请看：" << (options.out / kSummaryName).string() << ".xlsx、" << kMissingName << "\n";
  }
  if (options.json) std::cout << batch_to_json(units.rows, &units.missing, told);
  if (!written) return kNotWritten;
  return units.missing.empty() ? code_of(units.rows, told, true) : kUnusable;
}

}  // namespace lvce
