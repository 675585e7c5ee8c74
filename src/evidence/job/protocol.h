// What parent and worker say to each other: one JSON object a line. File names travel as hexadecimal bytes, since they need not be UTF-8.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/job/read_page.h"
#include "office/dossier.h"
#include "office/invoice.h"
#include "support/finding.h"

namespace lvce {

/// Said once by a worker that is ready for its first job.
inline constexpr std::string_view kWorkerReady = "{\"ready\":1}";

/// Bytes that all workers together may take, and one alone where the others wait. Beside the main process all stays below 1 GB.
inline constexpr std::uint64_t kWorkerMemory = 720ULL << 20;

struct ProbeJob {
  std::filesystem::path file;
  std::filesystem::path prepared_stem;  ///< the worker adds .pdf or .jpg; empty: prepare nothing
  int dpi = 200;
  bool digest_only = false;                ///< unassigned files: size and SHA-256, nothing is opened by a decoder
  bool first_page = false;                 ///< only the text of the first page, where there is any
  bool invoices = false;                   ///< only what it says as an invoice
  bool thumbnail = false;                  ///< only a small picture for the screen, to prepared_stem
  std::filesystem::path unpack_into = {};  ///< not empty: an archive, whose files go into this folder; nothing else is done with it
  std::uintmax_t unpack_at_most = 0;       ///< bytes
  bool seals = false;                      ///< only whether its pages show a red seal
  int read_page = -1;                      ///< from 0: only what stands on this page of a scan; for the reader (lvce-ocr), not for evidence workers
  std::filesystem::path language = {};     ///< where the reader finds its language
  std::filesystem::path layer = {};        ///< not empty: words that were read, to be laid over the pages of `file`; nothing else is done with it
  bool converted = false;                  ///< a PDF that LibreOffice has just written: its dates and identifiers are the clock's, a clean copy is made
  std::string called = "PDF";              ///< what the clerk knows the file as; not sent
  std::uint64_t memory = kWorkerMemory;    ///< that it may take, bytes
};

/// One thing to tell about a file. An error rejects it, anything else binds it with a warning.
struct Notice {
  std::string code;
  Severity severity = Severity::warning;
  std::string reason;  ///< what, in Chinese
  std::string hint;    ///< what to do
};

/// A file inside an archive.
struct ArchiveEntry {
  std::string name;            ///< with the folders above it, bytes as they stand there
  std::filesystem::path disk;  ///< where it lies now; empty: it stayed inside, and `code` says why
  std::uintmax_t bytes = 0;
  std::string code;  ///< "evidence-archive-locked" …; empty: all is well
  std::string reason;
  std::string hint;
};

/// All that a worker found out.
struct Probed {
  EvidenceFormat format = EvidenceFormat::unknown;
  std::vector<Notice> notices;
  std::uintmax_t bytes = 0;
  std::string sha256;
  std::vector<PageSize> pages;
  int pixel_width = 0;
  int pixel_height = 0;
  EvidenceDate date;
  std::filesystem::path prepared;
  std::string text;
  bool searchable = true;
  bool fonts_embedded = true;
  std::uint64_t weight = 0;               ///< bytes of memory that it will take to bind, roughly (budget.h)
  bool is_archive = false;                ///< of an archive's job: else it is a file of another kind
  std::vector<ArchiveEntry> entries;      ///< of an archive
  std::vector<Invoice> invoices;          ///< that the file is, or carries; without `path` and `sha256`
  bool invoice_data = false;              ///< it is an invoice as data only (XML): nothing to bind
  std::string stamp;                      ///< disk_stamp of the file when it was copied; empty: it was not
  SealState seal = SealState::not_asked;  ///< signatures and stamps of a PDF or OFD; of a job for seals, what was seen
  std::vector<std::size_t> unread;        ///< pages, from 1, that show something but no text
  std::optional<ReadPage> page;           ///< of the reader's job: what stands on it
  std::string read;                       ///< what was read on the first page (--ocr); the parent's business, as the next two
  std::vector<int> read_years;            ///< that the pages read name
  std::filesystem::path layer;            ///< words read on a picture (load_read_pages); empty: none
  std::string office;                     ///< office_kind of a document that LibreOffice can convert; nothing else is known of it yet

  void error(std::string code, std::string reason, std::string hint) { add(std::move(code), Severity::error, std::move(reason), std::move(hint)); }
  void warn(std::string code, std::string reason, std::string hint) { add(std::move(code), Severity::warning, std::move(reason), std::move(hint)); }
  void note(std::string code, std::string reason) { add(std::move(code), Severity::note, std::move(reason), ""); }
  bool rejected() const;

 private:
  void add(std::string code, Severity severity, std::string reason, std::string hint);
};

std::string job_to_line(const ProbeJob& job);
std::optional<ProbeJob> job_from_line(std::string_view line);
std::string answer_to_line(const Probed& probed);
/// Nothing when the line is not an answer: the worker is then treated as broken.
std::optional<Probed> answer_from_line(std::string_view line);

}  // namespace lvce
