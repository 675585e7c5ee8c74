#include "review/register/rubrics.h"

namespace lvce {

const Rubric* ReviewRubrics::find(const std::string& id, Findings& findings) {
  const auto [place, added] = read_.try_emplace(id);
  if (added) {
    LoadedRubric loaded = load_rubric(id, data_);
    if (loaded.rubric) place->second = std::move(loaded.rubric);
    else append(findings, std::move(loaded.findings));
  }
  return place->second ? &*place->second : nullptr;
}

}  // namespace lvce
