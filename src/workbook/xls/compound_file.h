// The OLE compound file that old workbooks live in ([MS-CFB]): the bytes of one stream. Every index is checked; a chain that runs in
// circles ends with the file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lvce::formats {

/// Bytes of the first stream in the root folder whose name is one of `Workbook`, `Book`. Nothing when there is none or the file is damaged.
std::optional<std::string> read_workbook_stream(std::string_view file);

/// Little-endian integers out of bytes; 0 beyond the end.
unsigned read_u16(std::string_view bytes, std::size_t at);
unsigned read_u32(std::string_view bytes, std::size_t at);

}  // namespace lvce::formats
