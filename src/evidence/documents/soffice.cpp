#include "evidence/documents/soffice.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace lvce {
namespace {

constexpr rlim_t kMemory = 4ULL << 30;  ///< addresses, of which it uses a tenth
constexpr rlim_t kFileSize = 256ULL << 20;
constexpr rlim_t kSeconds = 900;  ///< of processor time, should we die and nobody else end it

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

std::vector<std::string> arguments_of(const std::filesystem::path& program, const SofficeFolders& folders, const std::vector<std::filesystem::path>& files) {
  std::vector<std::string> out = {program.native(),
                                  "-env:UserInstallation=" + file_url(folders.profile),
                                  "--headless",
                                  "--norestore",
                                  "--nologo",
                                  "--nodefault",
                                  "--nolockcheck",
                                  "--convert-to",
                                  "pdf",
                                  "--outdir",
                                  folders.out.native()};
  for (const std::filesystem::path& file : files) out.push_back(file.native());
  return out;
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

std::vector<char*> pointers_of(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (std::string& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

// ---- between fork and exec: system calls only ----------------------------------------------------------------------------------

void limit(int what, rlim_t most) {
  rlimit now{};
  if (getrlimit(what, &now) != 0) return;
  now.rlim_cur = std::min(most, now.rlim_max);
  setrlimit(what, &now);
}

void write_once(const char* file, std::string_view text) {
  const int descriptor = open(file, O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  [[maybe_unused]] const ssize_t written = write(descriptor, text.data(), text.size());
  close(descriptor);
}

/// A network without a single device, where the kernel lets us have one; the profile forbids connections in any case.
void leave_network(const std::string& users, const std::string& groups) {
  if (unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) return;
  write_once("/proc/self/setgroups", "deny");
  write_once("/proc/self/uid_map", users);
  write_once("/proc/self/gid_map", groups);
}

void shut_off() {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_AS, kMemory);
  limit(RLIMIT_FSIZE, kFileSize);
  limit(RLIMIT_CPU, kSeconds);
  const int nowhere = open("/dev/null", O_RDWR);
  for (int descriptor = 0; descriptor <= 2; ++descriptor) dup2(nowhere, descriptor);
  close_range(3, ~0U, 0);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

}  // namespace

std::optional<SofficeRun> SofficeRun::start(const std::filesystem::path& program, const SofficeFolders& folders,
                                            const std::vector<std::filesystem::path>& files) {
  std::vector<std::string> words = arguments_of(program, folders, files);
  std::vector<std::string> surroundings = environment_of(folders);
  const std::vector<char*> arguments = pointers_of(words);
  const std::vector<char*> environment = pointers_of(surroundings);
  const std::string users = std::to_string(geteuid()) + " " + std::to_string(geteuid()) + " 1";
  const std::string groups = std::to_string(getegid()) + " " + std::to_string(getegid()) + " 1";
  const std::string cwd = folders.profile.native();
  const pid_t pid = fork();
  if (pid < 0) return std::nullopt;
  if (pid == 0) {
    shut_off();
    leave_network(users, groups);
    if (chdir(cwd.c_str()) == 0) execve(program.c_str(), arguments.data(), environment.data());
    _exit(127);
  }
  setpgid(pid, pid);
  return SofficeRun(pid);
}

SofficeRun::SofficeRun(SofficeRun&& other) noexcept : pid_(std::exchange(other.pid_, -1)), clean_(other.clean_) {}

SofficeRun::~SofficeRun() {
  if (pid_ <= 0) return;
  kill(-pid_, SIGKILL);
  while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

bool SofficeRun::ended() {
  if (pid_ <= 0) return true;
  int status = 0;
  const pid_t done = waitpid(pid_, &status, WNOHANG);
  if (done == 0 || (done < 0 && errno == EINTR)) return false;
  clean_ = done == pid_ && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  kill(-pid_, SIGKILL);  // children that outlived it
  pid_ = -1;
  return true;
}

}  // namespace lvce
