// 图说.txt and 图说.xlsx beside the pictures of a folder: lines `文件名：图说`, or the columns 文件名 and 图说.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "support/finding.h"

namespace lvce {

/// Captions of one folder by the file's name, with or without its extension, as typed there (folded to half width, lower case).
class CaptionList {
 public:
  /// Adds one caption file (chosen by its extension, .txt or .xlsx). `shown` is its path for findings.
  void read(const std::filesystem::path& file, const std::string& shown, Findings& findings);
  /// The caption of a file; marks it as used.
  std::optional<std::string> take(std::string_view file_name);
  /// A warning for each line that names no file.
  void report_unused(Findings& findings) const;

 private:
  struct Line {
    std::string name;  ///< as typed
    std::string caption;
    Place place;
    bool used = false;
  };
  void add(std::string_view name, std::string_view caption, Place place);
  void read_text(std::string_view bytes, const std::string& shown, Findings& findings);
  void read_sheet(std::string_view bytes, const std::string& shown, Findings& findings);

  std::map<std::string, Line> lines_;
};

}  // namespace lvce
