// probe_evidence: jobs to the pool, answers into the files, notices into findings.
#include <algorithm>
#include <cstdio>

#include "evidence/budget.h"
#include "evidence/copies.h"
#include "evidence/documents/round.h"
#include "evidence/evidence.h"
#include "evidence/folder/names.h"
#include "evidence/probe_memory.h"
#include "evidence/probe_pool.h"
#include "evidence/scan_round.h"
#include "evidence/seal_round.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr int kSecondsToBegin = 30;  ///< workers start, beside what each file may take
constexpr std::size_t kNamedFiles = 3;

/// Notices that many files share: one finding names a few and counts the rest.
struct Shared {
  const char* code;
  std::vector<std::string> paths;
  Notice notice;
};

bool is_probed(const EvidenceFile& file) {
  return file.state == EvidenceState::bound || file.state == EvidenceState::bound_with_warning || file.state == EvidenceState::unassigned;
}

ProbeJob job_of(const EvidenceFile& file, std::size_t index, const ProbeOptions& options) {
  ProbeJob job;
  job.file = file.disk;
  job.dpi = options.dpi;
  job.digest_only = file.state == EvidenceState::unassigned;
  char name[32];
  std::snprintf(name, sizeof name, "%06zu", index);
  if (!options.work_folder.empty() && !job.digest_only) job.prepared_stem = options.work_folder / name;
  return job;
}

Notice notice_of(JobEnd end) {
  const std::string hint = "请打印成PDF或重新扫描后放入";
  if (end == JobEnd::no_time_left)
    return {"evidence-worker-timeout", Severity::error, "核验全部材料的总时间已被其他文件用完，这份没有打开", "请先处理超时的文件，再生成一次"};
  if (end == JobEnd::timed_out) return {"evidence-worker-timeout", Severity::error, "文件损坏或过大，处理超时", hint};
  return {"evidence-worker-died", Severity::error, "文件损坏或过大，处理程序中止", hint};
}

class Prober {
 public:
  Prober(EvidenceFolder& folder, const ProbeOptions& options, Findings& findings) : folder_(folder), options_(options), findings_(findings) {}

  void run() {
    std::vector<ProbeJob> jobs;
    std::vector<std::size_t> places;
    std::vector<std::string> paths;
    for (std::size_t i = 0; i < folder_.files.size(); ++i) {
      if (!is_probed(folder_.files[i])) continue;
      jobs.push_back(job_of(folder_.files[i], i, options_));
      places.push_back(i);
      paths.push_back(folder_.files[i].path);
    }
    const PoolOptions pool = pool_options(jobs.size());
    std::vector<JobResult> results = run_remembered(options_.memory, jobs, pool);
    settle_office(jobs, results, options_, pool, findings_);
    weigh(results, places);
    read_scans(jobs, paths, results, options_, pool, findings_);
    find_seals(jobs, seals_asked(places), results, pool, options_.seal_memory);
    for (std::size_t i = 0; i < results.size(); ++i) take(folder_.files[places[i]], std::move(results[i]));
    for (const Shared& shared : shared_) report(shared);
    mark_copies(folder_, findings_);
    if (not_started_ > 0) {
      findings_.push_back(Finding::error("evidence-worker-not-started", in_evidence(""), std::to_string(not_started_) + "个文件未能核验：处理程序无法启动",
                                         "请检查安装是否完整、内存和进程数是否受限"));
    }
  }

 private:
  PoolOptions pool_options(std::size_t jobs) const {
    PoolOptions pool = pool_of(options_);
    if (options_.seconds_per_file > 0) {
      pool.seconds_per_job = options_.seconds_per_file;
      pool.seconds_for_all = kSecondsToBegin + options_.seconds_per_file * static_cast<int>(jobs);
    }
    if (options_.progress) {
      pool.progress = [jobs](std::size_t done) { std::fprintf(stderr, "\r核验佐证材料 %zu/%zu%s", done, jobs, done == jobs ? "\n" : ""); };
    }
    return pool;
  }

  bool is_seal_asked(const EvidenceFile& file) const {
    const bool asked = std::any_of(file.indicators.begin(), file.indicators.end(), [&](const std::string& id) { return options_.sealed.contains(id); });
    return asked && file.state != EvidenceState::unassigned;
  }

  std::vector<bool> seals_asked(const std::vector<std::size_t>& places) const {
    std::vector<bool> asked;
    for (const std::size_t place : places) {
      asked.push_back(is_seal_asked(folder_.files[place]));
    }
    return asked;
  }

  void weigh(std::vector<JobResult>& results, const std::vector<std::size_t>& places) const {
    std::vector<Probed*> bound;
    for (std::size_t i = 0; i < results.size(); ++i) {
      const bool opened = results[i].end == JobEnd::answered && folder_.files[places[i]].state != EvidenceState::unassigned;
      if (opened) bound.push_back(&results[i].probed);
    }
    keep_to_budget(std::move(bound));
  }

  void take(EvidenceFile& file, JobResult result) {
    const bool unassigned = file.state == EvidenceState::unassigned;
    if (result.end == JobEnd::not_started) {
      ++not_started_;
      if (unassigned) return;
      file.state = EvidenceState::rejected;
      file.reason = "未能核验：处理程序无法启动";
      file.remedy = "请检查安装是否完整、内存和进程数是否受限";
      return;
    }
    if (result.end != JobEnd::answered) result.probed.notices = {notice_of(result.end)};
    Probed& probed = result.probed;
    if (result.end == JobEnd::answered) {
      file.bytes = probed.bytes;
      file.sha256 = std::move(probed.sha256);
      file.invoices = std::move(probed.invoices);
      for (Invoice& invoice : file.invoices) invoice.sha256 = file.sha256;
    }
    if (unassigned) return;
    fill(file, probed);
    if (is_seal_asked(file)) file.seal = probed.seal;
    judge(file, probed);
  }

  static void fill(EvidenceFile& file, Probed& probed) {
    file.format = probed.format;
    file.pages = std::move(probed.pages);
    file.pixel_width = probed.pixel_width;
    file.pixel_height = probed.pixel_height;
    file.prepared = std::move(probed.prepared);
    file.stamp = std::move(probed.stamp);
    file.text = std::move(probed.text);
    file.searchable = probed.searchable;
    file.read = std::move(probed.read);
    file.read_years = std::move(probed.read_years);
    file.layer = std::move(probed.layer);
    file.fonts_embedded = probed.fonts_embedded;
    if (file.date.text.empty()) file.date = probed.date;
  }

  void judge(EvidenceFile& file, const Probed& probed) {
    const bool rejected = probed.rejected();
    if (rejected) file.state = EvidenceState::rejected;
    else if (!probed.notices.empty()) file.state = EvidenceState::bound_with_warning;
    for (const Notice& notice : probed.notices) {
      if (rejected && notice.severity != Severity::error) continue;  // what else is wrong with it does not matter now
      file.reason += (file.reason.empty() ? "" : "；") + notice.reason;
      if (rejected) file.remedy = notice.hint;
      if (!share(file, notice)) findings_.push_back(Finding::of(notice.severity, notice.code, in_evidence(file.path), notice.reason, notice.hint));
    }
  }

  bool share(const EvidenceFile& file, const Notice& notice) {
    for (Shared& shared : shared_) {
      if (notice.code != shared.code) continue;
      shared.paths.push_back(file.path);
      shared.notice = notice;
      return true;
    }
    return false;
  }

  void report(const Shared& shared) {
    if (shared.paths.empty()) return;
    std::string names;
    for (std::size_t i = 0; i < std::min(kNamedFiles, shared.paths.size()); ++i) names += (i > 0 ? "、" : "") + shared.paths[i];
    const std::size_t count = shared.paths.size();
    const Place place = in_evidence(count == 1 ? shared.paths[0] : "");
    const std::string message = count == 1
                                    ? shared.notice.reason
                                    : std::to_string(count) + "个文件：" + shared.notice.reason + "（" + names + (count > kNamedFiles ? "等" : "") + "）";
    findings_.push_back(Finding::of(shared.notice.severity, shared.notice.code, place, message, shared.notice.hint).at_all(evidence_places(shared.paths)));
  }

  EvidenceFolder& folder_;
  const ProbeOptions& options_;
  Findings& findings_;
  std::vector<Shared> shared_ = {{"evidence-pdf-scan", {}, {}},      {"evidence-pdf-fonts", {}, {}},      {"evidence-picture-turned", {}, {}},
                                 {"evidence-office-format", {}, {}}, {"evidence-office-pending", {}, {}}, {"evidence-office-converted", {}, {}},
                                 {"evidence-over-budget", {}, {}},   {"evidence-empty", {}, {}}};
  std::size_t not_started_ = 0;
};

}  // namespace

void probe_evidence(EvidenceFolder& folder, const ProbeOptions& options, Findings& findings) { Prober(folder, options, findings).run(); }

}  // namespace lvce
