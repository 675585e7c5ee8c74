// Files of the bureau's folder: packages moved in, sheets written beside and put in place. What people changed is kept.
#pragma once

#include <filesystem>
#include <string>

#include "review/receive/desk_record.h"

namespace lvce {

/// Moves the packages of new arrivals from the scratch folder into 收件/ and says there where they lie; what later rounds changed is found out then. False: one
/// could not be moved.
bool keep_packages(DeskRecord& record, const std::filesystem::path& desk, const std::filesystem::path& scratch, Findings& findings);

/// Writes <desk>/<name> in one step. A file there that is not as we wrote it last goes aside first: 收件登记表（改动过1）.xlsx.
bool keep_sheet(DeskRecord& record, const std::filesystem::path& desk, const std::string& name, std::string_view bytes, Findings& findings);

}  // namespace lvce
