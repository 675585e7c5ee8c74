#include "desk/browser.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <string_view>
#include <thread>
#include <vector>

#include "support/program.h"

extern char** environ;

namespace lvce {

namespace {

/// Of a bundle's own surroundings a program of this machine sees nothing.
std::vector<char*> outside_surroundings() {
  std::vector<char*> out;
  const bool from_bundle = !own_bundle().empty();
  for (char** at = environ; *at != nullptr; ++at) {
    if (!from_bundle || !std::string_view(*at).starts_with("GCONV_PATH=")) out.push_back(*at);
  }
  out.push_back(nullptr);
  return out;
}

}  // namespace

bool open_outside(const std::string& what) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSID);
  std::string program = "xdg-open", argument = what;
  char* arguments[] = {program.data(), argument.data(), nullptr};
  pid_t pid = -1;
  const int failed = posix_spawnp(&pid, program.c_str(), &actions, &attributes, arguments, outside_surroundings().data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (failed != 0) return false;
  std::thread([pid] { waitpid(pid, nullptr, 0); }).detach();
  return true;
}

}  // namespace lvce
