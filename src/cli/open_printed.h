// --append: the package that is printed already, and options as it was printed with.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "bind/print_record.h"
#include "cli/options.h"
#include "support/finding.h"

namespace lvce {

/// Reads the record of the package in `target` and sets `options` to those of its print. Nothing, with findings, when there is no such package
/// (append-no-package), when it is of another standard (append-other-rubric) or when an option says otherwise (append-options-differ).
std::optional<PrintRecord> open_printed(const std::filesystem::path& target, const std::string& rubric, BuildOptions& options, Findings& findings);

}  // namespace lvce
