// What lvce has made of the open unit: its package, its papers, the printed set. Private to desk/http/.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "desk/unit/unit_desk.h"

namespace lvce {

/// "package", "papers", "print": the folder, whether it is there or not; empty for other words.
std::filesystem::path made_folder(const UnitDesk& unit, const std::string& what);
/// Where the command is told to write (-o).
std::filesystem::path made_out(const UnitDesk& unit, const std::string& what);

/// Files in it, relative, '/' separated, in natural order; hidden ones left out.
std::vector<std::string> made_files(const std::filesystem::path& folder);

}  // namespace lvce
