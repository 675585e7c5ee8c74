// A file that must not replace another: whole, or not there at all.
#pragma once

#include <filesystem>
#include <string_view>

namespace lvce {

enum class NewFile {
  made,
  exists,  ///< something of that name is there: nothing was touched
  failed,  ///< errno says why; nothing is left
};

/// How a whole file gets its name; each way falls back on the next where the file system refuses.
enum class NewFileWay { nameless, beside, claimed };

/// Puts `bytes` where nothing is yet, in one step: nobody ever sees a part of it, and nothing is overwritten. Where the file system can, the file has
/// no name until it is whole, so a killed run leaves nothing; elsewhere (FAT, exFAT, shares) it waits as .lvce-new-XXXXXX beside its place, and the next
/// call in that folder removes what a killed run left of that kind.
NewFile write_new_file(const std::filesystem::path& file, std::string_view bytes, NewFileWay way = NewFileWay::nameless);

}  // namespace lvce
