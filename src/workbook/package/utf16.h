// XML parts in UTF-16, made UTF-8 on their way to the parser.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lvce::xlsx {

class Utf16ToUtf8 {
 public:
  /// By the mark at the start, or by a first "<" of two bytes.
  static bool begins_utf16(std::string_view bytes);

  /// `big_endian` and the mark are settled by the first block.
  std::string convert(std::string_view block);

 private:
  void take(char32_t unit, std::string& out);

  bool started_ = false;
  bool big_endian_ = false;
  std::string odd_;    ///< the first byte of a unit that the next block completes
  char32_t high_ = 0;  ///< the first half of a pair
};

}  // namespace lvce::xlsx
