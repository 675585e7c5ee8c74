// XML as a row of tokens over its own bytes, so that an edited copy keeps every other byte. It checks nothing: what is no markup is text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lvce {

struct Token {
  enum class Kind { open, close, empty, text, other };  ///< other: comments, declarations, CDATA
  Kind kind = Kind::text;
  std::string_view name;  ///< of an element, without its prefix
  std::size_t begin = 0;
  std::size_t end = 0;
  int depth = 0;  ///< of an element: how many are open around it; the same for its opening and its closing
};

class Tokens {
 public:
  explicit Tokens(std::string_view xml) : xml_(xml) {}
  /// False at the end.
  bool next(Token& token);
  std::string_view bytes(const Token& token) const { return xml_.substr(token.begin, token.end - token.begin); }

 private:
  std::string_view xml_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

/// Value of an attribute of a tag by its local name, as written; empty when absent.
std::string_view attribute_of(std::string_view tag, std::string_view name);

/// Bytes of a text that are to go, or to be something else.
struct Edit {
  std::size_t begin;
  std::size_t end;
  std::string with;
};

/// Edits in any order; one inside another is lost with it.
std::string apply_edits(std::string_view text, std::vector<Edit> edits);

}  // namespace lvce
