// What a carrier is called stands in three places (headers of our workbook, ledgers of offices' own, invoices): none forgets a carrier without a word.
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "office/carriers.h"
#include "paths.h"
#include "support/files.h"
#include "support/text.h"
#include "workbook/detect/words.h"
#include "workbook/sheets/header_names.h"

using namespace lvce;
using lvce::formats::carriers_in;
using Names = std::set<std::string>;
using Found = std::set<Carrier>;

namespace {

/// Nobody sends an invoice of them: a sum of fuels, what others were sold, what one's own roof gave.
const Names kNotBought = {"其他能源", "转供电", "自发自用光伏"};
/// A column that only speaks of them is not known by a word of its own in the workbook.
const Names kWithoutMark = {"其他能源", "煤油", "燃料油", "焦炭", "转供电", "自发自用光伏"};

Names whole_carriers(const Names& without) {
  Names out;
  for (const CarrierFacts& facts : kCarriers) {
    if (!facts.parent && !without.contains(std::string(facts.name))) out.insert(std::string(facts.name));
  }
  return out;
}

Names of_invoices() {
  Names out;
  for (const std::string& line : split(read_file(std::filesystem::path(kSourceFolder) / "templates/invoices.yaml", 1 << 20).value(), '\n')) {
    if (const std::string mark = "  - carrier: "; line.starts_with(mark)) out.insert(line.substr(mark.size()));
  }
  return out;
}

}  // namespace

TEST_CASE("an office's own ledger may call every carrier by its name", "[carriers][layout]") {
  for (const CarrierFacts& facts : kCarriers) {
    INFO(std::string(facts.name));
    CHECK(carriers_in(std::string(facts.name)) == Found{facts.of_vehicles ? *facts.parent : facts.carrier});
  }
}

TEST_CASE("every carrier that is bought has its words on invoices", "[carriers][invoices]") { CHECK(of_invoices() == whole_carriers(kNotBought)); }

TEST_CASE("a column that speaks of a carrier is noticed in the workbook", "[carriers][sheets]") {
  Names marked;
  for (const auto& [name, words] : ledger_header_names().marks) marked.insert(name);
  CHECK(marked == whole_carriers(kWithoutMark));
}

TEST_CASE("what has a column is no longer asked to stand under 其他能源", "[carriers][sheets]") {
  for (const auto& [word, column] : ledger_header_names().strange) {
    for (const CarrierFacts& facts : kCarriers) {
      INFO(word << " " << facts.name);
      CHECK(word.find(std::string(facts.name)) == std::string::npos);
    }
  }
}

TEST_CASE("a longer word is known before the shorter ones that it holds, wherever it is written", "[carriers][layout]") {
  CHECK(carriers_in("自发自用电量") == Found{Carrier::own_solar});  // neither 自发自用 and 电
  CHECK(carriers_in("光伏发电") == Found{Carrier::own_solar});
  CHECK(carriers_in("液化石油气") == Found{Carrier::lpg});  // nor 油, 气
  CHECK(carriers_in("采暖用煤气") == Found{Carrier::natural_gas});
  CHECK(carriers_in("用电") == Found{Carrier::electricity});
}
