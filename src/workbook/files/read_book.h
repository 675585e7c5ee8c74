// Files of any spreadsheet format → Book. The content decides, not the ending.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "workbook/xlsx/xlsx.h"

namespace lvce::formats {

struct BookFile {
  std::string name;  ///< as shown, UTF-8
  std::string bytes;
};

struct BookOptions {
  std::function<bool(const std::string&)> wanted;  ///< only sheets with such names are loaded
  std::filesystem::path worker;                    ///< the lvce binary; run as `lvce --workbook-worker` for old formats
};

/// One workbook, or several CSV files that are a sheet each, named after their files.
xlsx::ReadBook read_book(const std::vector<BookFile>& files, const BookOptions& options);

/// The file's name without its ending.
std::string stem_of(const std::string& name);

}  // namespace lvce::formats
