#include "review/score/returned.h"

#include <algorithm>
#include <optional>
#include <system_error>

#include "review/sheets/write_sheets.h"
#include "review/table/side_by_side.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

/// Of a report only what were sheets below, not its lists.
bool is_in_lists(const std::string& file) { return file.starts_with(kLowerFolder) && file.find("/结果/") != std::string::npos; }

bool is_sheet_file(const fs::path& path) {
  const std::string name = path.filename().string();
  return path.extension() == ".xlsx" && !name.starts_with(".") && !name.starts_with("~$");
}

std::vector<std::string> sheet_files(const fs::path& desk) {
  std::vector<std::string> out;
  for (const char* folder : {kSheetsFolder, kReturnedFolder, kLowerFolder}) {
    std::error_code error;
    for (fs::recursive_directory_iterator at(desk / folder, error), end; !error && at != end; at.increment(error))
      if (const std::string file = at->path().lexically_relative(desk).string(); at->is_regular_file(error) && is_sheet_file(at->path()) && !is_in_lists(file))
        out.push_back(file);
  }
  std::sort(out.begin(), out.end(), natural_less);
  return out;
}

struct ReadOne {
  std::optional<ReturnedSheet> sheet;
  Findings findings;
};

}  // namespace

std::vector<ReturnedSheet> read_returned_sheets(const fs::path& desk, Findings& findings) {
  const std::vector<std::string> files = sheet_files(desk);
  std::vector<ReadOne> read(files.size());
  side_by_side(files.size(), [&](std::size_t i) { read[i].sheet = read_review_sheet(desk / files[i], files[i], read[i].findings); });
  std::vector<ReturnedSheet> out;
  for (ReadOne& one : read) {
    append(findings, std::move(one.findings));
    if (one.sheet) out.push_back(std::move(*one.sheet));
  }
  return out;
}

}  // namespace lvce
