// The words for an output that could not be made: whose fault it is, and what to do.
#pragma once

#include <exception>
#include <filesystem>
#include <string>

#include "support/finding.h"

namespace lvce {

/// `output-not-written` when the system refused to read or write (std::system_error: a full disk, no permission), else `output-failed`: a fault
/// of the program, which never sends the clerk to look at the disk. `doing`: "生成材料时出错".
Finding describe_output_failure(const std::filesystem::path& target, const std::string& doing, const std::exception& error);

}  // namespace lvce
