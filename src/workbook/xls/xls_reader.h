// Inside the worker: the bytes of an old workbook to a book.
#pragma once

#include <string_view>

#include "workbook/xlsx/xlsx.h"

namespace lvce::formats {

xlsx::ReadBook read_xls_unguarded(std::string_view bytes);

}  // namespace lvce::formats
