// 结果/: all lists of a scoring, exchanged in one step.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "review/lists/lists.h"
#include "support/finding.h"

namespace lvce {

inline constexpr const char* kResultsFolder = "结果";

/// Further files of the folder as they are, by name.
struct PlainFile {
  std::string name, bytes;
};

/// PDF and XLSX of each, DOCX of those that ask for it. False: nothing was changed, the findings say why (also where a list was edited since).
bool write_lists(const std::vector<ListPaper>& lists, const std::vector<PlainFile>& plain, const std::filesystem::path& desk, Findings& findings);

}  // namespace lvce
