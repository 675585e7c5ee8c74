// Invoices of a unit: carried by its evidence, or lying in folders of their own.
#include <algorithm>
#include <thread>

#include "evidence/archive_opener.h"
#include "evidence/evidence.h"
#include "evidence/folder/names.h"
#include "evidence/folder/walk.h"
#include "evidence/invoices/read_invoices.h"
#include "evidence/probe_memory.h"
#include "evidence/workers/pool.h"
#include "support/inside.h"
#include "support/memory.h"

namespace lvce {
namespace {

PoolOptions invoice_pool(const ProbeOptions& options) {
  PoolOptions pool;
  pool.worker = options.worker;
  const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  pool.workers = options.workers > 0 ? std::min(options.workers, cores) : cores;
  share_memory(pool, memory_to_be_had());
  pool.shelf = options.shelf;
  return pool;
}

ProbeJob invoice_job(const std::filesystem::path& file) {
  ProbeJob job;
  job.file = file;
  job.invoices = true;
  return job;
}

std::vector<Invoice> invoices_of(JobResult result) {
  if (result.end != JobEnd::answered) return {};
  for (Invoice& invoice : result.probed.invoices) invoice.sha256 = result.probed.sha256;
  return std::move(result.probed.invoices);
}

/// One of kInvoiceFolders.
class InvoiceFolder {
 public:
  InvoiceFolder(std::string name, const ProbeOptions& options) : name_(std::move(name)), options_(options) {}

  void read(const std::filesystem::path& folder, const Unpacking& unpacking, std::vector<Invoice>& out) {
    Walked walked = walk_evidence(folder, archive_opener(unpacking));
    std::vector<ProbeJob> jobs;
    std::vector<const WalkedEntry*> asked;
    for (WalkedEntry& entry : walked.entries) {
      if (entry.unpacked || walked.folders[entry.folder].hidden || is_auxiliary_name(entry.name)) continue;
      if (!entry.invoices.empty()) {
        keep(std::move(entry.invoices), entry.path, out);
      } else if (!entry.code.empty() || !may_be_invoice(entry.name)) {
        unread_.push_back(path_of(entry.path));
      } else {
        jobs.push_back(invoice_job(entry.disk));
        asked.push_back(&entry);
      }
    }
    std::vector<JobResult> results = run_remembered(options_.invoice_memory, jobs, invoice_pool(options_));
    for (std::size_t i = 0; i < results.size(); ++i) {
      std::vector<Invoice> read = invoices_of(std::move(results[i]));
      if (read.empty()) unread_.push_back(path_of(asked[i]->path));
      keep(std::move(read), asked[i]->path, out);
    }
  }

  void tell(Findings& findings) const {
    if (unread_.empty()) return;
    std::vector<Place> places;
    for (const std::string& path : unread_) places.push_back(on_disk(path));
    findings.push_back(Finding::note("invoice-unread", places.front(), "“" + name_ + "”里有" + std::to_string(unread_.size()) + "个文件读不出票据数据，没有与台账对照",
                                     "请放入电子发票原件（OFD、XML，或带数据的PDF）；扫描件和照片读不出数据")
                           .at_all(places.size() > 1 ? places : std::vector<Place>()));
  }

 private:
  std::string path_of(const std::string& below) const { return name_ + "/" + below; }

  void keep(std::vector<Invoice> invoices, const std::string& below, std::vector<Invoice>& out) const {
    for (Invoice& invoice : invoices) {
      invoice.path = path_of(below);
      out.push_back(std::move(invoice));
    }
  }

  std::string name_;
  const ProbeOptions& options_;
  std::vector<std::string> unread_;
};

}  // namespace

std::vector<Invoice> read_unit_invoices(const std::filesystem::path& unit, const EvidenceFolder& evidence, const ProbeOptions& options,
                                        const Unpacking& unpacking, Findings& findings) {
  std::vector<Invoice> out;
  for (const EvidenceFile& file : evidence.files) {
    for (const Invoice& invoice : file.invoices) {
      out.push_back(invoice);
      out.back().path = in_evidence(file.path).path;
    }
  }
  for (const std::string_view name : kInvoiceFolders) {
    const std::filesystem::path folder = unit / name;
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error) || lvce::leads_out(folder, unit)) continue;
    InvoiceFolder reader(std::string(name), options);
    reader.read(folder, unpacking, out);
    if (name != "能耗") reader.tell(findings);  // ledgers lie there too
  }
  return out;
}

void read_evidence_invoices(EvidenceFolder& evidence, const ProbeOptions& options) {
  std::vector<ProbeJob> jobs;
  std::vector<EvidenceFile*> asked;
  for (EvidenceFile& file : evidence.files) {
    if (file.state == EvidenceState::auxiliary || file.disk.empty() || !may_be_invoice(file.disk.filename().native())) continue;
    jobs.push_back(invoice_job(file.disk));
    asked.push_back(&file);
  }
  std::vector<JobResult> results = run_jobs(jobs, invoice_pool(options));
  for (std::size_t i = 0; i < results.size(); ++i) asked[i]->invoices = invoices_of(std::move(results[i]));
}

}  // namespace lvce
