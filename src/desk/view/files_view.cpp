#include "desk/view/view_parts.h"
#include "support/told_findings.h"

namespace lvce {
namespace {

const char* format_name(EvidenceFormat format) {
  switch (format) {
    case EvidenceFormat::pdf: return "pdf";
    case EvidenceFormat::picture: return "picture";
    case EvidenceFormat::text: return "text";
    case EvidenceFormat::markdown: return "text";
    case EvidenceFormat::office: return "office";
    case EvidenceFormat::unknown: return "unknown";
  }
  return "";
}

const char* origin_name(DateOrigin origin) {
  switch (origin) {
    case DateOrigin::none: return "";
    case DateOrigin::title: return "title";
    case DateOrigin::document: return "document";
    case DateOrigin::exif: return "exif";
  }
  return "";
}

std::vector<std::string> paths_of(const Finding& finding) {
  std::vector<std::string> out;
  for (const Place& place : finding.places) out.push_back(place.path);
  if (out.empty() && !finding.place.path.empty()) out.push_back(finding.place.path);
  return out;
}

std::vector<std::string> cells_of(const Finding& finding) {
  std::vector<std::string> out;
  for (const Place& place : finding.places) {
    if (!place.cell.empty()) out.push_back(place.sheet + "!" + place.cell);
  }
  if (out.empty() && !finding.place.cell.empty()) out.push_back(finding.place.sheet + "!" + finding.place.cell);
  return out;
}

}  // namespace

ViewJson files_view(const ViewedUnit& unit) {
  ViewJson out = ViewJson::array();
  for (const EvidenceFile& file : unit.assessment.dossier->evidence.files) {
    const bool packed = !unit.unpacked.empty() && file.disk.native().starts_with(unit.unpacked.native() + "/");
    out.push_back({{"path", file.path},
                   {"title", file.title},
                   {"state", std::string(evidence_state_name(file.state))},
                   {"reason", file.reason},
                   {"remedy", file.remedy},
                   {"format", format_name(file.format)},
                   {"date", file.date.text},
                   {"date_from", origin_name(file.date.origin)},
                   {"caption", file.caption},
                   {"indicators", file.indicators},
                   {"pages", file.pages.size()},
                   {"bytes", file.bytes},
                   {"sha256", file.sha256},
                   {"copy_of", file.copy_of},
                   {"packed", packed},
                   {"seal", std::string(seal_state_name(file.seal))},
                   {"shared", file.shared}});
  }
  return out;
}

ViewJson told_view(const Findings& findings) {
  const ToldList told = told_to_reader(findings);
  ViewJson out = findings_view(told.findings);
  for (std::size_t i = 0; i < told.findings.size(); ++i) {
    const auto under = told_under(told.findings, told.findings[i]);
    out[i]["under"] = under ? ViewJson(*under) : ViewJson(nullptr);
    out[i]["same"] = same_for_each(told.findings[i].code);
    out[i]["each"] = findings_view(told.each[i]);
  }
  return out;
}

ViewJson findings_view(const Findings& findings) {
  ViewJson out = ViewJson::array();
  for (const Finding& finding : findings) {
    const auto cause = index_of_cause(findings, finding);
    out.push_back({{"code", finding.code},
                   {"severity", std::string(severity_name(finding.severity))},
                   {"label", std::string(severity_label(finding.severity))},
                   {"where", finding.where()},
                   {"message", finding.told()},
                   {"hint", finding.hint},
                   {"owner", finding.owner},
                   {"points", points_or_null(finding.points)},
                   {"indicator", finding.place.indicator},
                   {"cause", cause ? ViewJson(*cause) : ViewJson(nullptr)},
                   {"paths", paths_of(finding)},
                   {"cells", cells_of(finding)}});
  }
  return out;
}

}  // namespace lvce
