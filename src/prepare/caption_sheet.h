// 图说.xlsx to fill in: a row for each picture without a caption, with its thumbnail.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lvce {

struct CaptionSheetRow {
  std::string name;                 ///< path below 佐证材料
  std::string caption;              ///< empty: to be written
  std::filesystem::path thumbnail;  ///< a small JPEG; empty: none
};

/// Writes the sheet beside its place and exchanges it in one step. False when it cannot be written; an older sheet then stays.
bool write_caption_sheet(const std::filesystem::path& file, const std::vector<CaptionSheetRow>& rows);

}  // namespace lvce
