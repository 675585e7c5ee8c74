// run_evidence_worker: one job a line in, one answer a line out, under limits. It trusts no file and is trusted by nobody.
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>

#include "evidence/archives/mail.h"
#include "evidence/archives/unpack.h"
#include "evidence/budget.h"
#include "evidence/documents/office.h"
#include "evidence/documents/report.h"
#include "evidence/evidence.h"
#include "evidence/first_page.h"
#include "evidence/invoices/pdf_invoice.h"
#include "evidence/invoices/read_invoices.h"
#include "evidence/job/content.h"
#include "evidence/job/protocol.h"
#include "evidence/job/snapshot.h"
#include "evidence/ofd/ofd.h"
#include "evidence/pdf/pdf.h"
#include "evidence/picture/kinds.h"
#include "evidence/picture/live_photo.h"
#include "evidence/picture/picture.h"
#include "evidence/plain_text.h"
#include "evidence/reading/text_layer.h"
#include "evidence/refused_kinds.h"
#include "evidence/seals/look.h"
#include "evidence/thumbnail.h"
#include "support/files.h"
#include "support/text.h"
#include "support/worker.h"

namespace lvce {
namespace {

constexpr WorkerLimits kEvidenceLimits{kWorkerMemory, 1ULL << 30};
#ifdef __SANITIZE_ADDRESS__
constexpr std::uint64_t kSlowness = 4;  ///< decoding to the cap takes the sanitizers more than the time of a job
#else
constexpr std::uint64_t kSlowness = 1;
#endif
constexpr std::uint64_t kSecondsPerJob = 50 * kSlowness;
constexpr std::size_t kJobLineAtMost = 1 << 16;
constexpr std::uintmax_t kMaxText = 1 << 20;
constexpr std::size_t kLongestEnding = 16;
constexpr std::uintmax_t kCopiedAtMost = 1ULL << 30;  ///< as kEvidenceLimits let a worker write

/// Processor time counts from the process's start, so each job moves the limit on.
void limit_job(const ProbeJob& job) {
  limit_memory(job.memory);
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  limit_processor(static_cast<std::uint64_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + kSecondsPerJob);
}

/// What remains of a document that was not copied to its end is seldom more than its container.
void reject_office(const ProbeJob& job, Probed& probed) {
  if (has_office_name(job.file))
    probed.error("evidence-office-unknown", "办公文档损坏或不完整（可能没有下载或复制完），无法读取", "请重新下载或复制，用办公软件能打开后另存为PDF放入");
  else probed.error("evidence-office-unknown", "无法识别的办公文档", "请另存为PDF后放入");
}

void reject_as(const Notice& notice, Probed& probed) { probed.error(notice.code, notice.reason, notice.hint); }

void probe_text(const ProbeJob& job, const FileEnds& ends, Probed& probed) {
  const std::string ending = ending_of(job.file.filename().native());
  if (has_office_name(job.file)) return reject_office(job, probed);
  if (const auto refused = refused_as_text(ending, ends.head)) {
    const bool readable = decode_plain_text(read_file(job.file, kMaxText).value_or("")).has_value();
    if (readable) return reject_as(*refused, probed);
    return probed.error("evidence-format-unknown", "无法识别的文件格式", "请另存为PDF或JPG后放入");
  }
  probed.format = ending == "md" ? EvidenceFormat::markdown : EvidenceFormat::text;
  if (probed.bytes > kMaxText) return probed.error("evidence-text-too-large", "文本文件超过1 MB", "请只保留与指标有关的内容，或打印成PDF");
  const std::optional<std::string> bytes = read_file(job.file, kMaxText);
  const std::optional<std::string> text = bytes ? decode_plain_text(*bytes) : std::nullopt;
  if (!text) {
    probed.format = EvidenceFormat::unknown;
    return probed.error("evidence-format-unknown", "无法识别的文件格式", "请另存为PDF或JPG后放入");
  }
  if (trim(*text).empty()) return probed.error("evidence-empty", "文件没有内容", "请放入正确的文件");
  probed.weight = weight_of_text(*text, probed.format == EvidenceFormat::markdown);
  if (probed.weight > kFileWeight)
    return probed.error("evidence-too-large", "文字的行数、表格或符号过多，排出来的页太多，无法装订", "请只保留与指标有关的内容，或打印成PDF");
  probed.text = *text;
}

/// Only tells what it is: converting is the parent's business.
void probe_office(const ProbeJob& job, const FileEnds& ends, Probed& probed) {
  probed.format = EvidenceFormat::office;
  const std::string kind = office_kind(job.file, ends);
  if (kind == "ofd") return probe_ofd(job, probed);
  if (kind == "locked") return probed.error("evidence-office-locked", "文档有打开密码", "请解除密码，另存为PDF后放入");
  if (kind.empty()) return reject_office(job, probed);
  probed.office = kind;
  probed.date = office_date(job.file);
  freeze_office(job, kind, probed);
}

void probe_content(const ProbeJob& job, const FileEnds& ends, Probed& probed) {
  const Content content = content_of(ends);
  if (is_office_markup(job.file, ends)) return probe_office(job, ends, probed);
  switch (content) {
    case Content::pdf: return probe_pdf(job, probed);
    case Content::jpeg:
    case Content::png:
    case Content::webp:
    case Content::gif:
    case Content::tiff:
    case Content::heic:
    case Content::bmp:
    case Content::jpeg_xl:
    case Content::jpeg_2000: return probe_picture(job, content, probed);
    case Content::other_picture: return probed.error("evidence-picture-format", "不支持这种图片格式", "请另存为JPG后放入");
    case Content::office: return probe_office(job, ends, probed);
    case Content::archive:
      if (has_live_photo_name(job.file)) return probe_live_photo(job, probed);
      if (ending_of(job.file.filename().native()) == "ofd") return probe_ofd(job, probed);  // its first entry may be called ofd.xml
      if (has_office_name(job.file)) return reject_office(job, probed);
      return probed.error("evidence-archive", "压缩包不能装订", "请解压后把文件按指标编号放入");
    case Content::media: return probed.error("evidence-media", "音频或视频不能装订", "请截取画面存为JPG，或写成情况说明后放入");
    case Content::web_page: return probed.error("evidence-web-page", "网页文件不能直接装订", "请打印成PDF后放入");
    case Content::text: return probe_text(job, ends, probed);
    case Content::unknown: break;
  }
  probed.error("evidence-format-unknown", "无法识别的文件格式", "请另存为PDF或JPG后放入");
}

/// Its text; of a document that has none, why it cannot be taken, if so.
void probe_first_page(const ProbeJob& job, const FileEnds& ends, Probed& probed) {
  probed.text = first_page_of(job, ends);
  if (!probed.text.empty() || is_picture(content_of(ends))) return;
  probe_content(job, ends, probed);
  probed.text.clear();
}

/// An invoice's data beside what is bound of it. XML inside a PDF is no attachment that would have to be bound.
void probe_invoices(const ProbeJob& job, const FileEnds& ends, Probed& probed) {
  const auto attached = [](const Notice& notice) { return notice.code == "evidence-pdf-attachments"; };
  const bool has_attachments = std::any_of(probed.notices.begin(), probed.notices.end(), attached);
  const Content content = content_of(ends);
  if (job.converted || probed.rejected() || (content == Content::pdf && !has_attachments)) return;
  if (content == Content::pdf) take_invoices(invoices_attached_to(job.file), InvoiceForm::pdf, probed);
  else read_invoices(job, ends, probed);
  if (has_attachments && carries_only_invoice_data(job.file)) std::erase_if(probed.notices, attached);
}

/// Judges what lies there at this moment.
Probed probe_file(const ProbeJob& job) {
  Probed probed;
  if (!job.unpack_into.empty()) {
    if (ending_of(job.file.filename().native()) == "eml") unpack_mail(job, probed);
    else unpack_archive(job, probed);
    return probed;
  }
  if (!job.layer.empty()) {
    lay_text(job, probed);
    return probed;
  }
  if (job.seals) {
    look_for_seals(job, probed);
    return probed;
  }
  if (job.first_page) {
    if (const auto ends = read_ends(job.file)) probe_first_page(job, *ends, probed);
    return probed;
  }
  if (job.invoices) {
    if (const auto ends = read_ends(job.file)) read_invoices(job, *ends, probed);
    if (!probed.invoices.empty()) probed.sha256 = sha256_of_file(job.file).value_or("");
    return probed;
  }
  if (job.thumbnail) {
    if (const auto ends = read_ends(job.file)) draw_thumbnail(job, *ends, probed);
    return probed;
  }
  const std::optional<std::string> digest = sha256_of_file(job.file);
  const std::optional<FileEnds> ends = read_ends(job.file);
  std::error_code error;
  probed.bytes = std::filesystem::file_size(job.file, error);
  if (error || !digest || !ends) {
    probed.bytes = 0;
    probed.error("evidence-unreadable", "文件无法读取", "请检查读取权限");
    return probed;
  }
  probed.sha256 = *digest;
  if (job.digest_only) return probed;
  if (probed.bytes == 0) probed.error("evidence-empty", "空文件，没有内容", "请放入正确的文件");
  else if (const auto refused = refused_by_ending(ending_of(job.file.filename().native()))) reject_as(*refused, probed);
  else probe_content(job, *ends, probed);
  if (may_be_invoice(job.file.filename().native())) probe_invoices(job, *ends, probed);
  return probed;
}

/// The copy stays where it is what will be bound or converted.
void keep_or_remove(const std::filesystem::path& copy, Probed& probed) {
  const bool wanted = probed.format == EvidenceFormat::pdf || !probed.office.empty();
  if (wanted && !probed.rejected() && probed.prepared.empty()) {
    probed.prepared = copy;
    return;
  }
  std::error_code ignored;
  std::filesystem::remove(copy, ignored);
}

/// Under the file's own ending, by which some kinds are known; none of these is long.
std::filesystem::path name_of_copy(const ProbeJob& job) {
  const std::string ending = job.file.extension().native();
  return job.prepared_stem.native() + "-copy" + (ending.size() <= kLongestEnding ? ending : "");
}

Probed probe(const ProbeJob& job) {
  const bool kept = !job.prepared_stem.empty() && !job.digest_only && !job.converted && !job.thumbnail && job.layer.empty() &&
                    !job.invoices;  // what was converted is our own already
  std::error_code error;
  if (!kept || !std::filesystem::is_regular_file(job.file, error)) return probe_file(job);
  Probed probed;
  const std::uintmax_t bytes = std::filesystem::file_size(job.file, error);
  if (!error && bytes > kCopiedAtMost) {
    probed.error("evidence-too-large", "文件超过1 GB，无法处理", "请缩小或分成几份后放入");
    return probed;
  }
  ProbeJob copied = job;
  copied.file = name_of_copy(job);
  const std::string stamp = disk_stamp(job.file);
  const Copied how = copy_evidence(job.file, copied.file);
  if (how == Copied::unreadable) probed.error("evidence-unreadable", "文件无法读取", "请检查读取权限");
  else if (how == Copied::not_written) probed.error("evidence-not-prepared", "无法写入临时文件", "请检查磁盘空间");
  else probed = probe_file(copied);
  probed.stamp = stamp;
  keep_or_remove(copied.file, probed);
  return probed;
}

/// Reads up to the next line end; false at the end of the jobs.
bool next_line(std::string& line) {
  line.clear();
  char c = 0;
  while (line.size() < kJobLineAtMost) {
    const ssize_t got = read(STDIN_FILENO, &c, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    if (c == '\n') return true;
    line += c;
  }
  return false;
}

}  // namespace

int run_evidence_worker() {
  const int out = take_over_output();
  if (out < 0) return 1;
  limit_worker(kEvidenceLimits);
  if (!write_all(out, std::string(kWorkerReady) + '\n')) return 1;
  std::string line;
  while (next_line(line)) {
    const std::optional<ProbeJob> job = job_from_line(line);
    if (!job) return 1;
    limit_job(*job);
    try {
      if (!write_all(out, answer_to_line(probe(*job)) + '\n')) return 1;
    } catch (...) {
      _Exit(2);  // out of memory, or worse: the parent gives this file up and starts a fresh worker
    }
  }
  return 0;
}

}  // namespace lvce
