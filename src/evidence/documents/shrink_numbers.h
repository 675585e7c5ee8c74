// SpreadsheetML: figures that stay legible where the column is a little too narrow for the face that stands in for the office's own.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace lvce {

/// Cell style → the same with 缩小字体填充 (shrinkToFit), for styles whose numbers have a format; numbers without one are rounded to the column.
using ShrinkingStyles = std::map<int, int>;

/// styles.xml with these styles behind its own; `shrinking` becomes where they are. As it was where there are none.
std::string add_shrinking_styles(std::string_view styles_xml, ShrinkingStyles& shrinking);

/// One worksheet whose numbers shrink instead of being printed as ###.
std::string shrink_numbers(std::string_view sheet_xml, const ShrinkingStyles& shrinking);

}  // namespace lvce
