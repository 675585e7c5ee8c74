// A folder of templates written by a test and removed with it.
#pragma once

#include <filesystem>
#include <string>

#include <unistd.h>

#include "compose/compose.h"
#include "support/files.h"

namespace lvce::sample {

class TempTemplates {
 public:
  TempTemplates() : folder_(std::filesystem::temp_directory_path() / ("lvce-templates-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
  }
  ~TempTemplates() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  void write(const std::string& name, const std::string& text) const { write_file(folder_ / name, text); }
  Templates templates() const { return {folder_}; }
  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

}  // namespace lvce::sample
