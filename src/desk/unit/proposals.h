// Proposals for the files without a place, kept while the files stay as they are.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "evidence/evidence.h"
#include "prepare/propose.h"
#include "prepare/sort_words.h"

namespace lvce {

/// Used by one thread at a time.
class Proposals {
 public:
  explicit Proposals(ProbeOptions probe);
  /// In the folder's order. Only files that are new to it are opened, for their first pages.
  std::vector<Proposal> of(const EvidenceFolder& folder, const Rubric& rubric);

 private:
  const ProbeOptions probe_;
  std::optional<SortWords> words_;  ///< nothing: templates/sorting.yaml cannot be read, which lvce sort tells
  std::map<std::string, Proposal> known_;
};

}  // namespace lvce
