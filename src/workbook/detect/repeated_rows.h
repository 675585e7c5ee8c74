// Rows of one month that are added: whether they are parts, or one of them holds the others.
#pragma once

#include <map>
#include <set>
#include <string>

#include "workbook/detect/block_shape.h"
#include "workbook/detect/candidates.h"

namespace lvce::formats {

/// What each row's key (meter, building) has in each month.
using KeyedMonths = std::map<std::string, std::map<std::string, Decimal>>;

/// Doubts the candidate where a key is the sum of all others, is called a whole or another count, or is nearly another key's double.
void doubt_keys(Candidate& found, const KeyedMonths& keys);

/// Vehicles, which are not filled up every month.
bool are_cards(const std::map<std::string, std::set<std::string>>& months_of_key);
/// Rows of several offices below 单位名称: which of them are this one's nobody says.
void doubt_several_offices(Candidate& found, const BlockShape& shape);

}  // namespace lvce::formats
