// A folder that is gone at the end of the test.
#pragma once

#include <unistd.h>

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

#include "support/files.h"

class TempOut {
 public:
  TempOut() : path_(std::filesystem::temp_directory_path() / ("lvce-fleet-test-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~TempOut() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempOut(const TempOut&) = delete;
  TempOut& operator=(const TempOut&) = delete;
  const std::filesystem::path& path() const { return path_; }
  void add(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    REQUIRE(lvce::write_file(path_ / name, bytes));
  }
  /// True once for each word, whatever process asks.
  bool first_time(const std::string& word) const { return std::filesystem::create_directory(path_ / word); }

 private:
  std::filesystem::path path_;
};
