#include "evidence/archive_opener.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <system_error>

#include "evidence/archive_memory.h"
#include "evidence/archives/unpack.h"
#include "evidence/job/snapshot.h"
#include "evidence/refused_kinds.h"
#include "evidence/workers/pool.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::array<std::string_view, 7> kArchiveEndings = {".tar.gz", ".tgz", ".tar", ".zip", ".rar", ".7z", ".eml"};
using ArchiveClock = std::chrono::steady_clock;

constexpr int kSecondsPerArchive = 38;
constexpr std::chrono::seconds kArchivesSeconds{30}, kMoreForEachArchive{4};

/// Of one run: how many were opened, how much may still come out, and how long that may still take.
struct Opened {
  int count = 0;
  std::uintmax_t left = kUnpackedAtMost;
  ArchiveClock::duration time_left = kArchivesSeconds;
  WorkerShelf shelf;

  /// Nothing when the others used up the time.
  std::optional<JobResult> run(const ProbeJob& job, const std::filesystem::path& worker) {
    time_left += kMoreForEachArchive;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time_left).count();
    if (seconds < 1) return std::nullopt;
    PoolOptions pool;
    pool.worker = worker;
    pool.seconds_per_job = pool.seconds_for_all = static_cast<int>(std::min<std::int64_t>(seconds, kSecondsPerArchive));
    pool.shelf = &shelf;
    const ArchiveClock::time_point began = ArchiveClock::now();
    JobResult result = std::move(run_jobs({job}, pool).front());
    time_left -= ArchiveClock::now() - began;
    return result;
  }

  void take(const std::vector<ArchiveEntry>& entries) {
    for (const ArchiveEntry& entry : entries) left -= std::min(left, entry.bytes);
  }
};

OpenedArchive opened_from(std::optional<JobResult> result, const std::string& called, Opened& opened) {
  OpenedArchive out;
  if (result && result->end == JobEnd::answered) {
    opened.take(result->probed.entries);
    out.entries = std::move(result->probed.entries);
    out.notices = std::move(result->probed.notices);
  } else {
    const std::string what = !result                              ? "打开压缩包和邮件的总时间已被其他文件用完，这个没有打开"
                             : result->end == JobEnd::not_started ? called + "未能打开：处理程序无法启动"
                                                                  : called + "损坏或过大，处理程序中止";
    out.notices.push_back({"evidence-archive-broken", Severity::error, what, "请自己解压，把需要的文件按指标编号放入"});
  }
  return out;
}

/// Nothing when it is no invoice.
std::optional<OpenedArchive> opened_data(std::optional<JobResult> result) {
  if (!result || result->end != JobEnd::answered || result->probed.invoices.empty()) return std::nullopt;
  OpenedArchive out;
  out.invoices = std::move(result->probed.invoices);
  for (Invoice& invoice : out.invoices) invoice.sha256 = result->probed.sha256;
  return out;
}

}  // namespace

bool has_data_name(std::string_view name) { return ending_of(name) == "xml"; }

std::optional<std::string> archive_stem(std::string_view name) {
  std::string folded(name);
  for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const std::string_view ending : kArchiveEndings) {
    if (folded.size() > ending.size() && folded.ends_with(ending)) return std::string(name.substr(0, name.size() - ending.size()));
  }
  return std::nullopt;
}

ArchiveOpener archive_opener(const Unpacking& unpacking) {
  if (unpacking.worker.empty() || unpacking.work_folder.empty()) {
    return [](const std::filesystem::path&) { return std::nullopt; };
  }
  return [unpacking, opened = std::make_shared<Opened>()](const std::filesystem::path& file) -> std::optional<OpenedArchive> {
    ArchiveMemory* memory = unpacking.memory;
    const std::string stamp = memory != nullptr ? disk_stamp(file) : "";
    if (const ArchiveMemory::Answer* known = memory != nullptr ? memory->find(file, stamp) : nullptr) {
      if (*known) opened->take((*known)->entries);
      return *known;
    }
    ProbeJob job;
    job.file = file;
    job.invoices = has_data_name(file.filename().native());
    if (!job.invoices) {
      job.unpack_into = unpacking.work_folder / ("a" + std::to_string(memory != nullptr ? memory->next_number() : ++opened->count));
      job.unpack_at_most = opened->left;
      std::error_code error;
      std::filesystem::create_directories(job.unpack_into, error);
    }
    std::optional<JobResult> result = opened->run(job, unpacking.worker);
    const bool tried = result.has_value();
    std::optional<OpenedArchive> out;
    if (job.invoices) out = opened_data(std::move(result));
    else if (!result || result->end != JobEnd::answered || result->probed.is_archive)
      out = opened_from(std::move(result), ending_of(file.filename().native()) == "eml" ? "邮件" : "压缩包", *opened);
    if (memory != nullptr && tried) memory->keep(file, stamp, out);
    return out;
  };
}

}  // namespace lvce
