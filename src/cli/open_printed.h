// --append: the package that is printed already, and options as it was printed with.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "bind/append/print_record.h"
#include "cli/options.h"
#include "support/finding.h"

namespace lvce {

/// Whose package it must be.
struct PrintedFor {
  std::string unit;    ///< 单位名称
  std::string rubric;  ///< id
};

/// Reads the record of the package in `target` and sets `options` to those of its print. Nothing, with findings, when there is no such package
/// (append-no-package), when it is of another unit or standard (append-other-unit, append-other-rubric) or when an option says otherwise
/// (append-options-differ).
std::optional<PrintRecord> open_printed(const std::filesystem::path& target, const PrintedFor& whom, BuildOptions& options, Findings& findings);

/// Supplements were made for the package in `target`: it has been printed.
bool has_supplements(const std::filesystem::path& target);

/// append-no-package
Finding no_printed_package(const std::filesystem::path& place);

}  // namespace lvce
