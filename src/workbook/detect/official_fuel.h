// Petrol and diesel of official vehicles: a part of the fuel, or the fuel itself.
#pragma once

#include <string>
#include <vector>

#include "workbook/detect/candidates.h"

namespace lvce::formats {

/// 公务用车汽油 beside a 汽油 that is at least as much each month is its part. Where nothing is its whole it is 汽油 (to be added to others beside it), and
/// 其中公务用车汽油 too; so is what only a title calls theirs.
void settle_official_fuel(std::vector<Candidate>& all);

/// 2021年公务用车加油统计表: what stands below is theirs, unless it speaks of something else too.
bool is_of_official_vehicles(const std::string& title);

/// Fuels that may be those of official vehicles, as such: nothing else of those years is, and no word says what burns them.
std::vector<Candidate> perhaps_official(const std::vector<Candidate>& used);
/// What the office may do about them, by the part (其中公务用车汽油): a remark in the mapping.
std::string official_fuel_hint(Carrier part);

}  // namespace lvce::formats
