// Workbooks of Excel 2 to 4 (BIFF2, 3, 4): one worksheet without a book around it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lvce::formats {

/// The same sheet as a BIFF5 book of one sheet named Sheet1, record by record, so that one reader serves all. Nothing for other streams, and for macro
/// sheets, charts and workspaces of several sheets.
std::optional<std::string> as_biff5(std::string_view stream);
/// Whether a file begins as a stream of records, with no container around it.
bool starts_as_biff(std::string_view bytes);

}  // namespace lvce::formats
