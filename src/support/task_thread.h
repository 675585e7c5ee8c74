// A thread that does one task after the other while its owner goes on.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

namespace lvce {

class TaskThread {
 public:
  /// Whoever adds to `waiting_at_most` tasks that are not begun waits.
  explicit TaskThread(std::size_t waiting_at_most);
  ~TaskThread();  ///< tasks not begun are not done
  TaskThread(const TaskThread&) = delete;
  TaskThread& operator=(const TaskThread&) = delete;

  /// After a task that threw, no other is done.
  void add(std::function<void()> task);
  /// Until all are done. Throws what the first failing task threw, each time.
  void wait();

 private:
  void work();
  void do_one(std::unique_lock<std::mutex>& lock);

  const std::size_t waiting_at_most_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> waiting_;
  bool busy_ = false;
  bool ended_ = false;
  std::exception_ptr failure_;
  std::thread thread_;  // last: it uses the others
};

}  // namespace lvce
