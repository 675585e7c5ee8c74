// What all requests share: the folder that was given, the unit on the desk, runs, the end. Private to desk/.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>

#include "desk/desk.h"
#include "desk/run/run.h"
#include "desk/unit/thumbnails.h"
#include "desk/unit/unit_desk.h"

namespace lvce {

class DeskRoom {
 public:
  explicit DeskRoom(const DeskOptions& options);

  const DeskOptions& options() const { return options_; }
  /// nullptr: none is open, the page shows the start.
  std::shared_ptr<UnitDesk> unit() const;
  /// Only the folder itself, or one right below it.
  void open_unit(const std::filesystem::path& folder);
  void close_unit();
  /// The folder that was given is a unit's: there is no other.
  bool is_single() const { return single_; }
  /// 新建 was used: once is enough for one run.
  bool has_made_unit() const { return made_unit_; }
  void made_unit() { made_unit_ = true; }

  std::uint64_t version() const;
  std::uint64_t wait_for_other(std::uint64_t known, int seconds);

  Thumbnails& thumbnails() { return thumbnails_; }
  CommandRun& run() { return run_; }

  void used() { last_use_ = std::chrono::steady_clock::now().time_since_epoch().count(); }
  std::chrono::steady_clock::duration unused() const;
  void end();
  bool ended() const { return ended_; }

 private:
  const DeskOptions options_;
  const bool single_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::shared_ptr<UnitDesk> unit_;
  std::uint64_t version_ = 1;  ///< of the start, and where the next unit's begin
  Thumbnails thumbnails_;
  CommandRun run_;
  std::atomic<bool> ended_ = false;
  std::atomic<bool> made_unit_ = false;
  std::atomic<std::chrono::steady_clock::rep> last_use_;
};

}  // namespace lvce
