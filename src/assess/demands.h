// Is the evidence what the rubric demands? Kinds by words in the title, pictures by content, windows by date, captions; seals remind only.
#pragma once

#include <string>
#include <vector>

#include "assess/assess.h"

namespace lvce {

/// What is the same for every indicator of one run.
struct DemandContext {
  const Rubric& rubric;
  const UnitInfo& unit;
  Years years;
  std::optional<FindingKey> no_evidence = std::nullopt;  ///< the finding that says why there is no evidence at all
};

/// Kinds of Rubric::evidence_kinds that a file is recognised as; empty: none recognised.
std::vector<std::string> kinds_of(const EvidenceFile& file, const Rubric& rubric);

/// True when a file, whatever its state, is of a kind that the demand could take (or of none that is recognised).
bool could_serve(const Demand& demand, const EvidenceFile& file, const Rubric& rubric);

/// Judges one indicator's files against its demands: fills `result.demands`, marks files that are undated or of unrecognised kind as
/// bound_with_warning, and makes the findings. `statement`: 不适用 was stated, so only a 情况说明 is asked for.
void judge_demands(IndicatorResult& result, std::vector<EvidenceFile>& files, const DemandContext& context, bool statement, Findings& findings);

/// Evidence points of design: no demand, no limit (nothing); counting rules step × accepted files; else `maximum` or 0. With
/// `statement` the 情况说明 alone decides, also in counting rules.
std::optional<Points> points_of_evidence(const IndicatorResult& result, const std::vector<EvidenceFile>& files, Points maximum, bool statement);

/// Items or times that a demand's files speak for: a title that ends in （N项） or （N次） counts N.
std::int64_t counted_for(const DemandResult& demand, const std::vector<EvidenceFile>& files);
/// Bound, if with a warning.
bool is_usable(const EvidenceFile& file);

}  // namespace lvce
