#include "desk/unit/proposals.h"

#include "support/files.h"

namespace lvce {
namespace {

/// All that a proposal depends on.
std::string key_of_proposal(const EvidenceFile& file, const Rubric& rubric) {
  return rubric.id + '\0' + file.path + '\0' + file.sha256 + '\0' + file.caption + '\0' + file.under;
}

}  // namespace

Proposals::Proposals(ProbeOptions probe) : probe_(std::move(probe)) {
  std::string problem;
  words_ = load_sort_words(data_folder() / "templates" / "sorting.yaml", problem);
}

std::vector<Proposal> Proposals::of(const EvidenceFolder& folder, const Rubric& rubric) {
  if (!words_) return {};
  EvidenceFolder fresh;
  std::vector<std::string> keys;
  for (const EvidenceFile& file : folder.files) {
    if (file.state != EvidenceState::unassigned) continue;
    keys.push_back(key_of_proposal(file, rubric));
    if (!known_.contains(keys.back())) fresh.files.push_back(file);
  }
  if (!fresh.files.empty()) {
    Findings not_asked_for;  // scans are read by `lvce sort --ocr` alone
    std::vector<Proposal> made = propose_places(fresh, rubric, *words_, read_first_pages(fresh, probe_, not_asked_for));
    for (std::size_t i = 0; i < made.size(); ++i) known_.insert_or_assign(key_of_proposal(fresh.files[i], rubric), std::move(made[i]));
  }
  std::map<std::string, Proposal> kept;
  std::vector<Proposal> out;
  for (const std::string& key : keys) {
    out.push_back(known_.at(key));
    kept.emplace(key, out.back());
  }
  known_ = std::move(kept);
  return out;
}

}  // namespace lvce
