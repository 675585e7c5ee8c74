// OpenDocument spreadsheets (.ods) to a book, under the caps of the .xlsx reader. Repeated rows and columns are counted, not multiplied
// out: only cells that hold something are kept.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "workbook/xlsx/xlsx.h"

namespace lvce::formats {

/// True for a zip that holds an OpenDocument spreadsheet.
bool is_ods(std::string_view bytes);

/// Only sheets whose name is `wanted` are loaded.
xlsx::ReadBook read_ods(std::string_view bytes, const std::function<bool(const std::string&)>& wanted);

}  // namespace lvce::formats
