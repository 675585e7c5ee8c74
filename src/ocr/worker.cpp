// run_ocr_worker: one page in, its words out.
#include <sys/resource.h>
#include <unistd.h>

#include <iostream>
#include <string>

#include "evidence/job/protocol.h"
#include "evidence/scan_pages.h"
#include "ocr/ocr.h"
#include "ocr/recogniser.h"
#include "support/worker.h"

namespace lvce {
namespace {

constexpr std::uint64_t kNothingWritten = 1ULL << 20;

/// Processor time counts from the process's start, so each page moves the limit on.
void limit_page(const ProbeJob& job) {
  limit_memory(job.memory);
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  limit_processor(static_cast<std::uint64_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + kSecondsPerScan);
}

Probed read_page(const ProbeJob& job, std::unique_ptr<Recogniser>& recogniser) {
  Probed probed;
  if (!recogniser) recogniser = Recogniser::start(job.language);
  const std::optional<GreyPicture> picture = recogniser ? picture_of_page(job.file, job.read_page) : std::nullopt;
  if (picture) probed.page = recogniser->read(*picture);
  return probed;
}

}  // namespace

int run_ocr_worker() {
  const int out = take_over_output();
  if (out < 0) return 1;
  limit_worker({kWorkerMemory, kNothingWritten});
  if (!write_all(out, std::string(kWorkerReady) + '\n')) return 1;
  std::unique_ptr<Recogniser> recogniser;
  for (std::string line; std::getline(std::cin, line);) {
    const std::optional<ProbeJob> job = job_from_line(line);
    if (!job) return 1;
    limit_page(*job);
    try {
      if (!write_all(out, answer_to_line(read_page(*job, recogniser)) + '\n')) return 1;
    } catch (...) {
      _Exit(2);  // out of memory, or worse: this page is given up and a fresh worker started
    }
  }
  return 0;
}

}  // namespace lvce
