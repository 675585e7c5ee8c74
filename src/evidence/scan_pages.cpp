#include "evidence/scan_pages.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include "evidence/reading/kept_pages.h"
#include "support/files.h"

namespace lvce {
namespace {

constexpr std::uint64_t kReaderMemory = 320ULL << 20;
constexpr int kMostSeconds = 60;  ///< by the clock: a busy machine takes longer for its kSecondsPerScan
constexpr int kSecondsToStart = 60, kSecondsForEachScan = 10;
constexpr int kBarCells = 20;

void show_scan_progress(std::size_t done, std::size_t all) {
  const auto full = static_cast<int>(done * kBarCells / std::max<std::size_t>(all, 1));
  std::string bar;
  for (int i = 0; i < kBarCells; ++i) bar += i < full ? "█" : "░";
  std::fprintf(stderr, "\r识别扫描件 %s %zu/%zu页%s", bar.c_str(), done, all, done == all ? "\n" : "");
}

ProbeJob job_of_scan(const WantedScan& wanted, const ScanReader& reader) {
  ProbeJob job;
  job.file = wanted.file;
  job.read_page = static_cast<int>(wanted.page);
  job.language = reader.language;
  job.memory = kReaderMemory;
  return job;
}

PoolOptions reading_pool(const PoolOptions& like, std::size_t pages, const ProbeOptions& options) {
  PoolOptions pool = like;
  pool.worker = options.reader.program;
  pool.shelf = nullptr;
  pool.seconds_per_job = kMostSeconds;
  pool.seconds_for_all = kSecondsToStart + kSecondsForEachScan * static_cast<int>(pages);
  pool.progress = nullptr;
  if (options.progress) pool.progress = [pages](std::size_t done) { show_scan_progress(done, pages); };
  return pool;
}

/// Digests of the files, each worked out once.
class Digests {
 public:
  explicit Digests(bool wanted) : wanted_(wanted) {}
  std::string of(const std::filesystem::path& file) {
    if (!wanted_) return "";
    const auto [known, fresh] = known_.try_emplace(file);
    if (fresh) known->second = sha256_of_file(file).value_or("");
    return known->second;
  }

 private:
  bool wanted_;
  std::map<std::filesystem::path, std::string> known_;
};

}  // namespace

ReadScans read_scan_pages(const std::vector<WantedScan>& wanted, const ProbeOptions& options, const PoolOptions& pool) {
  const KeptPages kept(options.cache, options.reader.fingerprint);
  Digests digests(kept.keeps());
  ReadScans out;
  out.pages.resize(wanted.size());
  std::vector<ProbeJob> asked;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    out.pages[i] = kept.find(digests.of(wanted[i].file), wanted[i].page);
    if (out.pages[i]) continue;
    asked.push_back(job_of_scan(wanted[i], options.reader));
    places.push_back(i);
  }
  std::vector<JobResult> answers = run_jobs(asked, reading_pool(pool, asked.size(), options));
  std::size_t not_started = 0;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const WantedScan& of = wanted[places[i]];
    if (answers[i].end == JobEnd::not_started) ++not_started;
    if (answers[i].end != JobEnd::answered || !answers[i].probed.page) continue;
    if (!kept.keep(digests.of(of.file), of.page, *answers[i].probed.page)) out.cache_failed = true;
    out.pages[places[i]] = std::move(answers[i].probed.page);
  }
  out.started = asked.empty() || not_started < asked.size();
  return out;
}

}  // namespace lvce
