#include "review/receive/recompute.h"

#include <algorithm>

#include "rubric/rubric.h"

namespace lvce {
namespace {

bool is_plain_id(const std::string& id) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
  return !id.empty() && id.size() <= 100 && std::all_of(id.begin(), id.end(), plain);
}

}  // namespace

BureauRubrics::BureauRubrics(std::filesystem::path data, const std::vector<std::string>& own) : data_(std::move(data)) {
  for (const std::string& named : own) {
    LoadedRubric loaded = load_rubric(named, data_);
    if (!loaded.rubric) {
      append(findings_, std::move(loaded.findings));
      continue;
    }
    const std::string id = loaded.rubric->id;
    known_[id] = std::make_unique<Rubric>(std::move(*loaded.rubric));
  }
}

const Rubric* BureauRubrics::find(const std::string& id) {
  if (const auto known = known_.find(id); known != known_.end()) return known->second.get();
  if (!is_plain_id(id)) return nullptr;
  LoadedRubric loaded = load_rubric_file(data_ / "rubrics" / (id + ".yaml"), data_);
  const bool same = loaded.rubric && loaded.rubric->id == id;
  return (known_[id] = same ? std::make_unique<Rubric>(std::move(*loaded.rubric)) : nullptr).get();
}

Assessment recompute(const Rubric& rubric, Dossier& dossier, const std::filesystem::path& data) {
  Findings findings;
  const Years years = decide_years(dossier.workbook.unit, rubric, findings);
  const FactorSet factors = load_factors(data, rubric, dossier.workbook, years, findings);
  EnergyReport report = compute_energy(rubric, dossier.workbook, factors, years, findings);
  compare_with_other_set(data, rubric, dossier.workbook, years, report, findings);
  return assess(rubric, dossier, std::move(report), years, std::move(findings));
}

}  // namespace lvce
