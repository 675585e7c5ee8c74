// What the fuzz targets share: the input as a file, packages written as text, and promises that must hold.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace lvce::fuzz {

/// A folder of this program alone, gone when it ends.
const std::filesystem::path& scratch();

/// The input as a file of that name (folders too) in the scratch folder, which is emptied when this goes.
class InputFile {
 public:
  InputFile(std::string_view bytes, const std::string& name);
  ~InputFile();
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// A package as bytes. Packages stand in the corpora as text that a fuzzer can change: each part begins with a line "=== name". Anything else is
/// taken as it is.
std::string package_of(std::string_view input);

/// An old workbook, which is read in a worker process: here that would be the fuzzer itself. The target biff has its reader.
bool is_for_worker(std::string_view bytes);

/// Ends the program with `promise` when it does not hold: fuzzers and CI take that for a finding.
void must(bool holds, const char* promise);

}  // namespace lvce::fuzz
