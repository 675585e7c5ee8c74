// Watches XML on its way to the parser for markup that does not end. Expat looks at an unfinished tag, comment or reference again with
// every block that arrives, so one of 60 MB would keep it busy for hours.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lvce::xlsx {

class TokenGuard {
 public:
  static constexpr std::size_t kMaxToken = 64 << 10;

  /// False once a piece of markup, or a text outside of all elements, is longer than kMaxToken, or a NUL byte came.
  bool accepts(std::string_view block);

 private:
  enum class In { text, opening, tag, quote, comment, cdata, instruction, reference };
  void step(char c);
  void open(char c);
  void close();
  bool tail_is(std::string_view ending) const { return tail_.ends_with(ending); }

  In in_ = In::text;
  char quote_ = 0;
  std::size_t depth_ = 0;  ///< elements that are open
  enum class Tag { begin, end, declaration } tag_ = Tag::begin;
  std::size_t length_ = 0;  ///< of the markup so far
  std::string tail_;        ///< its first bytes while opening, afterwards its last three
};

}  // namespace lvce::xlsx
