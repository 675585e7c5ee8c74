// What the plan of a shelter holds: looked up on the disk once, before anything is started.
#include <unistd.h>

#include <algorithm>
#include <system_error>

#include "evidence/documents/shelter.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using Mount = ShelterPlan::Mount;
using MountKind = ShelterPlan::Kind;

/// Programs, libraries, fonts and the settings that belong to them. Nothing that belongs to a person.
constexpr const char* kSystem[] = {"/usr",
                                   "/bin",
                                   "/sbin",
                                   "/lib",
                                   "/lib32",
                                   "/lib64",
                                   "/libx32",
                                   "/opt",
                                   "/nix/store",
                                   "/gnu/store",
                                   "/etc/alternatives",
                                   "/etc/fonts",
                                   "/etc/libreoffice",
                                   "/etc/ld.so.cache",
                                   "/var/cache/fontconfig",
                                   "/var/lib/libreoffice",
                                   "/var/spool/libreoffice"};
constexpr const char* kDevices[] = {"/dev/null", "/dev/zero", "/dev/random", "/dev/urandom"};

/// …/program/soffice belongs to all that lies beside `program`; any other program to itself.
fs::path installation_of(const fs::path& program) {
  std::error_code error;
  const fs::path real = fs::canonical(program, error);
  if (error) return {};
  return real.parent_path().filename() == "program" ? real.parent_path().parent_path() : real;
}

std::vector<std::string> parents_of(const std::string& root, const std::string& path) {
  std::vector<std::string> out;
  for (std::size_t at = path.find('/', 1); at != std::string::npos; at = path.find('/', at + 1)) out.push_back(root + path.substr(0, at));
  return out;
}

void add(ShelterPlan& plan, const fs::path& path, bool writable, bool device = false) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(path, error);
  if (error || !fs::exists(status)) return;
  Mount place{MountKind::file, path.native(), "", writable, device, plan.root + path.native(), parents_of(plan.root, path.native())};
  if (fs::is_symlink(status)) {
    place.kind = MountKind::link;
    place.target = fs::read_symlink(path, error).native();
  } else if (fs::is_directory(status)) {
    place.kind = MountKind::folder;
  }
  plan.places.push_back(std::move(place));
}

std::string map_of(unsigned id) { return std::to_string(id) + " " + std::to_string(id) + " 1"; }

}  // namespace

ShelterPlan plan_shelter(const fs::path& program, const fs::path& root, const std::vector<fs::path>& readable, const std::vector<fs::path>& writable) {
  ShelterPlan plan;
  plan.root = root.native();
  plan.users = map_of(geteuid());
  plan.groups = map_of(getegid());
  for (const char* path : kSystem) add(plan, path, false);
  for (const char* path : kDevices) add(plan, path, true, true);
  if (const fs::path installation = installation_of(program); !installation.empty()) add(plan, installation, false);
  if (program.is_absolute()) add(plan, program, false);
  for (const fs::path& path : readable) add(plan, path, false);
  for (const fs::path& path : writable) add(plan, path, true);
  return plan;
}

}  // namespace lvce
