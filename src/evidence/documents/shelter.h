// Where a program that opens strangers' documents runs: it sees the system's programs and fonts, the folders that it is given, one document,
// and no network.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace lvce {

/// From the weakest to the strongest.
enum class Shelter {
  none,
  landlock,         ///< the kernel's Landlock for the disk, seccomp for the network
  namespaces,       ///< of mounts, network and processes, and seccomp; for root where user namespaces are not to be had
  user_namespaces,  ///< the same for everybody
};

/// What may be touched, found before the fork: behind it only system calls are made. All paths are absolute.
struct ShelterPlan {
  enum class Kind { folder, file, link };
  struct Mount {
    Kind kind;
    std::string path;
    std::string target;  ///< of a link
    bool writable = false;
    bool device = false;
    std::string inside;                ///< the same below `root`
    std::vector<std::string> parents;  ///< of `inside`, outermost first
  };
  std::string root;  ///< an empty folder, where the new root is built
  std::vector<Mount> places;
  std::string users;  ///< lines for uid_map and gid_map
  std::string groups;
};

/// `program` with its installation and `readable` may be read, `writable` also written. `root` is an empty folder that exists.
ShelterPlan plan_shelter(const std::filesystem::path& program, const std::filesystem::path& root, const std::vector<std::filesystem::path>& readable,
                         const std::vector<std::filesystem::path>& writable);

/// A command in a shelter. Behind it stands a process of ours that ends everything which the command has started, also those that have left
/// its session, when the command ends, when `end` is called, or when this process dies, however it dies.
class Sheltered {
 public:
  struct Command {
    std::vector<std::string> arguments;    ///< the first is the program; none: the shelter is only tried
    std::vector<std::string> environment;  ///< NAME=value
    std::string folder;                    ///< to start in
  };
  static constexpr int kNoShelter = 126;
  static constexpr int kNoProgram = 127;

  Sheltered(Shelter shelter, const ShelterPlan& plan, const Command& command);
  Sheltered(const Sheltered&) = delete;
  Sheltered& operator=(const Sheltered&) = delete;
  ~Sheltered() { end(); }

  /// True when it has ended, or was never started.
  bool ended();
  void end();
  /// Once ended: the command's exit code, kNoShelter, kNoProgram, or 125 when it died of a signal.
  int code() const { return code_; }

 private:
  pid_t pid_ = -1;
  int alive_ = -1;  ///< held open as long as the command may live
  bool own_processes_ = false;
  int code_ = kNoShelter;
};

/// The strongest shelter up to `most` that this machine gives us.
Shelter best_shelter(const ShelterPlan& plan, Shelter most = Shelter::user_namespaces);

}  // namespace lvce
