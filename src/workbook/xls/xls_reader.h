// Inside the worker: an old workbook to a book. May crash on hostile bytes: never call it in the main process.
#pragma once

#include <string>

#include "workbook/xlsx/xlsx.h"

namespace lvce::formats {

/// `path` is handed to libfreexl, `bytes` is the same file's content.
xlsx::ReadBook read_xls_unguarded(const std::string& path, std::string_view bytes);

}  // namespace lvce::formats
