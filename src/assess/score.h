// One indicator: what was stated and what the evidence supports → claimed, supported, status (design: Scores).
#pragma once

#include "assess/answer.h"
#include "assess/assess.h"
#include "assess/demands.h"

namespace lvce {

/// Why an indicator does not count: its branch is not taken, or the other scheme is.
enum class Taken { yes, other_branch, other_scheme };

struct ScoreContext {
  DemandContext demands;
  std::string workbook_file;  ///< "台账.xlsx", for places
  const std::vector<TargetResult>& targets;
};

/// The row of 自评 with this number, or nullptr.
const SelfScore* find_score(const Workbook& workbook, const std::string& indicator);

/// Scores one indicator. `result` comes with indicator, stated row, evidence list and owner; the rest is filled in.
void score_indicator(IndicatorResult& result, Taken taken, Points item_maximum, std::vector<EvidenceFile>& files, const ScoreContext& context,
                     Findings& findings);

}  // namespace lvce
