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

void append(Findings& to, Findings more) { to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end())); }

bool is_complete(const Findings& findings) {
  return std::none_of(findings.begin(), findings.end(),
                      [](const Finding& finding) { return finding.severity == Severity::error || finding.severity == Severity::missing; });
}

}  // namespace lvce
