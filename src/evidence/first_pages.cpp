// read_first_pages: what files without a place say, asked of the workers, and of the reader where they are scans.
#include <algorithm>
#include <thread>

#include "evidence/evidence.h"
#include "evidence/job/content.h"
#include "evidence/picture/kinds.h"
#include "evidence/scan_pages.h"
#include "evidence/scan_round.h"
#include "evidence/workers/pool.h"
#include "support/memory.h"

namespace lvce {
namespace {

PoolOptions pool_for_first_pages(const ProbeOptions& options) {
  PoolOptions pool;
  pool.worker = options.worker;
  pool.workers = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  return pool;
}

bool may_be_scan(const std::filesystem::path& file) {
  const std::optional<FileEnds> ends = read_ends(file);
  const Content content = ends ? content_of(*ends) : Content::unknown;
  return content == Content::pdf || is_picture(content);
}

/// First pages of the files that have no text of their own.
void read_silent(const std::vector<const EvidenceFile*>& silent, const ProbeOptions& options, std::map<std::string, std::string>& out, Findings& findings) {
  std::vector<WantedScan> wanted;
  std::vector<const EvidenceFile*> asked;
  for (const EvidenceFile* file : silent) {
    if (!may_be_scan(file->disk)) continue;
    wanted.push_back({file->disk, 0});
    asked.push_back(file);
  }
  if (wanted.empty()) return;
  if (!options.reader.ready()) return findings.push_back(reader_missing(options.reader));
  PoolOptions pool = pool_for_first_pages(options);
  share_memory(pool, memory_to_be_had());
  const ReadScans read = read_scan_pages(wanted, options, pool);
  if (!read.started) return findings.push_back(reader_not_started());
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const std::string text = read.pages[i] ? text_of_page(*read.pages[i]) : "";
    if (!text.empty()) out.emplace(asked[i]->path, text);
  }
}

/// A number would not help it.
void tell_refused(const EvidenceFile& file, const Probed& probed, Findings& findings) {
  for (const Notice& notice : probed.notices) {
    if (notice.severity != Severity::error) continue;
    findings.push_back(Finding::error(notice.code, in_evidence(file.path), notice.reason, notice.hint));
    return;
  }
}

}  // namespace

std::map<std::string, std::string> read_first_pages(const EvidenceFolder& folder, const ProbeOptions& options, Findings& findings) {
  std::vector<ProbeJob> jobs;
  std::vector<const EvidenceFile*> asked;
  for (const EvidenceFile& file : folder.files) {
    if (file.state != EvidenceState::unassigned) continue;
    asked.push_back(&file);
    ProbeJob& job = jobs.emplace_back();
    job.file = file.disk;
    job.first_page = true;
  }
  const std::vector<JobResult> results = run_jobs(jobs, pool_for_first_pages(options));
  std::map<std::string, std::string> out;
  std::vector<const EvidenceFile*> silent;
  for (std::size_t i = 0; i < results.size(); ++i) {
    const Probed& probed = results[i].probed;
    if (results[i].end != JobEnd::answered) continue;
    if (probed.rejected()) tell_refused(*asked[i], probed, findings);
    else if (probed.text.empty()) silent.push_back(asked[i]);
    else out.emplace(asked[i]->path, probed.text);
  }
  if (options.ocr) read_silent(silent, options, out, findings);
  return out;
}

}  // namespace lvce
