#include "review/score/returned.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <system_error>
#include <thread>

#include "review/sheets/write_sheets.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kMostThreads = 8;

bool is_sheet_file(const fs::path& path) {
  const std::string name = path.filename().string();
  return path.extension() == ".xlsx" && !name.starts_with(".") && !name.starts_with("~$");
}

std::vector<std::string> sheet_files(const fs::path& desk) {
  std::vector<std::string> out;
  for (const char* folder : {kSheetsFolder, kReturnedFolder}) {
    std::error_code error;
    for (fs::recursive_directory_iterator at(desk / folder, error), end; !error && at != end; at.increment(error))
      if (at->is_regular_file(error) && is_sheet_file(at->path())) out.push_back(at->path().lexically_relative(desk).string());
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
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < files.size(); i = next++) read[i].sheet = read_review_sheet(desk / files[i], files[i], read[i].findings);
  };
  std::vector<std::jthread> threads;
  for (unsigned i = 1; i < std::min(kMostThreads, std::thread::hardware_concurrency()); ++i) threads.emplace_back(work);
  work();
  threads.clear();
  std::vector<ReturnedSheet> out;
  for (ReadOne& one : read) {
    append(findings, std::move(one.findings));
    if (one.sheet) out.push_back(std::move(*one.sheet));
  }
  return out;
}

}  // namespace lvce
