// Places for files that have none, by what their names, folders and first pages speak of. Pure. Never used by check or build.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "office/dossier.h"
#include "prepare/sort_words.h"
#include "rubric/model.h"

namespace lvce {

struct Proposal {
  std::string path;                     ///< below 佐证材料
  std::vector<std::string> indicators;  ///< one; or a few to choose from; empty: none can be named
  std::string why;                      ///< Chinese
  bool sure = false;                    ///< all that the file says leads to one indicator
  std::string name = "";                ///< that the file would bear in its place (filed_name.h)
};

/// What a standard asks for, in the words that offices use: made once for many folders. Borrows both.
class Proposer {
 public:
  Proposer(const Rubric& rubric, const SortWords& words);
  ~Proposer();
  /// A proposal for each unassigned file, in the folder's order. `first_pages`: text of a file's first page, by path.
  std::vector<Proposal> places(const EvidenceFolder& folder, const std::map<std::string, std::string>& first_pages) const;

 private:
  class Judge;
  std::unique_ptr<const Judge> judge_;
};

/// The same for one folder.
std::vector<Proposal> propose_places(const EvidenceFolder& folder, const Rubric& rubric, const SortWords& words,
                                     const std::map<std::string, std::string>& first_pages);

}  // namespace lvce
