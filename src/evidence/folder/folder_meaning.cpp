#include "evidence/folder/folder_meaning.h"

namespace lvce {

FolderMeaning meaning_below(const FolderMeaning& above, const WalkedFolder& folder, std::size_t index, const NumberTable& table) {
  FolderMeaning out = above;
  const ReadNumber number = read_number(folder.name, table);
  out.hidden = folder.hidden;
  if (!number.rest.empty()) out.title = number.rest;
  const bool unit = number.kind == NumberKind::plain && out.group.empty() && table.is_group(number.levels);
  if (number.kind == NumberKind::indicator) {
    out.ids = number.indicators;
    out.unknown = number.unknown_joined;
    out.unknown_folder = index;
  } else if (number.kind == NumberKind::unknown) {
    out.ids.clear();
    out.unknown = number.levels;
    out.unknown_folder = index;
  } else if (number.kind == NumberKind::group || unit) {
    out.group = number.levels;
  }
  return out;
}

}  // namespace lvce
