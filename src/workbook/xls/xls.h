// Old workbooks (.xls, .et: BIFF in an OLE compound file). A worker process reads them under limits of memory, processor time, wall time
// and output; what it says is checked.
#pragma once

#include <filesystem>
#include <string_view>

#include "workbook/xlsx/xlsx.h"

namespace lvce::formats {

/// Runs `program --workbook-worker` (run_workbook_worker of workbook/workbook.h) on these bytes.
xlsx::ReadBook read_xls(std::string_view bytes, const std::filesystem::path& program);

}  // namespace lvce::formats
