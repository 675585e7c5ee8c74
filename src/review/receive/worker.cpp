// run_receive_worker: one parcel a line in, what it holds a line out, under limits. It trusts no parcel and is trusted by nobody.
#include <sys/resource.h>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>

#include "evidence/job/protocol.h"
#include "review/receive/examine.h"
#include "review/receive/job.h"
#include "review/receive/receive.h"
#include "support/files.h"
#include "support/worker.h"

namespace lvce {
namespace {

constexpr WorkerLimits kReceiveLimits{360ULL << 20, kParcelBytesAtMost + (64ULL << 20)};
constexpr std::uint64_t kSecondsPerParcel = 110;

/// Processor time counts from the process's start, so each parcel moves the limit on.
void limit_parcel() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  limit_processor(static_cast<std::uint64_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + kSecondsPerParcel);
}

std::vector<Arrival> receive_parcel(const ReceiveJob& job, BureauStandards& rubrics) {
  std::vector<Arrival> out;
  for (const UnpackedPackage& opened : open_parcel(job.parcel, job.scratch)) out.push_back(examine_package(opened, rubrics));
  return out;
}

}  // namespace

int run_receive_worker() {
  const int answers = take_over_output();
  if (answers < 0) return 1;
  limit_worker(kReceiveLimits);
  if (!write_all(answers, std::string(kWorkerReady) + "\n")) return 1;
  std::unique_ptr<BureauStandards> rubrics;
  for (std::string line; std::getline(std::cin, line);) {
    const auto job = receive_job_from_line(line);
    if (!job) return 1;
    limit_parcel();
    if (!rubrics) rubrics = std::make_unique<BureauStandards>(data_folder(), std::vector<std::filesystem::path>(job->standards.begin(), job->standards.end()));
    try {
      if (!write_all(answers, arrivals_to_line(receive_parcel(*job, *rubrics)) + "\n")) return 1;
    } catch (...) {
      _Exit(2);  // out of memory, or worse: the parent starts a fresh worker
    }
  }
  return 0;
}

}  // namespace lvce
