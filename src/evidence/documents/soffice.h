// One run of LibreOffice, shut off from the network, the user's settings and everything that documents might want to start.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lvce {

/// Where a run keeps its things. All three are created; nothing else is written.
struct SofficeFolders {
  std::filesystem::path profile;
  std::filesystem::path in;
  std::filesystem::path out;
};

/// Settings that forbid macros, links and updates, and the fonts of ours that stand in for those that offices write with. False: not written.
bool write_profile(const SofficeFolders& folders);

class SofficeRun {
 public:
  /// Converts `files` one after the other to PDFs in folders.out. Nothing when it cannot be started.
  static std::optional<SofficeRun> start(const std::filesystem::path& program, const SofficeFolders& folders, const std::vector<std::filesystem::path>& files);
  SofficeRun(SofficeRun&& other) noexcept;
  SofficeRun& operator=(SofficeRun&&) = delete;
  /// Kills what still runs, with all its children, and waits for it.
  ~SofficeRun();

  /// True when it has ended; `clean` tells whether of itself and without complaint.
  bool ended();
  bool clean() const { return clean_; }

 private:
  explicit SofficeRun(pid_t pid) : pid_(pid) {}
  pid_t pid_ = -1;
  bool clean_ = false;
};

}  // namespace lvce
