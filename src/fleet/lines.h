// Whole lines over a socket.
#pragma once

#include <optional>
#include <string>

namespace lvce {

/// Borrows the descriptor.
class LineSocket {
 public:
  explicit LineSocket(int descriptor) : descriptor_(descriptor) {}

  /// False when the other end is gone. Never raises SIGPIPE.
  bool send(const std::string& line) const;
  /// Waits for the next whole line; nothing at the end of the stream.
  std::optional<std::string> next();
  /// Takes what has arrived, at most once; false at the end of the stream, or when a line grows beyond 64 MiB.
  bool receive();
  /// The next whole line that has arrived.
  std::optional<std::string> take();

 private:
  int descriptor_;
  std::string arrived_;
};

}  // namespace lvce
