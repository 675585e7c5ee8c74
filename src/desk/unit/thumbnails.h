// Thumbnails by a file's path and state, kept in memory.
#pragma once

#include <filesystem>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>
#include <string>

#include "evidence/evidence.h"

namespace lvce {

class Thumbnails {
 public:
  explicit Thumbnails(ProbeOptions options) : options_(std::move(options)) {}

  /// JPEG bytes; nullptr: the file has no picture to show. Two are made at a time, whoever asks.
  std::shared_ptr<const std::string> of(const std::filesystem::path& file);

 private:
  void keep(const std::string& key, std::shared_ptr<const std::string> jpeg);

  const ProbeOptions options_;
  std::mutex mutex_;
  std::counting_semaphore<2> makers_{2};
  std::map<std::string, std::shared_ptr<const std::string>> known_;
  std::list<std::string> order_;
  std::size_t bytes_ = 0;
};

}  // namespace lvce
