#include "energy/cell_ranges.h"

#include <catch2/catch.hpp>

using lvce::cell_ranges;

TEST_CASE("cells that stand together are ranges, and no cell is named that was not there", "[energy]") {
  CHECK(cell_ranges({}).empty());
  CHECK(cell_ranges({"C5"}) == "C5");
  CHECK(cell_ranges({"B4", "B5", "B6"}) == "B4:B6");
  CHECK(cell_ranges({"B6", "B4", "B5", "B4"}) == "B4:B6");        // in any order, named twice
  CHECK(cell_ranges({"B4", "C4", "B5", "C5"}) == "B4:C5");        // two meters
  CHECK(cell_ranges({"B4", "D4", "B5", "D5"}) == "B4:B5+D4:D5");  // a column of money between
  CHECK(cell_ranges({"Z3", "AA3", "AB3"}) == "Z3:AB3");           // months across
  CHECK(cell_ranges({"B4", "B5", "B7", "B8"}) == "B4:B5+B7:B8");  // a line of sums between
  CHECK(cell_ranges({"B4", "B5", "C5", "C6"}) == "B4:B5+C5:C6");  // no rectangle
  CHECK(cell_ranges({"AZ9", "BA9"}) == "AZ9:BA9");
  CHECK(cell_ranges({"工作表名", "B4"}) == "B4+工作表名");                 // what is no cell stays
  CHECK(cell_ranges({"ABCD1", "A12345678", "A"}) == "ABCD1+A12345678+A");  // too large for a sheet
}
