// 现场核查表: what to look at on site, to carry and to write on.
#pragma once

#include "document/document.h"
#include "review/sheets/review_sheet.h"

namespace lvce {

/// The indicators that the standard has looked at on site; all that apply where it names none. `stem`: the file's name without its ending.
Document compose_onsite_form(const ReviewSheet& sheet, const std::string& stem);

}  // namespace lvce
