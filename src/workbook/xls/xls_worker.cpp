// run_workbook_worker: one old workbook in, its dump out, under limits.
#include <cstdlib>
#include <string>

#include "support/worker.h"
#include "workbook/workbook.h"
#include "workbook/xls/dump.h"
#include "workbook/xls/xls_reader.h"

namespace lvce {
namespace {

constexpr WorkerLimits kBookLimits{1024ULL << 20, 0};
constexpr std::uint64_t kProcessorSeconds = 15;
constexpr std::uintmax_t kMaxFile = 32ULL << 20;

}  // namespace

int run_workbook_worker() {
  const int out = take_over_output();
  if (out < 0) return 1;
  limit_worker(kBookLimits);
  limit_processor(kProcessorSeconds);
  try {
    const auto bytes = read_input(kMaxFile);
    if (!bytes) return 1;
    const xlsx::ReadBook read = formats::read_xls_unguarded(*bytes);
    return write_all(out, read.book ? formats::dump_book(*read.book) : formats::dump_failure(read.failure)) ? 0 : 1;
  } catch (...) {
    std::_Exit(2);  // out of memory: the parent says so
  }
}

}  // namespace lvce
