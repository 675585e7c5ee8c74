// A font's /ToUnicode map: codes in strings → characters.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace lvce {

class ToUnicode {
 public:
  /// The map's decoded bytes; empty: bytes stand for ASCII characters. Broken maps give what can be read of them.
  explicit ToUnicode(const std::string& map);
  /// UTF-8; codes without a character are left out.
  std::string text_of(const std::string& string) const;

  static constexpr std::size_t kEntriesAtMost = 100'000;

 private:
  void add_range(const std::string& low, const std::string& high, const std::string& characters);

  std::size_t length_ = 1;  ///< bytes a code
  std::map<std::uint32_t, std::u32string> characters_;
};

}  // namespace lvce
