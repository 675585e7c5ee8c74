// Parts of the page's JSON. Private to desk/view/.
#pragma once

#include <nlohmann/json.hpp>

#include "desk/view/view.h"

namespace lvce {

using ViewJson = nlohmann::ordered_json;

/// The numbers of a JSON value are shown as they stand: points are text.
ViewJson points_or_null(const std::optional<Points>& points);
/// true, false, null.
ViewJson met_or_null(Met met);

ViewJson verdict_view(const Assessment& assessment);
/// Units of the rubric with their items and indicators, each with what is asked, claimed, supported and lacking.
ViewJson rubric_view(const Assessment& assessment);
ViewJson files_view(const ViewedUnit& unit);
ViewJson findings_view(const Findings& findings);
/// The list as one person reads it (told_findings.h), in the order of lvce check: each like those of findings_view, with `under` (index of the one below
/// which it is said, or null), `same` (of each place only the indicator is to be said) and `each` (what its places say; empty: it speaks for itself).
ViewJson told_view(const Findings& findings);
/// Months as they were typed, two years of each carrier for a chart, targets.
ViewJson ledger_view(const Assessment& assessment);

}  // namespace lvce
