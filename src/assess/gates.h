// Gates of a rubric and the verdict that follows: pass mark, yearly target, no major accident in three years.
#pragma once

#include "assess/assess.h"

namespace lvce {

/// Judges every gate by its id: pass_mark (supported ≥ pass), yearly_target (every `targets` indicator that counts is met),
/// no_major_accident (近三年重大安全事故 = 无). Another id cannot be judged.
void judge_gates(Assessment& assessment);

/// none where the rubric prints no pass mark; fail when a gate is not met; undetermined when one cannot be judged; else pass.
Verdict verdict_of(const Rubric& rubric, const std::vector<GateResult>& gates);

}  // namespace lvce
