// result.json: what other programs rely on (design §4.1).
#include "pack/pack.h"
#include "pack/record_json.h"
#include "pack/result_parts.h"
#include "support/unseen.h"

namespace lvce {
namespace {

constexpr int kSchema = 1;

Json year_or_null(int year) { return year == 0 ? Json(nullptr) : Json(year); }

/// The office, never a person.
Json unit_to_json(const UnitInfo& unit) {
  return {{"name", unit.text("单位名称")},
          {"category", text_or_null(unit.text("单位类别"))},
          {"level", text_or_null(unit.text("单位层级"))},
          {"province", text_or_null(unit.text("省份"))},
          {"credit_code", text_or_null(unit.text("统一社会信用代码"))}};
}

Json rubric_to_header(const Rubric& rubric) {
  return {{"id", rubric.id},
          {"title", visible_lines(rubric.title)},
          {"total", points_to_json(rubric.total)},
          {"pass", rubric.pass ? points_to_json(*rubric.pass) : Json(nullptr)}};
}

Json gates_to_json(const std::vector<GateResult>& gates) {
  Json out = Json::array();
  for (const GateResult& gate : gates) out.push_back({{"id", gate.gate->id}, {"met", met_to_json(gate.met)}, {"why", visible_lines(gate.why)}});
  return out;
}

Json verdict_to_json(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass: return "pass";
    case Verdict::fail: return "fail";
    case Verdict::undetermined: return "undetermined";
    case Verdict::none: return nullptr;
  }
  return nullptr;
}

Json files_to_json(const std::vector<PackageFile>& files, const Sums& sums) {
  Json out = Json::array();
  for (const PackageFile& file : files) {
    const auto digest = sums.find(file.name);
    out.push_back({{"kind", output_kind_name(file.kind)},
                   {"path", file.name},
                   {"pages", file.pages > 0 ? Json(file.pages) : Json(nullptr)},
                   {"sheets", file.sheets > 0 ? Json(file.sheets) : Json(nullptr)},
                   {"sha256", digest != sums.end() ? Json(digest->second) : Json(nullptr)},
                   {"check_code", text_or_null(file.check_code)}});
  }
  return out;
}

}  // namespace

std::string result_to_json(const Assessment& assessment, const std::vector<BoundFile>& bound, const std::vector<PackageFile>& files, const Sums& sums,
                           const PrintRecord* record) {
  Json out;
  out["schema"] = kSchema;
  out["tool_version"] = LVCE_VERSION;
  out["complete"] = is_complete(assessment.findings);
  out["unit"] = unit_to_json(assessment.dossier->workbook.unit);
  out["rubric"] = rubric_to_header(*assessment.rubric);
  out["year"] = year_or_null(assessment.years.work);
  out["energy_year"] = year_or_null(assessment.years.energy);
  out["base_year"] = year_or_null(assessment.years.base);
  out["form_year"] = year_or_null(assessment.years.form);
  out["energy"] = energy_to_json(assessment.energy);
  out["indicators"] = indicators_to_json(assessment, bound);
  out["total"] = {{"claimed", points_to_json(assessment.claimed)}, {"supported", points_to_json(assessment.supported)}};
  out["gates"] = gates_to_json(assessment.gates);
  out["verdict"] = verdict_to_json(assessment.verdict);
  out["findings"] = findings_to_json(assessment.findings);
  out["inputs_sha256"] = text_or_null(assessment.dossier->inputs_sha256);
  out["evidence_totals"] = evidence_totals_to_json(assessment.dossier->evidence);
  out["files"] = files_to_json(files, sums);
  if (record != nullptr) out["binding"] = record_to_json(*record);
  // Text of strangers may hold bytes that are not UTF-8: replaced, never thrown. Words were made visible; what stays exact (names, paths) is escaped.
  return json_escaped(out.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace lvce
