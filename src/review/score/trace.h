// 计分明细.csv: each point and the cell that it comes from.
#pragma once

#include <string>

#include "review/score/results.h"

namespace lvce {

inline constexpr const char* kTraceName = "计分明细.csv";

/// UTF-8 with a mark, so that WPS and Excel read it: 单位, 级别, 指标编号, 分值, 材料支持得分, 扣分处数, 得分, 怎样得来, 核查表, 单元格, 核查意见, 核查人.
std::string trace_csv(const ReviewResults& results);

}  // namespace lvce
