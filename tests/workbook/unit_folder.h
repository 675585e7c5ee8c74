// A unit folder under the system's temporary folder, removed at the end, and looking through findings.
#pragma once

#include <filesystem>
#include <string>

#include <unistd.h>

#include <catch2/catch.hpp>

#include "support/files.h"
#include "workbook/workbook.h"

namespace lvce::test {

class TempUnit {
 public:
  TempUnit() : path_(std::filesystem::temp_directory_path() / ("lvce-formats-test-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_ / "某局");
  }
  ~TempUnit() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempUnit(const TempUnit&) = delete;
  TempUnit& operator=(const TempUnit&) = delete;

  std::filesystem::path folder() const { return path_ / "某局"; }
  void add(const std::string& name, const std::string& bytes) const { REQUIRE(write_file(folder() / name, bytes)); }
  /// Beside the unit folder.
  std::filesystem::path mapping(const std::string& yaml) const {
    REQUIRE(write_file(path_ / "映射.yaml", yaml));
    return path_ / "映射.yaml";
  }
  ReadWorkbook read() const { return read_unit_workbook(folder(), std::nullopt); }
  ReadWorkbook read_mapped(const std::filesystem::path& mapping) const { return read_unit_workbook({folder(), std::nullopt, mapping}); }

 private:
  std::filesystem::path path_;
};

inline const Finding* find_code(const Findings& findings, const std::string& code, const std::string& where = {}) {
  for (const Finding& finding : findings) {
    if (finding.code == code && (where.empty() || finding.place.text() == where)) return &finding;
  }
  return nullptr;
}

/// "42000 @用能统计!B3+C3", "blank @…", "broken @…": a value as it was understood, and where it stands.
inline std::string shown(const Given<Decimal>& given) {
  if (given.broken) return "broken @" + given.place.text();
  return (given.value ? given.value->shortest() : std::string("blank")) + " @" + given.place.text();
}

inline const LedgerRow* row_of(const Workbook& workbook, int year, int month) {
  for (const LedgerRow& row : workbook.ledger.rows) {
    if (row.year == year && row.month == month) return &row;
  }
  return nullptr;
}

}  // namespace lvce::test
