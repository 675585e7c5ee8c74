// The OLE compound file that old and encrypted workbooks live in ([MS-CFB]): the bytes of one stream. Every index is checked; a chain that runs in
// circles ends with the file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lvce::formats {

/// Bytes of the stream of that name, in any case; of several names the first that is there. Nothing when there is none or the file is damaged.
std::optional<std::string> read_stream(std::string_view file, const std::vector<std::string>& names);

/// Little-endian integers out of bytes; 0 beyond the end.
unsigned read_u16(std::string_view bytes, std::size_t at);
unsigned read_u32(std::string_view bytes, std::size_t at);

}  // namespace lvce::formats
