// The sample units as openpyxl wrote them: figures added up by hand from samples/maker/ledger.py.
#include <catch2/catch.hpp>

#include "paths.h"
#include "workbook/workbook.h"

using namespace lvce;
namespace fs = std::filesystem;

namespace {

ReadWorkbook read_sample(const char* name) { return read_unit_workbook(fs::path(kSourceFolder) / "samples" / name, std::nullopt); }

Decimal year_sum(const Workbook& workbook, int year, Carrier carrier) {
  Decimal sum;
  for (const LedgerRow& row : workbook.ledger.rows) {
    if (row.year == year && row.quantities.at(carrier).value) sum += *row.quantities.at(carrier).value;
  }
  return sum;
}

}  // namespace

TEST_CASE("the complete sample is read without a finding", "[workbook]") {
  const ReadWorkbook read = read_sample("shanxi-complete");
  REQUIRE(read.workbook);
  CHECK(read.findings.empty());
  CHECK(read.workbook->ledger.rows.size() == 24);
  CHECK(year_sum(*read.workbook, 2019, Carrier::electricity) == Decimal(554000));
  CHECK(year_sum(*read.workbook, 2020, Carrier::electricity) == Decimal(530700));
  CHECK(year_sum(*read.workbook, 2020, Carrier::heat) == *Decimal::parse("2708.2"));
  CHECK(read.workbook->scores.size() == 42);
  CHECK(read.workbook->targets.at(1).required_pct.value == Decimal::parse("2.5"));
  CHECK(read.workbook->details.at("公务用车台账").rows.size() == 108);
}

TEST_CASE("the sample with gaps names the word in the number cell and goes on", "[workbook]") {
  const ReadWorkbook read = read_sample("shanxi-gaps");
  REQUIRE(read.workbook);
  REQUIRE(read.findings.size() == 1);
  CHECK(read.findings[0].code == "cell-not-a-number");
  CHECK(read.findings[0].place.text() == "台账.xlsx 能耗台账!C20");
  CHECK(read.workbook->ledger.rows.size() == 23);
}
