// lvce papers --final: what the office filled in becomes the paper for the seal.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "bind/sealed/filled_papers.h"
#include "cli/options.h"
#include "compose/compose.h"
#include "pack/pack.h"

namespace lvce {

/// The papers as the office filled them in: 修改稿, else the .docx in the folder of papers that it changed there.
struct FilledSet {
  std::vector<FilledPaper> papers;
  Sums taken;                      ///< changed ones in the folder of papers whose words are in the set
  std::set<std::string> in_place;  ///< those of the set that have no other home than that folder
};
FilledSet find_filled_set(const PapersOptions& options, const std::vector<Document>& papers, Findings& findings);

/// Writes <stem>.pdf of a filled paper, and its .docx without the mark where it is one. False: cannot be written.
bool write_filled_paper(const FilledPaper& filled, const std::string& stem, const std::filesystem::path& folder, std::vector<PackageFile>& files);

}  // namespace lvce
