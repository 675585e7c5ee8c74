#include "review/table/side_by_side.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace lvce {
namespace {

constexpr unsigned kMostThreads = 8;

}  // namespace

void side_by_side(std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  const auto take = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::jthread> threads;
  const unsigned wanted = std::min({kMostThreads, std::thread::hardware_concurrency(), static_cast<unsigned>(std::min<std::size_t>(count, kMostThreads))});
  for (unsigned i = 1; i < wanted; ++i) threads.emplace_back(take);
  take();
}

}  // namespace lvce
