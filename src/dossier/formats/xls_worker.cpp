// run_workbook_worker: one old workbook in, its dump out, under limits.
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "dossier/formats/dump.h"
#include "dossier/formats/xls_reader.h"
#include "dossier/workbook.h"
#include "support/files.h"

namespace lvce {
namespace {

constexpr rlim_t kMemory = 1024ULL << 20;
constexpr rlim_t kProcessorSeconds = 15;
constexpr std::uintmax_t kMaxFile = 32ULL << 20;
const char* const kInput = "/proc/self/fd/0";

void limit(int what, rlim_t soft) {
  rlimit now{};
  if (getrlimit(what, &now) != 0) return;
  now.rlim_cur = now.rlim_max == RLIM_INFINITY ? soft : std::min(soft, now.rlim_max);
  setrlimit(what, &now);
}

void limit_process() {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CPU, kProcessorSeconds);
#ifndef __SANITIZE_ADDRESS__
  limit(RLIMIT_AS, kMemory);
#endif
}

/// Keeps the answer channel for us alone: what the library prints goes nowhere.
int take_over_output() {
  const int out = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nowhere >= 0) {
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    close(nowhere);
  }
  return out;
}

bool say(int out, std::string_view left) {
  while (!left.empty()) {
    const ssize_t written = write(out, left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    left.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

int run_workbook_worker() {
  const int out = take_over_output();
  if (out < 0) return 1;
  limit_process();
  try {
    const auto bytes = read_file(kInput, kMaxFile);
    if (!bytes) return 1;
    const xlsx::ReadBook read = formats::read_xls_unguarded(kInput, *bytes);
    return say(out, read.book ? formats::dump_book(*read.book) : formats::dump_failure(read.failure)) ? 0 : 1;
  } catch (...) {
    std::_Exit(2);  // out of memory: the parent says so
  }
}

}  // namespace lvce
