// After a visit: 核查意见书 and 整改通知书 of a unit.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "document/document.h"
#include "office/review_opinion.h"
#include "rubric/model.h"

namespace lvce {

/// What the papers say beside the opinion itself.
struct OpinionFacts {
  std::map<std::string, Points> claimed;  ///< by indicator; may be empty
  std::optional<Points> claimed_total, supported_total;
  int days = 0;      ///< to put right, as the standard prints them; 0: it prints none
  std::string date;  ///< of the papers, 2021-11-01; empty: left blank
};

/// What was found, indicator by indicator: those with lost points, places or words.
Document compose_opinion_letter(const ReviewOpinion& opinion, const Rubric& rubric, const OpinionFacts& facts);
/// What is to be put right, and by when.
Document compose_rectify_notice(const ReviewOpinion& opinion, const Rubric& rubric, const OpinionFacts& facts);

/// Whether anything is to be put right.
bool asks_to_rectify(const ReviewOpinion& opinion, const Rubric& rubric);
/// The sum of all 核查得分; nothing while one that the standard counts is lacking.
std::optional<Points> reviewed_total(const ReviewOpinion& opinion);

/// 整改要求 out of 核查意见: what stands behind “整改：” or “整改要求：”. The words before it stay.
void split_fix(IndicatorOpinion& opinion);

/// The day `days` after `date`; empty where the date is none.
std::string day_after(const std::string& date, int days);

}  // namespace lvce
