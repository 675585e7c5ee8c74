// An old workbook (BIFF5, 7 and 8, [MS-XLS]): its stream to a book. Reads what stands in the records; drawings, charts and other parts
// inside a sheet are passed over.
#pragma once

#include <string_view>

#include "workbook/xlsx/xlsx.h"

namespace lvce::formats {

/// A failure when the stream is no workbook, breaks off, or is locked by a password of its own.
xlsx::ReadBook read_biff(std::string_view stream);

}  // namespace lvce::formats
