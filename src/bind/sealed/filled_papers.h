// Papers (lvce papers) as the office filled them in: which they are, and what still keeps one from being final.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "document/document.h"
#include "evidence/evidence.h"

namespace lvce {

struct FilledPaper {
  std::size_t paper = 0;  ///< index into the documents
  EvidenceFile file;      ///< `path` as it is told: "修改稿/2020年度….docx"; probed: a PDF with pages, or an office document made one

  Place place() const { return on_disk(file.path); }
};

/// Those in `folder` (修改稿), by the stem with which their names begin; a second one of a paper, or one of no paper of now: edited-copy-unused (warning).
std::vector<FilledPaper> find_filled_papers(const std::filesystem::path& folder, const std::vector<Document>& papers, Findings& findings);

/// Probes and prepares them in worker processes, below probe.work_folder; `mark` is left out of the headers of Word files first. One that cannot be used is
/// edited-copy-unreadable (error).
void probe_filled_papers(std::vector<FilledPaper>& filled, const std::string& mark, const ProbeOptions& probe, Findings& findings);

/// Where 【请填写 stands in a paper of ours: its stem, and what is asked for.
std::vector<Place> blanks_of(const Document& paper);

/// What keeps papers from being final: at most one finding (paper-not-final, error) of all places at which 【请填写 stands, in the filled papers and in the
/// documents without one, and one of the filled papers that still show `mark`. `filled` are probed.
Findings faults_of_final(const std::vector<Document>& papers, const std::vector<FilledPaper>& filled, const std::string& mark);

}  // namespace lvce
