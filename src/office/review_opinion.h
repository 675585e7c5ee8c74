// 核查意见.json: what a bureau's review found at a unit and what is to be put right, indicator by indicator (docs/result.md). The bureau's desk writes it,
// `lvce build --review` reads it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/finding.h"
#include "support/points.h"

namespace lvce {

inline constexpr const char* kReviewOpinionName = "核查意见.json";

struct IndicatorOpinion {
  std::string id;
  std::optional<Points> score;  ///< 核查得分; nothing: not reviewed
  std::optional<int> places;    ///< 扣分处数
  std::string opinion;          ///< 核查意见; may be empty
  std::string fix;              ///< what is to be put right; may be empty
};

struct ReviewOpinion {
  std::string unit;            ///< 单位名称
  std::string rubric;          ///< id
  std::string package_sha256;  ///< fingerprint of the package that was reviewed
  std::string level;           ///< of the bureau: 县, 地州 …; may be empty
  int round = 1;
  std::string due;  ///< 2021-11-20; empty: no day was set
  std::vector<IndicatorOpinion> indicators;
};

struct ReadReviewOpinion {
  std::optional<ReviewOpinion> opinion;  ///< nothing: it cannot be used
  Findings findings;                     ///< why: review-unreadable
};

/// From a stranger's bytes, behind caps; never throws. `file` is how findings name it.
ReadReviewOpinion read_review_opinion(std::string_view bytes, const std::string& file);
/// In the contract's order; the same opinion gives the same bytes.
std::string review_opinion_to_json(const ReviewOpinion& opinion);

}  // namespace lvce
