// The crew with work of the tests' own: units that kill their worker, hang, or leave.
#include "fleet/crew.h"

#include <signal.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <map>

#include "temp_out.h"

using lvce::CrewLimits;
using lvce::UnitRow;
using lvce::UnitTask;
using lvce::UnitWork;

namespace {

std::vector<UnitTask> tasks_named(const std::vector<std::string>& names) {
  std::vector<UnitTask> tasks;
  for (const std::string& name : names) {
    UnitTask task;
    task.index = tasks.size();
    task.name = task.shown = name;
    tasks.push_back(task);
  }
  return tasks;
}

UnitRow good_row(const UnitTask& task) {
  UnitRow row = lvce::failed_row(task, 0, {});
  row.state = lvce::UnitState::built;
  row.pages = static_cast<int>(::getpid());
  return row;
}

struct Made {
  std::map<std::string, UnitRow> rows;
  std::vector<std::string> begun;
};

Made make_all(const std::vector<UnitTask>& tasks, int jobs, const std::function<UnitRow(const UnitTask&)>& make, const CrewLimits& limits = {}) {
  UnitWork work;
  work.make = [&](const UnitTask& task, const std::function<void(std::size_t)>& begin) {
    begin(1);
    return make(task);
  };
  Made made;
  lvce::Crew(jobs, work, limits)
      .make_all(tasks, {[&](const UnitTask& task) { made.begun.push_back(task.name); }, [&](UnitRow row) { made.rows.emplace(row.name, std::move(row)); }});
  return made;
}

}  // namespace

TEST_CASE("All units are made, each once, by as many workers as asked") {
  const Made made = make_all(tasks_named({"甲", "乙", "丙", "丁", "戊"}), 2, [](const UnitTask& task) {
    ::usleep(20'000);
    return good_row(task);
  });
  REQUIRE(made.rows.size() == 5);
  std::set<int> workers;
  for (const auto& [name, row] : made.rows) workers.insert(row.pages);
  CHECK(workers.size() == 2);
  CHECK(made.begun.size() == 5);
}

TEST_CASE("A worker that is killed costs nothing: its unit is tried once more") {
  const TempOut folder;
  const Made made = make_all(tasks_named({"甲", "乙", "丙"}), 1, [&](const UnitTask& task) {
    if (task.name == "乙" && folder.first_time("乙")) ::raise(SIGKILL);
    return good_row(task);
  });
  REQUIRE(made.rows.size() == 3);
  CHECK(made.rows.at("乙").state == lvce::UnitState::built);
  CHECK(made.begun == std::vector<std::string>{"甲", "乙", "乙", "丙"});
}

TEST_CASE("A unit that kills its workers is named, and the others are made") {
  const Made made = make_all(tasks_named({"甲", "乙", "丙"}), 2, [](const UnitTask& task) {
    if (task.name == "乙") ::raise(SIGSEGV);
    return good_row(task);
  });
  REQUIRE(made.rows.size() == 3);
  CHECK(made.rows.at("甲").state == lvce::UnitState::built);
  CHECK(made.rows.at("丙").state == lvce::UnitState::built);
  CHECK(made.rows.at("乙").state == lvce::UnitState::failed);
  CHECK(made.rows.at("乙").code == 4);
  CHECK(made.rows.at("乙").findings.front().code == "unit-worker-died");
}

TEST_CASE("A unit beyond its time is given up after the second try") {
  CrewLimits limits;
  limits.seconds_fixed = 0;
  limits.seconds_per_file = 1;
  const Made made = make_all(
      tasks_named({"甲", "乙"}), 2,
      [](const UnitTask& task) {
        if (task.name == "乙") ::pause();
        return good_row(task);
      },
      limits);
  CHECK(made.rows.at("甲").state == lvce::UnitState::built);
  CHECK(made.rows.at("乙").findings.front().code == "unit-too-slow");
}

TEST_CASE("A worker that has done its share leaves, and another goes on") {
  CrewLimits limits;
  limits.units = 2;
  const Made made = make_all(tasks_named({"甲", "乙", "丙", "丁", "戊"}), 1, good_row, limits);
  REQUIRE(made.rows.size() == 5);
  std::map<int, int> shares;
  for (const auto& [name, row] : made.rows) ++shares[row.pages];
  CHECK(shares.size() == 3);
  for (const auto& [pid, share] : shares) CHECK(share <= 2);
}

TEST_CASE("Names come in the tasks' order; a unit whose workbook kills the reader has none") {
  UnitWork work;
  work.name_of = [](const UnitTask& task) {
    if (task.shown == "乙") ::raise(SIGABRT);
    return task.shown + "局";
  };
  CHECK(lvce::Crew(2, work).names_of(tasks_named({"甲", "乙", "丙"})) == std::vector<std::string>{"甲局", "", "丙局"});
}
