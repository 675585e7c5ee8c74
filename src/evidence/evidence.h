// Scanning and probing the evidence folder.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/documents/shelter.h"
#include "evidence/reader.h"
#include "evidence/worker_shelf.h"
#include "office/dossier.h"
#include "rubric/model.h"

namespace lvce {

class ProbeMemory;  // probe_memory.h

struct ProbeOptions {
  std::filesystem::path worker;       ///< the lvce binary; run as `lvce --evidence-worker`
  std::filesystem::path work_folder;  ///< for prepared files; empty: probe only (check), prepare nothing
  int dpi = 200;
  int workers = 0;           ///< 0: as many as cores
  int seconds_per_file = 0;  ///< wall time before a worker is given up, all may take as much each; 0: 60, and all share a time (pool.h)
  bool progress = false;
  WorkerShelf* shelf = nullptr;                       ///< keeps workers between units; nullptr: each unit starts its own
  std::filesystem::path office;                       ///< LibreOffice's soffice (find_office), which turns office documents into PDFs; empty: they are rejected
  std::filesystem::path cache;                        ///< keeps conversions, and what was read on scans, by digest between runs; empty: none
  std::set<std::string> sealed;                       ///< indicators of which a demand asks for a seal
  bool ocr = false;                                   ///< read what scans say (--ocr)
  ScanReader reader;                                  ///< who reads it
  ProbeMemory* invoice_memory = nullptr;              ///< the same of the folders with invoices
  ProbeMemory* memory = nullptr;                      ///< answers kept from earlier runs of this program; nullptr: none, every file is opened
  ProbeMemory* seal_memory = nullptr;                 ///< the same, of what was seen of seals
  int office_seconds = 0;                             ///< time limit of a conversion; 0: 45
  Shelter office_shelter = Shelter::user_namespaces;  ///< at most; tests take less
};

/// The first `soffice` that may be run in `search_path`, which is written as PATH is; empty: none.
std::filesystem::path find_office(const std::string& search_path);

class ArchiveMemory;  // archive_memory.h

/// Where archives are unpacked, and by whom. Without both they stay shut, and are refused when they are probed.
struct Unpacking {
  std::filesystem::path worker;       ///< as ProbeOptions::worker
  std::filesystem::path work_folder;  ///< must last as long as the files are read
  ArchiveMemory* memory = nullptr;    ///< what was unpacked by earlier runs of this program, into the same folder; nullptr: none
};

/// Lists, numbers, orders, titles, dates and captions the files; opens none but caption files and archives, whose files stand in a folder of the
/// archive's name. `declined`: paths, as they are shown, of files that the office does not take as evidence; they are asked about no more as long as
/// nothing places them. Pure but for reading the folder.
EvidenceFolder scan_evidence(const std::filesystem::path& folder, const Rubric& rubric, Findings& findings, const Unpacking& unpacking = {},
                             const std::set<std::string>& declined = {});

/// Appends the evidence of the offices under one roof (合署办公; --shared): files of `folder`, or of 佐证材料 in it, behind the unit's own of the
/// same indicator. They are marked `shared`, their paths begin with 合署共享/ and their titles end in （合署共享）. The folder is only read.
void add_shared_evidence(EvidenceFolder& own, const std::filesystem::path& folder, const Rubric& rubric, Findings& findings, const Unpacking& unpacking = {});

/// Opens each file in worker processes and fills format, pages, sha256, state, prepared …; a dead worker rejects one file only.
void probe_evidence(EvidenceFolder& folder, const ProbeOptions& options, Findings& findings);

/// Invoices are looked for in these folders of the unit, too; what lies there is no evidence.
inline constexpr std::array<std::string_view, 3> kInvoiceFolders = {"票据", "发票", "能耗"};

/// The invoices that the probed evidence carries, and those that lie in the unit's kInvoiceFolders (archives and mails opened), with their paths. Files of
/// 票据 and 发票 that no invoice can be read from are one note (invoice-unread). Folders that are links out of the unit are left alone.
std::vector<Invoice> read_unit_invoices(const std::filesystem::path& unit, const EvidenceFolder& evidence, const ProbeOptions& options,
                                        const Unpacking& unpacking, Findings& findings);

/// For those who need nothing else of the evidence: only the files that may be invoices are opened, and nothing is judged.
void read_evidence_invoices(EvidenceFolder& evidence, const ProbeOptions& options);

/// What the files that stand under no indicator say on their first page, by path: PDF with text, Word, Excel, text; with options.ocr scans and pictures
/// too. Files without text are left out; those that cannot be taken whatever their number are findings, and that nobody can read scans is one.
std::map<std::string, std::string> read_first_pages(const EvidenceFolder& folder, const ProbeOptions& options, Findings& findings);

/// A row of 图说.xlsx.
struct CaptionRow {
  std::string name;     ///< path below the evidence folder, or beside the sheet
  std::string caption;  ///< empty: not yet written
};

/// All rows of a caption sheet, also those without a caption. Nothing when it cannot be read or lacks its columns.
std::optional<std::vector<CaptionRow>> read_caption_sheet(const std::filesystem::path& file);

/// The worker's main loop: jobs on standard input, answers on standard output. Returns the exit code.
int run_evidence_worker();

}  // namespace lvce
