#include "support/task_thread.h"

#include <utility>

namespace lvce {

TaskThread::TaskThread(std::size_t waiting_at_most) : waiting_at_most_(waiting_at_most), thread_([this] { work(); }) {}

TaskThread::~TaskThread() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    waiting_.clear();
  }
  changed_.notify_all();
  thread_.join();
}

void TaskThread::add(std::function<void()> task) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.size() < waiting_at_most_ || failure_; });
  if (failure_) return;
  waiting_.push_back(std::move(task));
  changed_.notify_all();
}

void TaskThread::wait() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return (waiting_.empty() && !busy_) || failure_; });
  if (failure_) std::rethrow_exception(failure_);
}

void TaskThread::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
    if (ended_) return;
    do_one(lock);
    changed_.notify_all();
  }
}

void TaskThread::do_one(std::unique_lock<std::mutex>& lock) {
  std::function<void()> task = std::move(waiting_.front());
  waiting_.pop_front();
  busy_ = true;
  std::exception_ptr failure;
  lock.unlock();
  try {
    task();
  } catch (...) {
    failure = std::current_exception();
  }
  task = nullptr;
  lock.lock();
  busy_ = false;
  if (!failure) return;
  failure_ = failure;
  waiting_.clear();
}

}  // namespace lvce
