// A rubric of anybody's: read, linted, shown.
#include "rubric/rubric.h"
#include "fuzz/kit.h"

namespace lvce::fuzz {

void rubric(std::string_view input) {
  const LoadedRubric loaded = load_rubric_text(input, "r.yaml");
  if (!loaded.rubric) return must(!loaded.findings.empty(), "a rubric that is not taken has a finding");
  must(!rubric_to_json(*loaded.rubric).empty(), "a rubric can be shown as JSON");
  must(!rubric_to_text(*loaded.rubric).empty(), "a rubric can be shown as text");
}

}  // namespace lvce::fuzz
