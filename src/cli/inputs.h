// What a package was made from, as one digest: inputs_sha256 of result.json. Equal digests mean that building again changes nothing.
#pragma once

#include <string>

#include "cli/options.h"

namespace lvce {

/// Of the program's version and its own data: rubrics, factors, templates (by content) and faces (by name and size). The same for all units.
std::string data_digest();

/// Of all that a build with these options reads: names and contents of the files of the unit's folder and of what else the options name, the
/// options that change a byte, and `data`. Where files lie does not matter. What cannot be read counts as such.
std::string inputs_digest(const BuildOptions& options, const std::string& data);

}  // namespace lvce
