// Pages that were read before, kept in the folder of --cache by what the file holds.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "evidence/job/read_page.h"

namespace lvce {

class KeptPages {
 public:
  /// `folder` empty: nothing is kept. `fingerprint`: of the language, as ScanReader has it.
  KeptPages(std::filesystem::path folder, std::string fingerprint) : folder_(std::move(folder)), fingerprint_(std::move(fingerprint)) {}

  bool keeps() const { return !folder_.empty(); }
  /// Page from 0 of the file with this digest.
  std::optional<ReadPage> find(const std::string& sha256, std::size_t page) const;
  /// False when it could not be written; never half.
  bool keep(const std::string& sha256, std::size_t page, const ReadPage& read) const;

 private:
  std::filesystem::path path_of(const std::string& sha256, std::size_t page) const;

  std::filesystem::path folder_;
  std::string fingerprint_;
};

}  // namespace lvce
