// Archives that are open already, for a program that goes on: one that has not changed is not unpacked again.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "evidence/archive_opener.h"

namespace lvce {

/// Lasts as long as the folder that it speaks of. Used by one thread at a time.
class ArchiveMemory {
 public:
  using Answer = std::optional<OpenedArchive>;  ///< nothing: the file is no archive

  /// What came out of this state of the file; nullptr: not known.
  const Answer* find(const std::filesystem::path& file, const std::string& stamp) const {
    const auto known = answers_.find(file);
    return known != answers_.end() && !stamp.empty() && known->second.first == stamp ? &known->second.second : nullptr;
  }
  void keep(const std::filesystem::path& file, const std::string& stamp, Answer answer) { answers_[file] = {stamp, std::move(answer)}; }
  /// Of the next folder to unpack into.
  int next_number() { return ++number_; }

 private:
  std::map<std::filesystem::path, std::pair<std::string, Answer>> answers_;
  int number_ = 0;
};

}  // namespace lvce
