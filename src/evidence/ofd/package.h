// The zip of an OFD, read from memory with caps: entries, and decompressed bytes over all of them together.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace lvce::ofd {

struct Entry {
  std::string bytes;
  bool whole = true;  ///< false: cut off, or not what its checksum says
};

/// An entry as it lies in the zip.
struct PackedEntry {
  std::string_view bytes;
  unsigned method = 0;  ///< 0 stored, 8 deflated
  std::uint32_t crc = 0;
  bool encrypted = false;
};

class Package {
 public:
  /// `bytes` must outlive the package.
  explicit Package(std::string_view bytes);

  bool readable() const { return !entries_.empty(); }  ///< there is an OFD.xml, and at most 20,000 entries
  bool encrypted() const { return encrypted_; }        ///< some entry is, by the zip's means or those of GM/T 0099
  const std::string& root() const { return root_; }    ///< the name of OFD.xml

  /// The name of what `location` means in the entry `from`: relative to it, to OFD.xml, in another case, or (of fonts and pictures) by a file name that only
  /// one has.
  std::optional<std::string> locate(const std::string& from, const std::string& location) const;
  /// By a name from locate(). Nothing when it cannot be read at all, is larger than `cap`, or the budget of all (512 MiB) is used up.
  std::optional<Entry> read(const std::string& name, std::uint64_t cap);

 private:
  void take_entries(std::string_view bytes);

  std::map<std::string, PackedEntry> entries_;  ///< by folded name
  std::map<std::string, std::string> by_file_;  ///< last part of the name -> name; empty where several have it
  std::string root_;
  std::uint64_t left_ = 512ULL << 20;
  bool encrypted_ = false;
};

}  // namespace lvce::ofd
