#include "support/task_thread.h"

#include <catch2/catch.hpp>
#include <stdexcept>
#include <vector>

using lvce::TaskThread;

TEST_CASE("tasks are done one after the other, in order") {
  std::vector<int> done;
  TaskThread thread(2);
  for (int i = 0; i < 50; ++i) thread.add([&done, i] { done.push_back(i); });
  thread.wait();
  REQUIRE(done.size() == 50);
  for (int i = 0; i < 50; ++i) CHECK(done[static_cast<std::size_t>(i)] == i);
}

TEST_CASE("after a task that throws nothing is done, and waiting says why") {
  int done = 0;
  TaskThread thread(1);
  thread.add([] { throw std::runtime_error("no space"); });
  for (int i = 0; i < 5; ++i) thread.add([&done] { ++done; });  // must not block
  CHECK_THROWS_AS(thread.wait(), std::runtime_error);
  CHECK_THROWS_AS(thread.wait(), std::runtime_error);
  CHECK(done == 0);
}

TEST_CASE("waiting without a task returns") {
  TaskThread thread(1);
  CHECK_NOTHROW(thread.wait());
}
