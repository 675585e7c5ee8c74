// What candidates for one carrier are to each other: copies, sums, parts of one office, or of others.
#pragma once

#include <string>
#include <vector>

#include "workbook/detect/candidates.h"

namespace lvce::formats {

/// Each month of `a` that `b` has too is the same there, and there is one at least.
bool same_where_both(const Candidate& a, const Candidate& b);
/// Every month of `small` is one of `large`.
bool contained(const Candidate& small, const Candidate& large);
/// Every month of `whole` is the sum of the parts, and there are two at least.
bool is_sum(const Candidate& whole, const std::vector<const Candidate*>& parts);

/// Every month of `small` is one of `large`, and no more than it.
bool is_never_more(const Candidate& small, const Candidate& large);

/// What its words say besides the carrier; in a column of kinds the kind itself (92号汽油, 95号汽油).
std::string part_name(const Candidate& one);
/// The building or meter that its sheet or file names; "/": none.
std::string part_of(const Candidate& one);

/// Homes and tenants behind the same main meter.
bool speaks_of_others(const std::string& text);
/// 分摊用电 beside the electricity of the whole house.
bool speaks_of_shares(const std::string& text);
/// 无功, 核定, 结算, 购进: not what was used, or one of several counts of it. Empty: no such word.
std::string count_word(const std::string& text);
/// 财政局, 县法院: an office by its name. 本局, 全局 are none.
bool names_an_office(const std::string& text);
/// 总表, 进线: what may hold the others.
bool speaks_of_whole(const std::string& text);
/// 办公楼（含食堂） beside 食堂.
bool says_it_holds(const Candidate& whole, const Candidate& part);
/// More things than these are not looked at as two counts of one thing.
inline constexpr std::size_t kCountsAtMost = 3;
/// All its columns are hidden.
bool is_hidden(const Candidate& one);
/// 峰, 平, 谷: parts by what they are.
bool is_tariff(const std::string& text);
/// Figures of the same months, never more than two in a hundred apart: two counts of one thing rather than two things.
bool nearly_same(const std::map<MonthKey, Decimal>& a, const std::map<MonthKey, Decimal>& b);

/// Doubts those whose title says 2021 in a file of 2022 that has nothing of 2022: one of the two was not changed.
void doubt_file_years(std::vector<Candidate>& all);

}  // namespace lvce::formats
