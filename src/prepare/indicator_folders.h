// Which folder of 佐证材料 stands for an indicator, as `init` makes and knows them.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "rubric/model.h"

namespace lvce {

/// Folders whose names begin with an indicator's id: id → path. Of several the least deep one, then by name. Dot-folders do not count.
std::map<std::string, std::filesystem::path> present_folders(const std::filesystem::path& evidence, const Rubric& rubric);

/// "2.1.1 明确负责推进节约型机关建设的组织机构"
std::string folder_name_of(const Indicator& indicator);

}  // namespace lvce
