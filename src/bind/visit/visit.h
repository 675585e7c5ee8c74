// lvce print: the set that an office takes to a visit, as PDFs in the order in which they are read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "bind/bind.h"

namespace lvce {

struct VisitOptions {
  bool duplex = true;
  bool whole = true;                    ///< report, table and forms too; else only what concerns `chosen`
  std::set<std::string> chosen = {};    ///< indicators
  int copies = 1;                       ///< from 2 on the first part exists as 正本 and 副本
  std::uintmax_t most_bytes = 0;        ///< of a file, cut at item borders; 0: as large as it comes
  std::vector<SealedCopy> sealed = {};  ///< bound in place of generated documents
};

/// One file of the set. Named 序号-名称.pdf, or 序号-名称（第x册共y册）.pdf where it had to be cut.
struct VisitFile {
  OutputPdf pdf;
  int copies = 1;  ///< of how many of the asked copies it is part
};

struct VisitSet {
  std::vector<VisitFile> files;
  EvidenceFolder folder;  ///< the evidence as it was bound
  Findings findings;
};

/// Writes into `folder`: cover, report, table and a sheet for each unit; then the rest. Pages have the numbers that they have in the bound file. Throws
/// std::exception when a file cannot be written.
VisitSet print_visit(const Assessment& assessment, const Composed& composed, const Templates& templates, const Faces& faces, const VisitOptions& options,
                     const std::filesystem::path& folder);

}  // namespace lvce
