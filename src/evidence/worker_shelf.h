// Workers that are kept from one unit to the next, where many are done by one process.
#pragma once

#include <memory>
#include <vector>

namespace lvce {

class WorkerProcess;

/// Idle workers that were sound when they were put here. They end with the shelf, or with the process.
class WorkerShelf {
 public:
  WorkerShelf();
  ~WorkerShelf();
  WorkerShelf(const WorkerShelf&) = delete;
  WorkerShelf& operator=(const WorkerShelf&) = delete;

  struct Kept {
    std::unique_ptr<WorkerProcess> process;  ///< nothing: the shelf is empty
    int jobs_done = 0;
  };
  void put(Kept worker);
  Kept take();

 private:
  std::vector<Kept> kept_;
};

}  // namespace lvce
