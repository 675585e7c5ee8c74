#include "review/receive/recompute.h"

namespace lvce {

Assessment recompute(const Rubric& rubric, Dossier& dossier, const std::filesystem::path& data) {
  Findings findings;
  const Years years = decide_years(dossier.workbook.unit, rubric, findings);
  const FactorSet factors = load_factors(data, rubric, dossier.workbook, years, findings);
  EnergyReport report = compute_energy(rubric, dossier.workbook, factors, years, findings);
  compare_with_other_set(data, rubric, dossier.workbook, years, report, findings);
  return assess(rubric, dossier, std::move(report), years, std::move(findings));
}

}  // namespace lvce
