// Invoices of a unit: carried by its evidence, or lying in folders of their own.
#include <algorithm>
#include <array>
#include <map>

#include "evidence/archive_opener.h"
#include "evidence/evidence.h"
#include "evidence/folder/names.h"
#include "evidence/folder/walk.h"
#include "evidence/invoices/read_invoices.h"
#include "evidence/probe_memory.h"
#include "evidence/probe_pool.h"
#include "support/inside.h"

namespace lvce {
namespace {

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

/// Whether the text of a PDF among the evidence is worth reading: most are no bills, and reading takes as long as judging them. Its name or a folder's says
/// so, or its first page is of an invoice's form (21 × 14 cm, or near).
bool may_be_bill(const EvidenceFile& file) {
  constexpr std::array<std::string_view, 7> kWords = {"票", "费", "账单", "帐单", "结算", "缴", "凭证"};
  constexpr double kTallest = 460;  ///< points
  if (!file.disk.native().ends_with(".pdf") && !file.disk.native().ends_with(".PDF")) return true;
  const bool named = std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return file.path.find(word) != std::string::npos; });
  return named || (!file.pages.empty() && file.pages.front().width_pt > file.pages.front().height_pt && file.pages.front().height_pt <= kTallest);
}

/// A file of which it is not known yet what it says.
struct AskedFile {
  std::string path;     ///< in the unit folder
  std::string told_of;  ///< the folder whose files are told of where nothing can be read; empty: none
  std::filesystem::path disk;
};

class UnitInvoices {
 public:
  explicit UnitInvoices(const ProbeOptions& options) : options_(options) {}

  /// Texts of PDFs are read apart from what is bound: what goes wrong there costs no evidence.
  void take_evidence(const EvidenceFolder& evidence) {
    constexpr std::size_t kPagesAtMost = 60;
    for (const EvidenceFile& file : evidence.files) {
      const std::string path = in_evidence(file.path).path;
      for (const Invoice& invoice : file.invoices) keep({invoice}, path);
      const bool readable = file.state == EvidenceState::bound || file.state == EvidenceState::bound_with_warning || file.state == EvidenceState::unassigned;
      const bool pages = file.state == EvidenceState::unassigned ||
                         (file.format == EvidenceFormat::pdf && file.searchable && file.pages.size() <= kPagesAtMost);
      if (file.invoices.empty() && readable && pages && may_be_bill(file) && may_be_invoice(file.disk.filename().native()))
        asked_.push_back({path, "", file.disk});
    }
  }

  void take_folder(const std::string& name, const std::filesystem::path& folder, const Unpacking& unpacking) {
    Walked walked = walk_evidence(folder, archive_opener(unpacking));
    const std::string told_of = name == "能耗" ? "" : name;  // ledgers lie there too
    for (WalkedEntry& entry : walked.entries) {
      const std::string path = name + "/" + entry.path;
      if (entry.unpacked || walked.folders[entry.folder].hidden || is_auxiliary_name(entry.name)) continue;
      if (!entry.invoices.empty()) keep(std::move(entry.invoices), path);
      else if (!entry.code.empty() || !may_be_invoice(entry.name)) unread_[told_of].push_back(on_disk(path));
      else asked_.push_back({path, told_of, entry.disk});
    }
  }

  std::vector<Invoice> read(Findings& findings) {
    std::vector<ProbeJob> jobs;
    for (const AskedFile& file : asked_) jobs.push_back(invoice_job(file.disk));
    std::vector<JobResult> results = run_remembered(options_.invoice_memory, jobs, pool_of(options_));
    for (std::size_t i = 0; i < results.size(); ++i) {
      std::vector<Invoice> found = invoices_of(std::move(results[i]));
      if (found.empty()) unread_[asked_[i].told_of].push_back(on_disk(asked_[i].path));
      keep(std::move(found), asked_[i].path);
    }
    for (const auto& [folder, places] : unread_) {
      if (!folder.empty()) tell(folder, places, findings);
    }
    return std::move(out_);
  }

 private:
  static void tell(const std::string& folder, const std::vector<Place>& places, Findings& findings) {
    findings.push_back(Finding::note("invoice-unread", places.front(),
                                     "“" + folder + "”里有" + std::to_string(places.size()) + "个文件读不出票据数据，没有与台账对照",
                                     "请放入电子发票原件（OFD、XML、PDF）；扫描件和照片读不出数据")
                           .at_all(places.size() > 1 ? places : std::vector<Place>()));
  }

  void keep(std::vector<Invoice> invoices, const std::string& path) {
    for (Invoice& invoice : invoices) {
      invoice.path = path;
      out_.push_back(std::move(invoice));
    }
  }

  const ProbeOptions& options_;
  std::vector<AskedFile> asked_;
  std::map<std::string, std::vector<Place>> unread_;
  std::vector<Invoice> out_;
};

}  // namespace

std::vector<Invoice> read_unit_invoices(const std::filesystem::path& unit, const EvidenceFolder& evidence, const ProbeOptions& options,
                                        const Unpacking& unpacking, Findings& findings) {
  UnitInvoices reader(options);
  reader.take_evidence(evidence);
  for (const std::string_view name : kInvoiceFolders) {
    const std::filesystem::path folder = unit / name;
    std::error_code error;
    if (leads_out(folder, unit)) {
      findings.push_back(
          Finding::warning("invoice-link-outside", on_disk(std::string(name)), "是一个链接，指向单位文件夹之外，没有读取，没有与台账对照", "请放入文件夹本身"));
    } else if (std::filesystem::is_directory(folder, error)) {
      reader.take_folder(std::string(name), folder, unpacking);
    }
  }
  return reader.read(findings);
}

void read_evidence_invoices(EvidenceFolder& evidence, const ProbeOptions& options) {
  std::vector<ProbeJob> jobs;
  std::vector<EvidenceFile*> asked;
  for (EvidenceFile& file : evidence.files) {
    if (file.state == EvidenceState::auxiliary || file.disk.empty() || !may_be_invoice(file.disk.filename().native())) continue;
    jobs.push_back(invoice_job(file.disk));
    asked.push_back(&file);
  }
  std::vector<JobResult> results = run_jobs(jobs, pool_of(options));
  for (std::size_t i = 0; i < results.size(); ++i) asked[i]->invoices = invoices_of(std::move(results[i]));
}

}  // namespace lvce
