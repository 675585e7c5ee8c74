// A workbook of one table for people to fill in beside their files. Either the whole file is there, or what was there before.
#pragma once

#include <filesystem>
#include <utility>
#include <vector>

#include <xlsxwriter.h>

namespace lvce {

class TableBook {
 public:
  /// One sheet with a head row that stays in view, A4 across when printed, as wide as the page: names and widths in characters.
  TableBook(const std::filesystem::path& file, const char* sheet, const std::vector<std::pair<const char*, double>>& columns);
  ~TableBook();
  TableBook(const TableBook&) = delete;
  TableBook& operator=(const TableBook&) = delete;

  /// False where no file can be made there: then only finish() may be called.
  bool usable() const { return book_ != nullptr; }
  lxw_worksheet* sheet() const { return sheet_; }
  /// Of the cells: text, so that 2.10 and a name of digits stay what they are.
  lxw_format* body() const { return body_; }
  /// Puts the file into its place. False when that failed; nothing is left behind then.
  bool finish();

 private:
  std::filesystem::path file_, beside_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* body_ = nullptr;
};

}  // namespace lvce
