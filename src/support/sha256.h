// SHA-256 of bytes that come piece by piece.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace lvce {

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  void take(std::string_view bytes);
  /// Of all bytes taken so far, in lower-case hexadecimal.
  std::string hexadecimal() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace lvce
