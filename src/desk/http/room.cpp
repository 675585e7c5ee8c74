#include "desk/http/room.h"

#include "desk/units.h"

namespace lvce {

DeskRoom::DeskRoom(const DeskOptions& options)
    : options_(options), single_(holds_workbook(options.folder)), thumbnails_(options.probe), run_(options.probe.worker), last_use_(0) {
  used();
  if (single_) open_unit(options_.folder);
}

std::shared_ptr<UnitDesk> DeskRoom::unit() const {
  const std::lock_guard lock(mutex_);
  return unit_;
}

void DeskRoom::open_unit(const std::filesystem::path& folder) {
  const std::uint64_t first = version() + 1;
  auto unit = std::make_shared<UnitDesk>(folder, options_.judge, options_.probe, first);
  std::shared_ptr<UnitDesk> before;  // ends outside the lock
  const std::lock_guard lock(mutex_);
  before = std::exchange(unit_, std::move(unit));
  if (before) before->stop_waiting();
  changed_.notify_all();
}

void DeskRoom::close_unit() {
  std::shared_ptr<UnitDesk> before;
  {
    const std::lock_guard lock(mutex_);
    if (single_ || !unit_) return;
    version_ = unit_->state()->version + 1;
    before = std::exchange(unit_, nullptr);
    changed_.notify_all();
  }
  before->stop_waiting();
}

std::uint64_t DeskRoom::version() const {
  const std::lock_guard lock(mutex_);
  return unit_ ? unit_->state()->version : version_;
}

std::uint64_t DeskRoom::wait_for_other(std::uint64_t known, int seconds) {
  if (const auto open = unit()) {
    open->wait_for_other(known, seconds);
    return version();
  }
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, std::chrono::seconds(seconds), [&] { return ended_ || unit_ != nullptr || version_ != known; });
  return unit_ ? unit_->state()->version : version_;
}

std::chrono::steady_clock::duration DeskRoom::unused() const {
  return std::chrono::steady_clock::now().time_since_epoch() - std::chrono::steady_clock::duration(last_use_.load());
}

void DeskRoom::end() {
  ended_ = true;
  const std::lock_guard lock(mutex_);
  if (unit_) unit_->stop_waiting();
  changed_.notify_all();
}

}  // namespace lvce
