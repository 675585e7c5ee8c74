// Papers of the bureau into a folder.
#pragma once

#include <filesystem>
#include <string>

#include "document/document.h"
#include "support/finding.h"

namespace lvce {

/// Writes <folder>/<stem>.pdf and never over another record: one with other content stays, and the new one is numbered, <stem>（2）.pdf. The file's
/// name; empty: not written, the findings say why.
std::string write_record(const Document& document, const std::filesystem::path& folder, Findings& findings);

}  // namespace lvce
