// Which documents of the bound file are replaced by sealed copies, and what must be said about them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "bind/pdf/evidence_store.h"
#include "bind/plan/piece.h"
#include "bind/sealed/sealed_copies.h"

namespace lvce {

using LayOutAlone = std::function<LaidOut(const Document&)>;

/// Pages of the sealed copies, by number of the document ("01").
using SealedPages = std::map<std::string, std::vector<StoredPage>>;

struct SealedParts {
  StandIns stand_ins;
  SealedPages pages;
};

/// Reads the copies and compares each with its generated document: sealed-copy-unreadable (the generated pages stay), sealed-copy-pages,
/// sealed-copy-outdated, sealed-copy-not-compared, sealed-copy-unused; of an edited copy edited-copy-figure, edited-copy-not-compared and the like.
SealedParts take_sealed_copies(const std::vector<SealedCopy>& copies, const std::vector<const Document*>& documents, EvidenceStore& store,
                               const LayOutAlone& lay_out, Findings& findings);

/// "01" of "01 自评报告".
std::string number_of_stem(const std::string& stem);

}  // namespace lvce
