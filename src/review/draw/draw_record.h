// 抽查记录: all that is needed to repeat a draw by hand.
#pragma once

#include "document/document.h"
#include "review/draw/draw.h"

namespace lvce {

inline constexpr const char* kDrawRecord = "抽查记录";

/// Result, rule, seed, every pick with what was hashed and its digest, and the whole roster with its numbers.
Document compose_draw_record(const Draw& draw);

}  // namespace lvce
