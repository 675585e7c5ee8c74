// Running the real binary and the readers' tools (poppler, qpdf, LibreOffice) from a test.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "paths.h"

namespace lvce::testing {

struct Ran {
  int code = 0;
  std::string out;  ///< standard output
  std::string err;  ///< standard error
};

/// Runs a program with arguments; no shell reads them. `seconds`: killed after that (code 137).
Ran run(const std::vector<std::string>& command, int seconds = 120);

inline Ran run_lvce(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), kBinary);
  return run(arguments);
}

/// A folder that is gone at the end of the test.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

std::filesystem::path sample(const std::string& name);
std::string read_text(const std::filesystem::path& file);
void write_text(const std::filesystem::path& file, const std::string& text);

}  // namespace lvce::testing
