// The lists that a bureau hands up and publishes, from the scored units.
#pragma once

#include <vector>

#include "document/document.h"
#include "review/score/results.h"

namespace lvce {

/// A list, and whether it is written as a Word file too.
struct ListPaper {
  Document document;
  bool word = false;
};

/// In the order in which they are read. A list has a table for each standard; one without a unit says so.
std::vector<ListPaper> compose_lists(const ReviewResults& results, const Register& received);

// Each of them:
Document compose_ranking(const ReviewResults& results);                             ///< 汇总排名表
Document compose_differences(const ReviewResults& results);                         ///< 差异表: 自评 − 核查, largest first
Document compose_losses(const ReviewResults& results);                              ///< 指标失分统计, with charts
Document compose_passed(const ReviewResults& results);                              ///< 拟通过名单
Document compose_not_reached(const ReviewResults& results);                         ///< 创建未达标名单
Document compose_losing_title(const ReviewResults& results);                        ///< 复验拟摘牌名单, and the ties at the cut
Document compose_published(const ReviewResults& results);                           ///< 公示名单: number, unit, points
Document compose_next_year(const ReviewResults& results);                           ///< 次年名单
Document compose_open(const ReviewResults& results, const Register& received);      ///< 未完成清单: who has no final points, and why
Document compose_overview(const ReviewResults& results, const Register& received);  ///< 总体情况

}  // namespace lvce
