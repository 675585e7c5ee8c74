// 佐证材料/.撤回/图说记录.csv: captions that were typed on the page, and what stood there before. Private to desk/steps/.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lvce {

struct CaptionStep {
  int round = 0;       ///< counted together with those of 改名记录.csv
  std::string path;    ///< of the picture, below 佐证材料
  std::string before;  ///< empty: 图说.txt had no line for it
  std::string after;
};

std::vector<CaptionStep> read_caption_steps(const std::filesystem::path& evidence);
bool write_caption_steps(const std::filesystem::path& evidence, const std::vector<CaptionStep>& steps);

}  // namespace lvce
