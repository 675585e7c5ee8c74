#include <utility>

#include "evidence/worker_shelf.h"
#include "evidence/workers/process.h"

namespace lvce {

WorkerShelf::WorkerShelf() = default;
WorkerShelf::~WorkerShelf() = default;

void WorkerShelf::put(Kept worker) { kept_.push_back(std::move(worker)); }

WorkerShelf::Kept WorkerShelf::take() {
  if (kept_.empty()) return {};
  Kept worker = std::move(kept_.back());
  kept_.pop_back();
  return worker;
}

}  // namespace lvce
