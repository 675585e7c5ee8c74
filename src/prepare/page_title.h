// The title of a paper, from the lines of its first page. Pure; used where files without a place are looked at.
#pragma once

#include <string>

#include "prepare/sort_words.h"

namespace lvce {

/// Without letterhead, number and the office's own name in front; of up to three lines, as far as it ends as a paper does (…通知, …合同). Empty: the page
/// begins with fields (时间：…) or says nothing.
std::string title_on_page(const std::string& page, const SortWords& words);

/// The same, empty unless it ends as a paper does.
std::string paper_title_on(const std::string& page, const SortWords& words);

/// It is addressed to others than the office's own people (广大市民：, 各县区机关事务局：, 教育局、卫健局：), or binds a whole region.
bool is_for_others(const std::string& page, const SortWords& words);

/// Its letterhead is that of a body beside the office (工会, 理论学习中心组).
bool is_of_other_body(const std::string& page, const SortWords& words);

/// It stands beside the thing it names (…说明, …附表).
bool is_aside(const std::string& title, const SortWords& words);

}  // namespace lvce
