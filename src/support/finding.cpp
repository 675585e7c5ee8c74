#include "support/finding.h"

#include <algorithm>
#include <iterator>

namespace lvce {

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::missing: return "missing";
    case Severity::warning: return "warning";
    case Severity::note: return "note";
  }
  return "note";
}

std::string_view severity_label(Severity severity) {
  switch (severity) {
    case Severity::error: return "错误";
    case Severity::missing: return "缺项";
    case Severity::warning: return "提醒";
    case Severity::note: return "说明";
  }
  return "说明";
}

bool is_blocking(Severity severity) { return severity == Severity::error || severity == Severity::missing; }

Finding Finding::of(Severity severity, std::string code, Place place, std::string message, std::string hint) {
  Finding finding;
  finding.code = std::move(code);
  finding.severity = severity;
  finding.place = std::move(place);
  finding.message = std::move(message);
  finding.hint = std::move(hint);
  return finding;
}

Finding Finding::error(std::string code, Place place, std::string message, std::string hint) {
  return of(Severity::error, std::move(code), std::move(place), std::move(message), std::move(hint));
}

Finding Finding::missing(std::string code, Place place, std::string message, std::string hint) {
  return of(Severity::missing, std::move(code), std::move(place), std::move(message), std::move(hint));
}

Finding Finding::warning(std::string code, Place place, std::string message, std::string hint) {
  return of(Severity::warning, std::move(code), std::move(place), std::move(message), std::move(hint));
}

Finding Finding::note(std::string code, Place place, std::string message, std::string hint) {
  return of(Severity::note, std::move(code), std::move(place), std::move(message), std::move(hint));
}

Finding Finding::by(std::string section) && {
  owner = std::move(section);
  return std::move(*this);
}

Finding Finding::costing(std::optional<Points> lost) && {
  if (lost && *lost > Points()) points = lost;
  return std::move(*this);
}

Finding Finding::following(std::optional<FindingKey> from) && {
  cause = std::move(from);
  return std::move(*this);
}

Finding Finding::at_all(std::vector<Place> all) && {
  places = std::move(all);
  return std::move(*this);
}

std::string Finding::told() const { return answer.empty() ? message : message + "；单位说明：" + answer; }

void append(Findings& to, Findings more) { to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end())); }

void sort_by_severity(Findings& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
}

bool is_complete(const Findings& findings) {
  return std::none_of(findings.begin(), findings.end(), [](const Finding& finding) { return is_blocking(finding.severity); });
}

bool has_error(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.severity == Severity::error; });
}

void move_evidence(Findings& findings, const std::string& folder) {
  for (Finding& finding : findings) {
    finding.place.move_evidence(folder);
    for (Place& place : finding.places) place.move_evidence(folder);
    if (finding.cause) finding.cause->place.move_evidence(folder);
  }
}

std::optional<std::size_t> index_of_cause(const Findings& findings, const Finding& finding) {
  if (!finding.cause) return std::nullopt;
  const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& other) { return other.key() == *finding.cause; });
  if (found == findings.end() || &*found == &finding) return std::nullopt;
  return static_cast<std::size_t>(found - findings.begin());
}

}  // namespace lvce
