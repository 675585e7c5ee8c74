// The package as one zip, which grows in a thread of its own while the other files are still being made.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace lvce {

/// The same files in the same order give the same bytes: times are fixed. PDFs and XLSX, compressed already, are stored. Memory does not
/// grow with the files.
class Archive {
 public:
  /// <folder>/申报材料.zip. `bytes_at_most`: what may come in, by a generous guess; beyond 3 GiB its headers are those of Zip64.
  Archive(const std::filesystem::path& folder, std::uintmax_t bytes_at_most);
  ~Archive();  ///< what is not finished is of no use
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  /// A file of the folder that will not change any more; nothing is done when it is in already. Returns at once.
  void add(const std::string& name);
  /// Waits until all is in, closes the zip and gives its SHA-256; nothing when it could not be written.
  std::optional<std::string> finish();

 private:
  class Zip;
  std::unique_ptr<Zip> zip_;
};

}  // namespace lvce
