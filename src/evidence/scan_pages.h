// Pages of scans read by the reader's program (--ocr), on all cores; what was read before is taken from the cache.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "evidence/evidence.h"
#include "evidence/job/read_page.h"
#include "evidence/workers/pool.h"

namespace lvce {

struct WantedScan {
  std::filesystem::path file;  ///< a PDF or a picture
  std::size_t page = 0;        ///< from 0
};

struct ReadScans {
  std::vector<std::optional<ReadPage>> pages;  ///< in the order wanted; nothing: it could not be read in its time
  bool started = true;                         ///< false: the reader cannot be run at all
  bool cache_failed = false;                   ///< something could not be kept
};

inline constexpr int kSecondsPerScan = 5;  ///< of processor time for a page

/// `pool`: its workers and memory. options.reader must be ready.
ReadScans read_scan_pages(const std::vector<WantedScan>& wanted, const ProbeOptions& options, const PoolOptions& pool);

}  // namespace lvce
