// Which figures of our charts are others in a Word file that the office edited.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace lvce {

struct OtherChartValue {
  std::string chart;   ///< its title
  std::string where;   ///< "电 2021年": category and series
  std::string figure;  ///< as it is generated now
  std::string now;     ///< in the edited chart, at as many decimals; empty: none
};

/// Charts are known by their titles (a chart that the office took out says nothing), values by series and category in their order.
/// Nothing when `package` is no Word file whose charts can be read (.docx).
std::optional<std::vector<OtherChartValue>> other_chart_values(const Document& document, std::string_view package);

/// Whether a document has charts at all.
bool has_charts(const Document& document);

}  // namespace lvce
