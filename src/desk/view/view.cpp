#include "desk/view/view.h"

#include "desk/view/view_parts.h"

namespace lvce {
namespace {

std::string dumped(const ViewJson& json) { return json.dump(-1, ' ', false, ViewJson::error_handler_t::replace); }

ViewJson years_view(const Years& years) { return {{"work", years.work}, {"energy", years.energy}, {"base", years.base}, {"form", years.form}}; }

ViewJson tray_view(const ViewedUnit& unit) {
  ViewJson out = ViewJson::array();
  const std::vector<EvidenceFile>& files = unit.assessment.dossier->evidence.files;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (files[i].state != EvidenceState::unassigned || files[i].declined) continue;
    ViewJson entry = {{"file", i}, {"indicators", ViewJson::array()}, {"why", ""}, {"sure", false}, {"name", ""}};
    for (const Proposal& proposal : unit.proposals) {
      if (proposal.path != files[i].path) continue;
      entry["indicators"] = proposal.indicators;
      entry["why"] = proposal.why;
      entry["sure"] = proposal.sure;
      entry["name"] = proposal.name;
    }
    out.push_back(std::move(entry));
  }
  return out;
}

/// What the office does not take as evidence.
ViewJson declined_view(const std::vector<EvidenceFile>& files) {
  ViewJson out = ViewJson::array();
  for (std::size_t i = 0; i < files.size(); ++i)
    if (files[i].declined) out.push_back(i);
  return out;
}

}  // namespace

ViewJson points_or_null(const std::optional<Points>& points) { return points ? ViewJson(points->text()) : ViewJson(nullptr); }

ViewJson met_or_null(Met met) { return met == Met::unknown ? ViewJson(nullptr) : ViewJson(met == Met::yes); }

std::string view_to_json(const ViewedUnit& unit) {
  const Assessment& assessment = unit.assessment;
  const Workbook& workbook = assessment.dossier->workbook;
  ViewJson out;
  out["folder"] = unit.folder;
  out["unit"] = {{"name", workbook.unit.text("单位名称")}, {"workbook", workbook.file}};
  out["rubric"] = {{"id", assessment.rubric->id},
                   {"title", assessment.rubric->title},
                   {"source", assessment.rubric->source},
                   {"issuer", assessment.rubric->issuer},
                   {"number", assessment.rubric->document_number}};
  out["years"] = years_view(assessment.years);
  out["verdict"] = verdict_view(assessment);
  out["units"] = rubric_view(assessment);
  out["files"] = files_view(unit);
  out["tray"] = tray_view(unit);
  out["declined"] = declined_view(assessment.dossier->evidence.files);
  out["findings"] = findings_view(assessment.findings);
  out["told"] = told_view(assessment.findings);
  out["ledger"] = ledger_view(assessment);
  return dumped(out);
}

std::string blocked_to_json(const std::string& folder, const Findings& findings) { return dumped({{"folder", folder}, {"blocked", findings_view(findings)}}); }

}  // namespace lvce
