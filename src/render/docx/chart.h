// Native charts of a Word file (DrawingML), with their figures as a small workbook behind them.
#pragma once

#include <string>

#include "document/document.h"
#include "render/docx/parts.h"

namespace lvce {

/// Adds the chart's parts, numbered from 1, and gives the paragraph that shows it `width` points wide in word/document.xml. `created` as in
/// render_xlsx.
std::string word_chart(const Chart& chart, int number, double width, const std::string& created, OfficeParts& parts);

}  // namespace lvce
