// One line of 图说.txt, changed and changed back. Private to desk/steps/.
#pragma once

#include <filesystem>
#include <string>

namespace lvce {

struct CaptionChange {
  bool done = false;
  std::string before;  ///< what the line said; empty: there was none
  std::string why;     ///< not done: why, and what to do
};

/// `path` is the picture's, below `evidence`.
CaptionChange change_caption(const std::filesystem::path& evidence, const std::string& path, const std::string& caption);

}  // namespace lvce
