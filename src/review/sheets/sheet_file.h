// 核查表.xlsx: written for a reviewer to fill in.
#pragma once

#include <filesystem>

#include "review/sheets/review_sheet.h"

namespace lvce {

/// The contract's columns, in this order; 计分 behind them shows by a formula what counts.
inline constexpr const char* kSheetColumns[] = {"指标编号", "评价标准", "分值",     "自评得分", "材料支持得分", "页码",
                                                "扣分处数", "核查得分", "核查意见", "核查人",   "计分"};
inline constexpr const char* kFingerprintSheet = "包指纹";

/// The whole file, or what was there before. The same sheet gives the same bytes. False where it cannot be written.
bool write_review_sheet(const std::filesystem::path& file, const ReviewSheet& sheet);

}  // namespace lvce
