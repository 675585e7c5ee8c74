// Figures that people write into 完成情况: counts, and the numbers of parts that are done. Pure; nothing means "not readable as that".
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace lvce {

/// "5", "5项", "共3次", "两次", "三", "3项制度", "已建立6项": a count up to a million; 无, 没有, 未发现 is 0. Not about how many (约3次, 3次以上, 2-3次).
std::optional<std::int64_t> parse_count_answer(const std::string& text);

/// "1、3", "1,2", "1 2", "1-3", "①②", "（1）（2）", "第1、2项", "一、三": numbers of parts from 1 to `part_count`, a dash naming all between. "1.2" is 1 and 2
/// where there are parts of both numbers; "12" is not 1 and 2.
std::optional<std::set<int>> parse_part_numbers(const std::string& text, int part_count);

}  // namespace lvce
