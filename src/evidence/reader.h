// Who reads scans (--ocr): a program of its own beside lvce, so that nobody else carries its libraries, and the language that it knows.
#pragma once

#include <filesystem>
#include <string>

namespace lvce {

struct ScanReader {
  std::filesystem::path program;   ///< lvce-ocr, run as a worker
  std::filesystem::path language;  ///< folder of chi_sim.traineddata
  std::string fingerprint;         ///< of the language's data: other data read other words
  std::string fault;               ///< Chinese; not empty: nothing can be read
  std::string remedy;              ///< what to do then

  bool ready() const { return !program.empty() && fault.empty(); }
};

inline constexpr const char* kReaderProgram = "lvce-ocr";
inline constexpr const char* kLanguage = "chi_sim";

/// `lvce`: this program, beside which the reader lies. `data_prefix`: what TESSDATA_PREFIX says, goes before Debian's folders; may be empty.
ScanReader find_scan_reader(const std::filesystem::path& lvce, const std::string& data_prefix);

}  // namespace lvce
