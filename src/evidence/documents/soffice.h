// One run of LibreOffice on one document, in a shelter, away from the user's settings and everything that documents might want to start.
#pragma once

#include <filesystem>
#include <string>

#include "evidence/documents/shelter.h"

namespace lvce {

/// Where a run keeps its things. All are created; nothing else is written.
struct SofficeFolders {
  std::filesystem::path profile;
  std::filesystem::path in;
  std::filesystem::path out;
  std::filesystem::path root;  ///< stays empty: the shelter's root is mounted here

  static SofficeFolders below(const std::filesystem::path& folder) { return {folder / "profile", folder / "in", folder / "out", folder / "root"}; }
};

/// Makes the folders, with settings that forbid macros, links, updates and new calculation, and the fonts of ours that stand in for those
/// that offices write with. False: not written.
bool write_profile(const SofficeFolders& folders);

/// What LibreOffice may see to convert `document`: its folders, our fonts, and that document.
ShelterPlan soffice_plan(const std::filesystem::path& program, const SofficeFolders& folders, const std::filesystem::path& document);

/// To convert `document` into folders.out; `to` is "pdf", "odt" or "xlsx".
Sheltered::Command soffice_command(const std::filesystem::path& program, const SofficeFolders& folders, const std::filesystem::path& document,
                                   const std::string& to);

}  // namespace lvce
