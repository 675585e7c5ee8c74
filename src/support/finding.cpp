#include "support/finding.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "support/text.h"
#include "support/unseen.h"

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

Finding Finding::of(Severity severity, std::string code, Place place, const std::string& message, const std::string& hint) {
  Finding finding;
  finding.code = std::move(code);
  finding.severity = severity;
  finding.place = std::move(place);
  finding.message = visible_lines(message);
  finding.hint = visible_lines(hint);
  return finding;
}

Finding Finding::error(std::string code, Place place, const std::string& message, const std::string& hint) {
  return of(Severity::error, std::move(code), std::move(place), message, hint);
}

Finding Finding::missing(std::string code, Place place, const std::string& message, const std::string& hint) {
  return of(Severity::missing, std::move(code), std::move(place), message, hint);
}

Finding Finding::warning(std::string code, Place place, const std::string& message, const std::string& hint) {
  return of(Severity::warning, std::move(code), std::move(place), message, hint);
}

Finding Finding::note(std::string code, Place place, const std::string& message, const std::string& hint) {
  return of(Severity::note, std::move(code), std::move(place), message, hint);
}

Finding Finding::by(const std::string& section) && {
  owner = visible(section);
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

std::string Finding::told() const { return answer.empty() ? message : message + "；单位说明：" + visible_lines(answer); }

void append(Findings& to, Findings more) { to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end())); }

std::string Finding::where() const {
  constexpr std::size_t kNamed = 3;
  const bool joined = places.size() > 1 && place == places.front();  // else the place is the folder of all, and the message names them
  return joined ? text_of(places, kNamed) : place.text();
}

bool Finding::is_about(const Place& asked) const { return place == asked || std::find(places.begin(), places.end(), asked) != places.end(); }

namespace {

/// The same for findings that are said in the same words. What costs points is said for each indicator: it has no such key.
std::string words_of(const Finding& finding) {
  std::string words = finding.code;
  for (const std::string& part : {std::string(severity_name(finding.severity)), finding.message, finding.hint, finding.owner, finding.answer})
    words += '\n' + part;
  return words;
}

void take_places(Finding& first, const Finding& more) {
  if (first.places.empty()) first.places.push_back(first.place);
  if (more.places.empty() && more.place != first.places.back()) first.places.push_back(more.place);
  first.places.insert(first.places.end(), more.places.begin(), more.places.end());
}

bool reads_before(const Finding& a, const Finding& b) {
  const Points a_lost = a.points.value_or(Points()), b_lost = b.points.value_or(Points());
  if (a_lost != b_lost) return a_lost > b_lost;
  if (a.severity != b.severity) return a.severity < b.severity;
  return natural_less(a.place.text(), b.place.text());
}

/// What follows from a finding costs its points because of it.
void charge_causes(Findings& findings) {
  for (const Finding& finding : findings) {
    const auto cause = finding.points ? index_of_cause(findings, finding) : std::nullopt;
    if (cause && findings[*cause].points.value_or(Points()) < *finding.points) findings[*cause].points = finding.points;
  }
}

/// A cause is read before what follows from it, if it stops the package as that does.
void put_causes_first(Findings& findings) {
  constexpr int kChainAtMost = 4;
  for (std::size_t at = 0; at < findings.size(); ++at) {
    for (int link = 0; link < kChainAtMost; ++link) {
      const auto cause = index_of_cause(findings, findings[at]);
      if (!cause || *cause < at || (is_blocking(findings[at].severity) && !is_blocking(findings[*cause].severity))) break;
      const auto begin = findings.begin() + static_cast<std::ptrdiff_t>(at), moved = findings.begin() + static_cast<std::ptrdiff_t>(*cause);
      std::rotate(begin, moved, moved + 1);
    }
  }
}

}  // namespace

void arrange_for_reader(Findings& findings) {
  Findings arranged;
  std::map<std::string, std::size_t> known;
  for (Finding& finding : findings) {
    if (!finding.points) {
      const auto [same, first] = known.try_emplace(words_of(finding), arranged.size());
      if (!first && arranged[same->second].cause == finding.cause) {
        take_places(arranged[same->second], finding);
        continue;
      }
    }
    arranged.push_back(std::move(finding));
  }
  for (Finding& finding : arranged)
    if (finding.places.size() == 1) finding.places.clear();
  charge_causes(arranged);
  std::stable_sort(arranged.begin(), arranged.end(), reads_before);
  put_causes_first(arranged);
  findings = std::move(arranged);
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
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [&](const Finding& other) { return other.code == finding.cause->code && other.is_about(finding.cause->place); });
  if (found == findings.end() || &*found == &finding) return std::nullopt;
  return static_cast<std::size_t>(found - findings.begin());
}

}  // namespace lvce
