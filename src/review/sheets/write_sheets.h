// The sheets that go out: one 核查表.xlsx for each unit and reviewing level, and a 现场核查表.pdf to carry.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "review/register/register.h"
#include "support/finding.h"

namespace lvce {

inline constexpr const char* kSheetsFolder = "核查表";
inline constexpr const char* kOnsiteFolder = "现场核查表";
/// Where sheets are put that came back as copies.
inline constexpr const char* kReturnedFolder = "交回";

struct SheetsAsked {
  std::vector<std::string> levels;  ///< only these; empty: all that the standard gives a weight
  bool onsite = true;               ///< the PDFs too
};

struct SheetsWritten {
  int written = 0;      ///< sheets
  int kept = 0;         ///< were there already, and are never touched
  int forms = 0;        ///< PDFs
  bool failed = false;  ///< a file could not be written
  Findings findings;
};

/// A file that is there is never written again: a package of a second round has sheets of its own.
SheetsWritten write_sheets(const std::filesystem::path& desk, const Register& received, const SheetsAsked& asked);

/// The name of a package's sheets, without folder and ending: that of its folder.
std::string sheet_stem(const ReceivedPackage& package);

}  // namespace lvce
