// Each XLSX recalculated by LibreOffice gives what is stored.
#include <catch2/catch.hpp>

#include <cmath>

#include "whole/package.h"
#include "workbook/xlsx/xlsx.h"

namespace fs = std::filesystem;
using namespace lvce;
using namespace lvce::testing;

namespace {

xlsx::Book read_book(const fs::path& file) {
  xlsx::ReadBook read = xlsx::read_xlsx(read_text(file), [](const std::string&) { return true; });
  REQUIRE(read.book);
  return std::move(*read.book);
}

/// A profile that makes LibreOffice recalculate every workbook as it opens it.
void write_profile(const fs::path& profile) {
  write_text(profile / "user" / "registrymodifications.xcu",
             R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>)");
}

void check_same(const xlsx::Book& ours, const xlsx::Book& theirs) {
  REQUIRE(ours.sheets.size() == theirs.sheets.size());
  for (std::size_t s = 0; s < ours.sheets.size(); ++s) {
    for (const auto& [row, cells] : ours.sheets[s].rows) {
      for (const auto& [column, cell] : cells) {
        if (cell.kind != xlsx::Cell::Kind::number) continue;
        const xlsx::Cell& other = theirs.sheets[s].at(row, column);
        INFO(ours.sheets[s].name << "!" << xlsx::cell_name(row, column));
        REQUIRE(other.kind == xlsx::Cell::Kind::number);
        CHECK(std::fabs(cell.number - other.number) <= 1e-9 * std::max(1.0, std::fabs(cell.number)));
      }
    }
  }
}

}  // namespace

TEST_CASE("LibreOffice recalculates every stored result", "[whole]") {
  const Package package = build_sample("shanxi-complete");
  const TempFolder work;
  write_profile(work / "profile");
  std::vector<std::string> command = {"soffice",
                                      "-env:UserInstallation=file://" + (work / "profile").string(),
                                      "--headless",
                                      "--convert-to",
                                      "xlsx",
                                      "--outdir",
                                      (work / "recalculated").string()};
  const auto sheets = files_with(package, ".xlsx");
  REQUIRE(sheets.size() == 4);
  for (const fs::path& sheet : sheets) command.push_back(sheet.string());
  run(command);
  for (const fs::path& sheet : sheets) {
    INFO(sheet.filename());
    check_same(read_book(sheet), read_book(work / "recalculated" / sheet.filename().string()));
  }
}
