// What templates may name, taken from an assessment. docs/template-format.md lists every field and list.
#pragma once

#include <string>

#include "assess/assess.h"
#include "compose/scope.h"

namespace lvce {

/// Borrows the assessment: it must outlive the vocabulary.
Vocabulary make_vocabulary(const Assessment& assessment);

/// office.*, rubric.*, years.*, total.*, date.*: the parts that hold everywhere.
void add_office_words(Vocabulary& words, const Assessment& assessment);
/// units, items, indicators, lost: the rubric with its points.
void add_score_words(Vocabulary& words, const Assessment& assessment);
/// years, carriers, months, metrics, targets, figures: the base and the energy year.
void add_energy_words(Vocabulary& words, const Assessment& assessment);
/// target_scores: what each indicator with targets gives by the computed verdicts, and the total that follows.
void add_target_words(Vocabulary& words, const Assessment& assessment);
/// steps (inside a year): every figure with its cells and its formula written out.
void add_step_words(Vocabulary& words, const Assessment& assessment);
/// rest_of_year, answers, other_metrics: early warning, answered findings, the result by another factor set.
void add_outlook_words(Vocabulary& words, const Assessment& assessment);
/// factors, remarks: where every figure of the calculation comes from.
void add_factor_words(Vocabulary& words, const Assessment& assessment);
/// findings: what is missing, by responsible office. Call again with more findings to replace them.
void add_finding_words(Vocabulary& words, const Assessment& assessment, const Findings& findings);

/// "2021年10月12日" from 2021-10-12; blanks to be written in ("　　　　年　　月　　日") when empty.
std::string chinese_date(const std::string& date);
/// 一, 二 … 十, 十一 … 九十九; the number itself beyond.
std::string chinese_number(int number);

}  // namespace lvce
