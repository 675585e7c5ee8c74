// What the lists share. Private to lists/.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "review/paper/blocks.h"
#include "review/score/results.h"

namespace lvce {

/// A document with a section, and a worksheet, for each standard.
Document for_each_rubric(const std::string& stem, Orientation orientation, const ReviewResults& results,
                         const std::function<std::vector<Block>(const RubricResults&)>& blocks);

/// Title of a list, and whose standard it is of.
std::vector<Block> list_head(const std::string& title, const RubricResults& group);

/// Adds rows numbered from 1 for the chosen units; one row 无 where there is none.
Table unit_table(const std::vector<PaperColumn>& columns, const std::vector<const UnitResult*>& units,
                 const std::function<std::vector<TableCell>(const UnitResult&)>& cells);

std::vector<const UnitResult*> units_that(const RubricResults& group, const std::function<bool(const UnitResult&)>& is_one);

/// The points of the highest level that reviews the unit; nothing: not complete.
const LevelReview* decisive_level(const UnitResult& unit);

bool is_reverified(const UnitResult& unit);
/// Final points with both decimals.
TableCell final_points_cell(const UnitResult& unit);
TableCell points_or_dash(const std::optional<Points>& points);
/// 通过, 未通过, 待定, —
std::string passed_words(const UnitResult& unit);

}  // namespace lvce
