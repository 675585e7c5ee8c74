// 收件登记表 and 形式审查表: what the bureau's folder has received, for people.
#pragma once

#include "document/document.h"
#include "review/receive/desk_record.h"

namespace lvce {

/// 正常, 重复, 名单外, 逾期, 不符, 无法使用.
std::string state_word(const std::string& state);

/// A row for each arrival, then the units of which nothing has arrived.
Document compose_arrival_list(const DeskRecord& record);
/// What each package was checked for; where there are any, what differs with both figures, and what later rounds changed.
Document compose_form_check(const DeskRecord& record);

}  // namespace lvce
