#include "assess/branches.h"

#include <catch2/catch.hpp>

#include "paths.h"
#include "rubric/rubric.h"
#include "support/files.h"

using namespace lvce;

namespace {

const std::set<std::string> kParts = {"7.1.2.1", "7.1.2.2", "7.1.2.3", "7.1.2.4"};

/// Of 7.1 of Xinjiang's standard: 7.1.1 by grade, or 7.1.2 in parts where it was not introduced.
std::set<std::string> left_out_where(const std::string& done) {
  const LoadedRubric loaded = load_rubric("xinjiang-2023", data_folder());
  REQUIRE(loaded.rubric);
  Workbook workbook;
  SelfScore row;
  row.indicator = "7.1.1";
  if (!done.empty()) row.done.value = done;
  workbook.scores = {row};
  std::set<std::string> out;
  for (const std::string& id : left_out_by_answers(*loaded.rubric, workbook))
    if (id.starts_with("7.1")) out.insert(id);
  return out;
}

}  // namespace

TEST_CASE("a scheme is left out once the choice is answered, not before", "[assess]") {
  CHECK(left_out_where("优秀") == kParts);
  CHECK(left_out_where("未实施") == std::set<std::string>{"7.1.1"});
  CHECK(left_out_where("").empty());
}
