// How a bureau comes to the final points: the `review` of a rubric, as plain data. Only what the document prints.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "support/decimal.h"

namespace lvce {

/// The part of the office itself among `ReviewPart::by`; all others are reviewing levels (县, 地州, 自治区).
inline constexpr const char* kOwnPart = "自评";

struct ReviewPart {
  std::string by;
  Decimal percent;
};

/// Weights that hold for units of these levels.
struct ReviewWeights {
  std::vector<std::string> levels;  ///< 单位层级
  std::vector<ReviewPart> parts;    ///< 100 % together
};

enum class OnSiteEffect {
  deduct,      ///< each place found takes the rule's own `deduct`, down to 0
  zero,        ///< any place found: no points
  not_counted  ///< each place found is an item that does not count (rules that count)
};

/// An indicator that the document has looked at on site.
struct OnSiteRule {
  std::string indicator;
  OnSiteEffect effect = OnSiteEffect::deduct;
};

/// How many offices of a kind are to have been recognised by the end of a year.
struct BuiltShare {
  int year = 0;
  Decimal percent;
  std::string field;  ///< 单位层级 or 单位类别; empty: of all
  std::string value;  ///< its value
  std::string text;   ///< as printed
};

/// How many of the packages a level re-checks on site, at least.
struct RecheckShare {
  std::string by;                   ///< 地州
  std::vector<std::string> levels;  ///< 单位层级 of the units; empty: all
  Decimal percent;
  std::string text;  ///< as printed
};

struct Review {
  std::vector<ReviewWeights> weights;  ///< none: the final points are the reviewer's
  std::vector<OnSiteRule> on_site;
  std::optional<Decimal> eliminate_pct;  ///< of the units under re-verification, the lowest; nothing: none printed
  std::string rounding;                  ///< as `--rounding` names it; empty: the document prints none
  std::optional<int> rectify_days;       ///< days to put right what was found
  bool next_year = false;                ///< who fails is reviewed with next year's units
  std::vector<BuiltShare> built_shares;
  std::vector<RecheckShare> recheck_shares;
};

/// Weights for a unit of this level; nullptr: the document has none for it.
const ReviewWeights* weights_for(const Review& review, const std::string& level);
/// The reviewing levels, in the order in which they are first named, without the office's own part.
std::vector<std::string> reviewing_levels(const Review& review);
const OnSiteRule* on_site_rule(const Review& review, const std::string& indicator);

/// Ways to round that a document or --rounding may name.
std::vector<std::string> rounding_names();

}  // namespace lvce
