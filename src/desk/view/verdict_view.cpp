#include <algorithm>

#include "desk/view/view_parts.h"
#include "rubric/deadlines.h"
#include "support/told_findings.h"

namespace lvce {
namespace {

const char* verdict_name(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass: return "pass";
    case Verdict::fail: return "fail";
    case Verdict::undetermined: return "undetermined";
    case Verdict::none: return "none";
  }
  return "";
}

ViewJson counts_view(const Findings& findings) {
  ViewJson out = ViewJson::object();
  for (const Severity severity : {Severity::error, Severity::missing, Severity::warning, Severity::note}) {
    out[std::string(severity_name(severity))] = std::count_if(findings.begin(), findings.end(),
                                                              [severity](const Finding& finding) { return finding.severity == severity; });
  }
  return out;
}

ViewJson totals_view(const EvidenceFolder& evidence) {
  ViewJson out = {{"files", evidence.files.size()}};
  for (const EvidenceState state :
       {EvidenceState::bound, EvidenceState::bound_with_warning, EvidenceState::rejected, EvidenceState::unassigned, EvidenceState::auxiliary}) {
    out[std::string(evidence_state_name(state))] = std::count_if(evidence.files.begin(), evidence.files.end(),
                                                                 [state](const EvidenceFile& file) { return file.state == state && !file.declined; });
  }
  return out;
}

ViewJson deadlines_view(const Assessment& assessment) {
  ViewJson out = ViewJson::array();
  if (assessment.years.work == 0) return out;
  for (const Deadline& deadline : assessment.rubric->deadlines) {
    out.push_back({{"what", deadline.what}, {"text", deadline.text}, {"day", deadline_day(deadline, assessment.years.work)}});
  }
  return out;
}

}  // namespace

ViewJson verdict_view(const Assessment& assessment) {
  const Rubric& rubric = *assessment.rubric;
  ViewJson out = {{"name", verdict_name(assessment.verdict)},
                  {"supported", assessment.supported.text()},
                  {"claimed", assessment.claimed.text()},
                  {"total", rubric.total.text()},
                  {"pass", points_or_null(rubric.pass)},
                  {"complete", assessment.complete()},
                  {"lacking", nullptr},
                  {"counts", counts_view(told_to_reader(assessment.findings).findings)},
                  {"evidence", totals_view(assessment.dossier->evidence)},
                  {"deadlines", deadlines_view(assessment)},
                  {"gates", ViewJson::array()}};
  if (rubric.pass && assessment.supported < *rubric.pass) out["lacking"] = (*rubric.pass - assessment.supported).text();
  for (const GateResult& gate : assessment.gates) out["gates"].push_back({{"text", gate.gate->text}, {"met", met_or_null(gate.met)}, {"why", gate.why}});
  return out;
}

}  // namespace lvce
