#include <algorithm>

#include "pack/result_parts.h"

#include "support/told_findings.h"
#include "support/unseen.h"

namespace lvce {
namespace {

Json evidence_to_json(const EvidenceFile& file, const BoundFile* bound) {
  const int pages = bound != nullptr ? bound->pages : static_cast<int>(file.pages.size());
  return {{"path", file.path},
          {"title", visible(file.title)},
          {"date", text_or_null(file.date.text)},
          {"state", std::string(evidence_state_name(file.state))},
          {"pages", pages},
          {"first_page", bound != nullptr && bound->first_page.supplement == 0 ? Json(bound->first_page.number) : Json(nullptr)},
          {"first_label", bound != nullptr ? Json(bound->first_page.text()) : Json(nullptr)},
          {"sha256", text_or_null(file.sha256)},
          {"seal", text_or_null(std::string(seal_state_name(file.seal)))}};
}

/// Where the file is bound: at this indicator, else at another.
const BoundFile* bound_as(const std::vector<BoundFile>& bound, std::size_t file, const std::string& indicator) {
  const BoundFile* found = nullptr;
  for (const BoundFile& entry : bound) {
    if (entry.file == file && (found == nullptr || entry.indicator == indicator)) found = &entry;
  }
  return found;
}

Json place_to_json(const Place& place) {
  return {{"file", text_or_null(place.file)},
          {"sheet", text_or_null(place.sheet)},
          {"cell", text_or_null(place.cell)},
          {"path", text_or_null(place.path)},
          {"page", place.page > 0 ? Json(place.page) : Json(nullptr)},
          {"indicator", text_or_null(place.indicator)}};
}

/// All of them; its own where it speaks of no more.
Json places_to_json(const Finding& finding) {
  Json out = Json::array();
  for (const Place& place : finding.places) out.push_back(place_to_json(place));
  if (out.empty()) out.push_back(place_to_json(finding.place));
  return out;
}

Json points_or_null(const std::optional<Points>& points) { return points ? points_to_json(*points) : Json(nullptr); }

/// What is said of one of the places for which a finding speaks.
Json one_of_many(const Finding& one) {
  return {{"where", one.place.text()}, {"place", place_to_json(one.place)},    {"message", one.told()},        {"hint", one.hint},
          {"owner", one.owner},        {"points", points_or_null(one.points)}, {"places", places_to_json(one)}};
}

}  // namespace

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json points_to_json(const Points& value) { return value.hundredths() % 100 == 0 ? Json(value.hundredths() / 100) : Json(value.to_double()); }

Json indicators_to_json(const Assessment& assessment, const std::vector<BoundFile>& bound) {
  Json out = Json::array();
  for (const IndicatorResult& result : assessment.indicators) {
    Json evidence = Json::array();
    for (const std::size_t file : result.evidence)
      evidence.push_back(evidence_to_json(assessment.dossier->evidence.files.at(file), bound_as(bound, file, result.indicator->id)));
    out.push_back({{"id", result.indicator->id},
                   {"points", result.indicator->points ? points_to_json(*result.indicator->points) : Json(nullptr)},
                   {"claimed", points_to_json(result.claimed)},
                   {"supported", points_to_json(result.supported)},
                   {"status", std::string(status_name(result.status))},
                   {"evidence", std::move(evidence)}});
  }
  return out;
}

Json findings_to_json(const Findings& all) {
  const ToldList told = told_to_reader(all);
  Json out = Json::array();
  for (std::size_t i = 0; i < told.findings.size(); ++i) {
    const Finding& finding = told.findings[i];
    const auto cause = index_of_cause(told.findings, finding);
    out.push_back({{"code", finding.code},
                   {"severity", std::string(severity_name(finding.severity))},
                   {"where", finding.place.text()},
                   {"place", place_to_json(finding.place)},
                   {"message", finding.told()},
                   {"hint", finding.hint},
                   {"owner", finding.owner},
                   {"points", points_or_null(finding.points)},
                   {"cause", cause ? Json(*cause) : Json(nullptr)},
                   {"count", finding.count()},
                   {"places", places_to_json(finding)}});
    for (const Finding& one : told.each[i]) out.back()["each"].push_back(one_of_many(one));
  }
  return out;
}

Json evidence_totals_to_json(const EvidenceFolder& evidence) {
  const auto count = [&](EvidenceState state) {
    return std::count_if(evidence.files.begin(), evidence.files.end(), [state](const EvidenceFile& file) { return file.state == state; });
  };
  return {{"files", evidence.files.size()},
          {"bound", count(EvidenceState::bound)},
          {"bound_with_warning", count(EvidenceState::bound_with_warning)},
          {"rejected", count(EvidenceState::rejected)},
          {"unassigned", count(EvidenceState::unassigned)},
          {"auxiliary", count(EvidenceState::auxiliary)}};
}

}  // namespace lvce
