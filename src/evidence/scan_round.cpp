#include "evidence/scan_round.h"

#include <algorithm>
#include <map>

#include "evidence/folder/names.h"
#include "evidence/job/content.h"
#include "evidence/pdf/pdf.h"
#include "evidence/reading/text_layer.h"
#include "evidence/reading/years.h"
#include "evidence/scan_pages.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFirstPageKept = 3000;  ///< characters

/// What is read: the pages as they will be bound, where they have been prepared. Empty: nothing there that can be drawn by itself.
fs::path file_to_read(const ProbeJob& job, const Probed& probed) {
  if (!probed.prepared.empty()) return probed.prepared;
  if (probed.format == EvidenceFormat::picture) return probed.pages.size() == 1 ? job.file : fs::path();
  const std::optional<FileEnds> ends = read_ends(job.file);
  return ends && content_of(*ends) == Content::pdf ? job.file : fs::path();
}

class ScanRound {
 public:
  ScanRound(const std::vector<ProbeJob>& jobs, const std::vector<std::string>& paths, std::vector<JobResult>& results, const ProbeOptions& options,
            const PoolOptions& pool, Findings& findings)
      : jobs_(jobs), paths_(paths), results_(results), options_(options), pool_(pool), findings_(findings) {}

  void run() {
    gather();
    if (wanted_.empty()) return;
    if (!options_.reader.ready()) return findings_.push_back(reader_missing(options_.reader));
    ReadScans read = read_scan_pages(wanted_, options_, pool_);
    if (!read.started) return findings_.push_back(reader_not_started());
    if (read.cache_failed)
      findings_.push_back(
          Finding::warning("evidence-cache-not-written", on_disk(options_.cache.string()), "识别结果无法存入缓存文件夹", "请检查 --cache 的路径和磁盘空间"));
    sort_out(read);
    for (auto& [result, pages] : read_) settle(results_[result].probed, pages);
    lay_over();
    tell_read();
    tell_failed();
  }

 private:
  void gather() {
    for (std::size_t i = 0; i < results_.size(); ++i) {
      const Probed& probed = results_[i].probed;
      if (results_[i].end != JobEnd::answered || probed.rejected() || probed.unread.empty()) continue;
      const fs::path file = file_to_read(jobs_[i], probed);
      if (file.empty()) continue;
      for (const std::size_t page : probed.unread) {
        wanted_.push_back({file, page - 1});
        whose_.push_back(i);
      }
    }
  }

  void sort_out(ReadScans& read) {
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      if (read.pages[i]) read_[whose_[i]].emplace(wanted_[i].page, std::move(*read.pages[i]));
      else failed_[whose_[i]].push_back(wanted_[i].page + 1);
    }
  }

  /// What is known of a file now; pages on which nothing was found are dropped.
  static void settle(Probed& probed, ReadPages& pages) {
    std::string all;
    for (const auto& [number, page] : pages) {
      const std::string text = text_of_page(page);
      if (number == 0) probed.read = encode_utf8(decode_utf8(text).substr(0, kFirstPageKept));
      all += text;
    }
    probed.read_years = years_named_in(all);
    std::erase_if(pages, [](const auto& page) { return page.second.lines.empty(); });
    if (pages.empty()) return;
    std::erase_if(probed.notices, [](const Notice& notice) { return notice.code == "evidence-pdf-scan"; });
    probed.searchable = true;
  }

  /// PDFs get a copy with the text in it; a picture keeps its words beside it, since its place is not known yet.
  void lay_over() {
    std::vector<ProbeJob> asked;
    std::vector<std::size_t> owners;
    for (const auto& [result, pages] : read_) {
      Probed& probed = results_[result].probed;
      if (pages.empty() || probed.prepared.empty()) continue;
      const fs::path layer = probed.prepared.native() + ".words";
      if (!write_read_pages(pages, layer)) continue;
      if (probed.prepared.extension() != ".pdf") {
        probed.layer = layer;
        continue;
      }
      ProbeJob& job = asked.emplace_back();
      job.file = probed.prepared;
      job.layer = layer;
      job.prepared_stem = probed.prepared.native() + "-read";
      owners.push_back(result);
    }
    PoolOptions pool = pool_;
    pool.progress = nullptr;
    const std::vector<JobResult> answers = run_jobs(asked, pool);
    for (std::size_t i = 0; i < answers.size(); ++i) replace(results_[owners[i]].probed, asked[i], answers[i]);
  }

  static void replace(Probed& probed, const ProbeJob& job, const JobResult& answer) {
    std::error_code ignored;
    fs::remove(job.layer, ignored);
    if (answer.end != JobEnd::answered || answer.probed.prepared.empty()) {
      probed.searchable = false;
      return probed.warn("evidence-ocr-page", "识别出的文字没有写进PDF，仍不能检索", "请检查磁盘空间后重新生成");
    }
    fs::remove(job.file, ignored);
    probed.prepared = answer.probed.prepared;
  }

  void tell_read() {
    std::vector<std::string> files;
    std::size_t pages = 0;
    for (const auto& [result, read] : read_) {
      if (read.empty() || !results_[result].probed.searchable) continue;
      files.push_back(paths_[result]);
      pages += read.size();
    }
    if (files.empty()) return;
    findings_.push_back(Finding::note("evidence-ocr", in_evidence(files.size() == 1 ? files[0] : ""),
                                      "已识别扫描件" + std::to_string(files.size()) + "个文件共" + std::to_string(pages) + "页的文字，供查找和复制",
                                      "识别难免有错字，内容以图像为准")
                            .at_all(evidence_places(files)));
  }

  void tell_failed() {
    for (const auto& [result, pages] : failed_)
      results_[result].probed.warn("evidence-ocr-page",
                                   name_pages(pages) + "没有识别出文字（超过每页" + std::to_string(kSecondsPerScan) + "秒，或者画面读不出来），不能检索",
                                   "请按150至300 dpi重新扫描这一页，或改放由文档导出的PDF");
  }

  const std::vector<ProbeJob>& jobs_;
  const std::vector<std::string>& paths_;
  std::vector<JobResult>& results_;
  const ProbeOptions& options_;
  const PoolOptions& pool_;
  Findings& findings_;
  std::vector<WantedScan> wanted_;
  std::vector<std::size_t> whose_;                          ///< result of each wanted page
  std::map<std::size_t, ReadPages> read_;                   ///< by result
  std::map<std::size_t, std::vector<std::size_t>> failed_;  ///< pages from 1, by result
};

}  // namespace

Finding reader_missing(const ScanReader& reader) { return Finding::warning("evidence-ocr-missing", in_evidence(""), reader.fault, reader.remedy); }

Finding reader_not_started() {
  return Finding::warning("evidence-ocr-missing", in_evidence(""), "文字识别程序无法启动，扫描件没有识别",
                          "请安装 libtesseract5 和 tesseract-ocr-chi-sim，并检查内存、进程数是否受限；或去掉 --ocr");
}

void read_scans(const std::vector<ProbeJob>& jobs, const std::vector<std::string>& paths, std::vector<JobResult>& results, const ProbeOptions& options,
                const PoolOptions& pool, Findings& findings) {
  if (options.ocr) ScanRound(jobs, paths, results, options, pool, findings).run();
}

}  // namespace lvce
