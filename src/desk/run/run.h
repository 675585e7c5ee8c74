// A command of lvce as a process of its own: its progress as on a terminal, its words, how it ended.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace lvce {

struct RunReport {
  std::string what;  ///< "build" …: as it was asked for
  bool running = false;
  std::string progress;            ///< its last line on the terminal: "核验佐证材料 12/88"
  std::vector<std::string> words;  ///< what it said, the last lines
  std::optional<int> exit;         ///< 0 … 4, as the command line's; 255: killed
};

/// One at a time.
class CommandRun {
 public:
  explicit CommandRun(std::filesystem::path program) : program_(std::move(program)) {}
  ~CommandRun();  ///< ends what still runs
  CommandRun(const CommandRun&) = delete;
  CommandRun& operator=(const CommandRun&) = delete;

  /// False: another one runs, or it cannot be started.
  bool start(const std::string& what, const std::vector<std::string>& arguments);
  /// Runs to its end; its words. For what takes no time.
  RunReport run_now(const std::string& what, const std::vector<std::string>& arguments);
  RunReport report() const;

 private:
  void follow(pid_t pid, int words, int terminal);
  void take_words(std::string bytes);
  void take_progress(const std::string& bytes);

  const std::filesystem::path program_;
  mutable std::mutex mutex_;
  RunReport report_;
  std::string half_line_;
  pid_t pid_ = -1;
  std::thread thread_;
};

}  // namespace lvce
