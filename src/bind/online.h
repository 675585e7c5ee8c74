// For platforms that ask for the evidence of each indicator by itself: a PDF per indicator.
#pragma once

#include <filesystem>
#include <vector>

#include "bind/bind.h"

namespace lvce {

inline constexpr const char* kOnlineFolder = "线上填报";

/// "2.2.4.2 建立能源资源消费统计台账.pdf": number and the first words of the text. Only characters that Windows and GBK archives take; at
/// most 100 bytes.
std::string online_name(const Indicator& indicator);

/// Writes <folder>/线上填报/<online_name> for each indicator that has evidence: its files in their frames, all of them also where they
/// serve another indicator too, numbered from 1, for reading on a screen. Indicators without evidence have no file. After bind_package:
/// files that could not be read are left out. Throws std::exception when nothing can be written.
std::vector<OnlineFile> write_online(const Assessment& assessment, const Templates& templates, const Faces& faces, bool full_size,
                                     const std::filesystem::path& folder);

}  // namespace lvce
