// A file that is written and digested by a thread of its own, beside the program that makes its bytes.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "support/sha256.h"
#include "support/task_thread.h"

namespace lvce {

/// Holds a few blocks of 1 MB that are not written yet; who writes faster than the disk waits. The disk is set to work at once, so that a
/// sync at the end finds little left to do.
class DigestedFile {
 public:
  /// Makes the file, or empties it. Throws std::system_error when that fails.
  explicit DigestedFile(const std::filesystem::path& file);
  ~DigestedFile();
  DigestedFile(const DigestedFile&) = delete;
  DigestedFile& operator=(const DigestedFile&) = delete;

  void write(std::string_view bytes);
  /// SHA-256 of all bytes so far, in hexadecimal. Throws std::system_error when something could not be written.
  std::string digest();
  /// The same, and closes the file.
  std::string finish();

 private:
  void hand_over();
  void put(std::string_view block);

  const std::filesystem::path file_;
  int descriptor_;
  std::string block_;  ///< being filled
  Sha256 sha_;         // of what is written: the thread's
  long long size_ = 0;
  TaskThread thread_;  // last: it uses the others
};

}  // namespace lvce
