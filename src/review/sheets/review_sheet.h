// One sheet of a reviewer for one unit, as plain data: what it shows and what a place found on site takes. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "review/register/package_facts.h"
#include "rubric/model.h"

namespace lvce {

/// What 扣分处数 does where no 核查得分 is given.
struct Deduction {
  OnSiteEffect effect = OnSiteEffect::deduct;
  Points step;                        ///< of deduct
  Points most;                        ///< of deduct, before any place is found: the maximum, or what the stated items give
  std::optional<std::int64_t> items;  ///< of not_counted: as stated; nothing: not known, a score must be given
  const Rule* counted = nullptr;      ///< of not_counted: says what the items that are left give (rubric/counting.h)
  Points maximum;
};

struct SheetRow {
  const Indicator* indicator = nullptr;
  Points maximum;  ///< of the indicator; of its item where the standard leaves the indicator open
  Points claimed, supported;
  std::string pages;
  bool applies = true;
  std::optional<Deduction> deduction;  ///< nothing: places alone give no score
};

/// Which sheet it is; kept in the hidden sheet 包指纹.
struct SheetIdentity {
  std::string unit, rubric;
  std::string level;  ///< of the reviewer; empty: there is only one
  int round = 1;
  std::string package_sha256;
};

struct ReviewSheet {
  SheetIdentity identity;
  std::string title;           ///< of the standard
  std::vector<SheetRow> rows;  ///< the rubric's indicators in printed order
};

ReviewSheet review_sheet(const Rubric& rubric, const ReceivedPackage& package, const PackageFacts& facts, const std::string& level);

/// The points that so many places leave: never more than the material supports. Nothing: what was stated is not known.
std::optional<Points> points_after(const Deduction& deduction, Points supported, std::int64_t places);

/// "每处扣0.5分", "有1处即不得分", "每有1项不落实，少计1项": for the sheet.
std::string deduction_words(const Deduction& deduction);

/// The reviewing levels whose sheets a unit needs: those of its weights, or one without name. Nothing: the document has no weights for its level.
std::optional<std::vector<std::string>> levels_of(const Rubric& rubric, const ReviewUnit& unit);

}  // namespace lvce
