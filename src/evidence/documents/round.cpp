#include "evidence/documents/round.h"

#include <algorithm>
#include <cstdio>
#include <system_error>

#include "evidence/documents/convert.h"
#include "support/files.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr const char* kExportInOffice = "请用办公软件另存为PDF后放入";

bool is_office(const JobResult& result) { return result.end == JobEnd::answered && !result.probed.office.empty() && !result.probed.rejected(); }

class OfficeRound {
 public:
  OfficeRound(const std::vector<ProbeJob>& jobs, std::vector<JobResult>& results, const ProbeOptions& options, const PoolOptions& pool, Findings& findings)
      : jobs_(jobs), results_(results), options_(options), pool_(pool), findings_(findings) {
    for (std::size_t i = 0; i < results.size(); ++i) {
      if (is_office(results[i])) places_.push_back(i);
    }
  }

  void run() {
    if (places_.empty()) return;
    if (options_.office.empty())
      return reject_all("办公文档（Word、Excel、WPS等）不能直接装订", std::string(kExportInOffice) + "；装有LibreOffice的电脑上可自动转换");
    if (options_.work_folder.empty()) {
      for (const std::size_t place : places_)
        results_[place].probed.warn("evidence-office-pending", "办公文档，将在生成时由LibreOffice转换为PDF", "建议自行另存为PDF后放入，版面更可靠");
      return;
    }
    convert();
  }

 private:
  void reject_all(const std::string& reason, const std::string& hint) {
    for (const std::size_t place : places_) results_[place].probed.error("evidence-office-format", reason, hint);
  }

  void convert() {
    std::vector<ConversionJob> jobs;
    for (const std::size_t place : places_) jobs.push_back(job_of(jobs_[place].file, results_[place].probed));
    const fs::path folder = options_.work_folder / "office";
    const Converted converted = convert_office(jobs, convert_options(folder));
    if (converted.cache_failed) {
      findings_.push_back(
          Finding::warning("evidence-cache-not-written", on_disk(options_.cache.string()), "转换结果无法存入缓存文件夹", "请检查 --cache 的路径和磁盘空间"));
    }
    if (converted.unsheltered) {
      findings_.push_back(Finding::warning("evidence-office-unsheltered", in_evidence(""),
                                           "这台电脑的系统内核不能把LibreOffice与其他文件、网络隔开，办公文档是在没有隔离的情况下转换的",
                                           "来历不明的文档请先自行另存为PDF再放入；或请管理员开放用户命名空间（user namespaces）或Landlock"));
    }
    probe_results(converted.files);
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    for (const ConversionJob& job : jobs) {
      if (job.file.parent_path() == options_.work_folder) fs::remove(job.file, ignored);
    }
  }

  /// The copy, frozen where it must be; the cache knows it by what it holds.
  static ConversionJob job_of(const fs::path& original, const Probed& probed) {
    if (probed.prepared.empty()) return {original, probed.office, probed.sha256, "pdf"};
    return {probed.prepared, probed.office, sha256_of_file(probed.prepared).value_or(""), "pdf"};
  }

  ConvertOptions convert_options(const fs::path& folder) const {
    ConvertOptions out;
    out.soffice = options_.office;
    out.folder = folder;
    out.cache = options_.cache;
    if (options_.office_seconds > 0) out.seconds_per_file = options_.office_seconds;
    out.at_once = pool_.workers;
    out.most = options_.office_shelter;
    if (options_.progress) {
      out.progress = [all = places_.size()](std::size_t done) { std::fprintf(stderr, "\r转换办公文档 %zu/%zu%s", done, all, done >= all ? "\n" : ""); };
    }
    return out;
  }

  void probe_results(const std::vector<Conversion>& files) {
    std::vector<ProbeJob> again;
    std::vector<std::size_t> whose;
    for (std::size_t i = 0; i < files.size(); ++i) {
      const std::size_t place = places_[i];
      if (files[i].end != ConversionEnd::converted) {
        results_[place].probed.prepared.clear();
        refuse(files[i].end, results_[place].probed);
        continue;
      }
      ProbeJob job = jobs_[place];
      job.file = files[i].file;
      job.converted = true;
      again.push_back(std::move(job));
      whose.push_back(place);
    }
    PoolOptions pool = pool_;
    pool.progress = nullptr;
    std::vector<JobResult> probed = run_jobs(again, pool);
    for (std::size_t i = 0; i < probed.size(); ++i) merge(results_[whose[i]], std::move(probed[i]));
  }

  static void refuse(ConversionEnd end, Probed& probed) {
    if (end == ConversionEnd::timed_out) probed.error("evidence-office-not-converted", "LibreOffice转换超时", kExportInOffice);
    else if (end == ConversionEnd::no_time_left) probed.error("evidence-office-not-converted", "办公文档转换的总时间已用完，这份没有转换", kExportInOffice);
    else if (end == ConversionEnd::not_started) probed.error("evidence-office-not-converted", "LibreOffice无法运行，未转换", kExportInOffice);
    else probed.error("evidence-office-not-converted", "LibreOffice无法读取这份文件，可能已损坏或有密码", kExportInOffice);
  }

  /// The PDF's pages under the original's name, digest and date.
  static void merge(JobResult& original, JobResult pdf) {
    if (pdf.end == JobEnd::answered) {
      pdf.probed.bytes = original.probed.bytes;
      pdf.probed.sha256 = std::move(original.probed.sha256);
      pdf.probed.date = original.probed.date;
      pdf.probed.stamp = std::move(original.probed.stamp);
      pdf.probed.notices.insert(pdf.probed.notices.begin(), original.probed.notices.begin(), original.probed.notices.end());
      pdf.probed.warn("evidence-office-converted", "由LibreOffice转换为PDF", "请核对版面；如有出入，请自行另存为PDF后放入");
    }
    original = std::move(pdf);
  }

  const std::vector<ProbeJob>& jobs_;
  std::vector<JobResult>& results_;
  const ProbeOptions& options_;
  const PoolOptions& pool_;
  Findings& findings_;
  std::vector<std::size_t> places_;
};

}  // namespace

void settle_office(const std::vector<ProbeJob>& jobs, std::vector<JobResult>& results, const ProbeOptions& options, const PoolOptions& pool,
                   Findings& findings) {
  OfficeRound(jobs, results, options, pool, findings).run();
}

fs::path find_office(const std::string& search_path) {
  std::size_t at = 0;
  while (at <= search_path.size()) {
    const std::size_t end = std::min(search_path.find(':', at), search_path.size());
    const fs::path candidate = fs::path(search_path.substr(at, end - at)) / "soffice";
    std::error_code error;
    const fs::file_status status = fs::status(candidate, error);
    const bool may_run = (status.permissions() & (fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec)) != fs::perms::none;
    if (!error && candidate.is_absolute() && fs::is_regular_file(status) && may_run) return candidate;
    at = end + 1;
  }
  return {};
}

}  // namespace lvce
