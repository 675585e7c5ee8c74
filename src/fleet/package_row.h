// A package on disk → its row.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "fleet/unit_row.h"

namespace lvce {

struct WholePackage {
  UnitRow row;  ///< state built, code 0 or 1 by its findings
  std::string tool_version;
  bool waits_for_office = false;    ///< documents were refused because no LibreOffice was there
  bool worker_not_started = false;  ///< files were refused because the machine let no worker start
};

/// Reads result.json; nothing when the package is not whole: a file of SHA256SUMS or the zip is not there, or result.json is not the one of the sums.
std::optional<WholePackage> read_whole_package(const std::filesystem::path& folder, const UnitTask& task);

/// What a package lacks of what its row says: names of files that are gone or of another size, or that result.json is another one. Empty: whole.
std::string lacking_of(const UnitRow& row, const std::filesystem::path& folder);

}  // namespace lvce
