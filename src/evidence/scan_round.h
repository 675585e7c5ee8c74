// The round after probing that reads scans (--ocr): pages without text to the reader, what it reads over the pages and into the answers.
#pragma once

#include <vector>

#include "evidence/evidence.h"
#include "evidence/workers/pool.h"

namespace lvce {

/// Nothing without options.ocr. `jobs`, `paths` (as the clerk knows them) and `results` stand in the same order. Fills Probed::read, read_years and layer;
/// where files are prepared, PDFs are replaced by copies with invisible text. What could not be read is told.
void read_scans(const std::vector<ProbeJob>& jobs, const std::vector<std::string>& paths, std::vector<JobResult>& results, const ProbeOptions& options,
                const PoolOptions& pool, Findings& findings);

/// Nobody can read, and why.
Finding reader_missing(const ScanReader& reader);
/// The reader is there, but does not run.
Finding reader_not_started();

}  // namespace lvce
