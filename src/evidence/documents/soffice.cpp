#include "evidence/documents/soffice.h"

#include <cstdlib>
#include <optional>
#include <string_view>

#include "evidence/job/content.h"
#include "support/files.h"

namespace lvce {
namespace {

std::string file_url(const std::filesystem::path& path) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-_.~";
  std::string url = "file://";
  for (const char c : path.native()) {
    const auto byte = static_cast<unsigned char>(c);
    if (kPlain.find(c) != std::string_view::npos) url += c;
    else url += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return url;
}

/// Nothing of the user's surroundings but where programs lie.
std::vector<std::string> environment_of(const SofficeFolders& folders) {
  const std::string profile = folders.profile.native();
  const char* path = std::getenv("PATH");
  return {std::string("PATH=") + (path != nullptr ? path : "/usr/bin:/bin"),
          "HOME=" + profile,
          "TMPDIR=" + profile,
          "XDG_CONFIG_HOME=" + profile,
          "XDG_CACHE_HOME=" + profile + "/cache",
          "FONTCONFIG_FILE=" + profile + "/fonts.conf",
          "SAL_USE_VCLPLUGIN=svp",
          "LC_ALL=C.UTF-8",
          "TZ=CST-8"};
}

/// HTML under a name of Word's: left to itself LibreOffice takes it for a web site, whose PDF is blank.
bool is_page_of_word(const std::filesystem::path& document) {
  const std::optional<FileEnds> ends = document.extension() == ".doc" ? read_ends(document) : std::nullopt;
  return ends && (content_of(*ends) == Content::web_page || content_of(*ends) == Content::text);
}

}  // namespace

ShelterPlan soffice_plan(const std::filesystem::path& program, const SofficeFolders& folders, const std::filesystem::path& document) {
  return plan_shelter(program, folders.root, {data_folder() / "fonts", document}, {folders.profile, folders.out});
}

Sheltered::Command soffice_command(const std::filesystem::path& program, const SofficeFolders& folders, const std::filesystem::path& document,
                                   const std::string& to) {
  Sheltered::Command command;
  command.arguments = {program.native(),
                       "-env:UserInstallation=" + file_url(folders.profile),
                       "--headless",
                       "--norestore",
                       "--nologo",
                       "--nodefault",
                       "--nolockcheck",
                       "--convert-to",
                       to,
                       "--outdir",
                       folders.out.native(),
                       document.native()};
  if (is_page_of_word(document)) command.arguments.insert(command.arguments.begin() + 1, "--infilter=HTML (StarWriter)");
  command.environment = environment_of(folders);
  command.folder = folders.profile.native();
  return command;
}

}  // namespace lvce
